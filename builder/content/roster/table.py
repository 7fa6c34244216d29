"""A table as it was read: cells of text that know where they stood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from builder.errors import ContentError, Finding, Place
from builder.words import Words

MAX_BYTES = 10_000_000
MAX_ROWS = 20_000
MAX_COLUMNS = 100


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell's text, without white space around it."""

    text: str
    place: Place
    address: str = ""
    """In a workbook: C7."""
    formula: bool = False


Row = Sequence[Cell]


def refusal(code: str, sentence: Words, shown: Path, hint: Words) -> ContentError:
    """The error for a file that is no table at all."""
    return ContentError([Finding(code, sentence, Place(shown), hint)])
