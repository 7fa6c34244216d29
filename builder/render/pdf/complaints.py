"""What the engine complains of while it works, turned into errors: nothing is swallowed."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager

from builder.errors import BuildError
from builder.words import words

_MISSING_GLYPH = re.compile(r'\.notdef glyph .*"(.)" \(U\+[0-9A-F]+\)', re.DOTALL)


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: dict[str, None] = {}

    def emit(self, record: logging.LogRecord) -> None:
        self.messages[record.getMessage()] = None


@contextmanager
def no_complaints() -> Iterator[None]:
    """Raises BuildError at the end of the block if the engine warned of anything inside it."""
    logger, listener = logging.getLogger("weasyprint"), _Listener()
    propagate, level = logger.propagate, logger.level
    logger.addHandler(listener)
    logger.propagate = False
    logger.setLevel(logging.WARNING)
    try:
        yield
    finally:
        logger.removeHandler(listener)
        logger.propagate = propagate
        logger.setLevel(level)
    if listener.messages:
        raise _error(list(listener.messages))


def _error(messages: list[str]) -> BuildError:
    missing = [match[1] for match in map(_MISSING_GLYPH.match, messages) if match]
    if missing:
        named = ", ".join(f"{c} (U+{ord(c):04X})" for c in missing)
        return BuildError(
            words("no font has a glyph for {characters}", characters=named),
            words("use another character, or add a font that has it under font_files in theme.yaml"),
        )
    return BuildError(
        words("the PDF engine complains: {messages}", messages="; ".join(messages)),
        words("correct the project's own template or print.css"),
    )
