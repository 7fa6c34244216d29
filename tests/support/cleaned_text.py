"""Plain text through cleaning: what is left of it, what was left out and why, what is told."""

from __future__ import annotations

from builder.importers.blocks import Manuscript
from builder.importers.cleaning.cleaning import cleaned
from builder.importers.reading.text import read_text


def manuscript_of(text: str, to: str | None = None) -> Manuscript:
    """The cleaned manuscript; every character of the text must be in it."""
    manuscript = cleaned(read_text("web.txt", text), to)
    assert list(manuscript.uncovered()) == []
    return manuscript


def left_of(text: str, to: str | None = None) -> str:
    """The lines that are left."""
    return "\n".join(block.text for block in manuscript_of(text, to).blocks)


def reasons_of(text: str) -> dict[str, str]:
    """What was left out, and why."""
    return {piece.text: str(piece.reason) for piece in manuscript_of(text).left_out}
