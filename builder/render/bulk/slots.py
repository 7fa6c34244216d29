"""The slots of a composed document: where they are, and other texts in the place of their samples."""

from __future__ import annotations

import re
from collections.abc import Callable

from builder.errors import BuildError
from builder.words import words

_SAMPLE = re.compile(r'(<span\b[^<>]*\bdata-slot="([^"<>]*)"[^<>]*>)([^<]*)(?=</span>)')
_NAME = re.compile(r"[a-z][a-z0-9_]*")


def slots_of(html: str) -> tuple[str, ...]:
    """Names of the slots in the order of the text.

    Raises BuildError for a slot that holds more than text, or whose name is not one.
    """
    found = list(_SAMPLE.finditer(html))
    wrong = next((match[2] for match in found if not (_NAME.fullmatch(match[2]) and match[3].strip())), None)
    if wrong is not None or len(found) != html.count("data-slot="):
        raise BuildError(
            words("the slot “{slot}” is not a span with a name and a sample text", slot=wrong or ""),
            words(
                'write <span class="slot" data-slot="draw_number">0000</span>, with nothing but text inside'
            ),
        )
    return tuple(dict.fromkeys(match[2] for match in found))


def with_texts(html: str, text: Callable[[str], str]) -> str:
    """The document with `text(slot)`, which is HTML, in the place of each sample."""
    return _SAMPLE.sub(lambda match: f"{match[1]}{text(match[2])}", html)
