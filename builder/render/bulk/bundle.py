"""What bulk printing hands over: a PDF file of many copies, with an outline that leads to each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the outline: its words, and the 1-based page where its copy starts."""

    title: str
    page: int


@dataclass(frozen=True, slots=True)
class Bundle:
    """A PDF file of many copies, its number of pages, and where each copy starts."""

    data: bytes
    pages: int
    entries: Sequence[Entry]


@dataclass(frozen=True, slots=True)
class Part:
    """A PDF file that is one copy, and the words of its line in the outline."""

    data: bytes
    title: str
