"""The words of one line of a page, put together from pieces of running text."""

from __future__ import annotations

import re
from itertools import takewhile

_SPACE = re.compile(r"(\s+)")


class Line:
    """Collects pieces; spaces between them become what a browser shows."""

    def __init__(self) -> None:
        self._pieces: list[tuple[str, bool]] = []
        self._has_words = False

    def add(self, text: str, *, bold: bool) -> None:
        """Adds a piece of text."""
        self._pieces.append((text, bold))
        self._has_words = self._has_words or bool(text.strip())

    def __bool__(self) -> bool:
        return self._has_words

    def words(self) -> tuple[str, str]:
        """The line, and the bold words that it begins with."""
        shown: list[tuple[str, bool]] = []
        gap = ""
        for text, bold in self._pieces:
            for token in filter(None, _SPACE.split(text)):
                if token.isspace():
                    gap += token
                    continue
                if shown and gap and not _is_wrap(shown[-1][0][-1], gap, token[0]):
                    shown.append((" ", bold and shown[-1][1]))
                shown.append((token, bold))
                gap = ""
        lead = "".join(text for text, _ in takewhile(lambda piece: piece[1], shown))
        return "".join(text for text, _ in shown), lead.strip()


def _is_wrap(before: str, gap: str, after: str) -> bool:
    """The source only breaks its line here, between characters that are written without spaces."""
    return "\n" in gap and before >= "\u2e80" and after >= "\u2e80"
