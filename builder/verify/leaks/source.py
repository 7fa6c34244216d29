"""Strings found in a file, with the place where they were found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from builder.verify.leaks.folding import folded
from builder.words import Words


@dataclass(frozen=True, slots=True)
class Source:
    """Strings of one place in a file, folded; what flows on from one string to the next is one string."""

    where: Words
    strings: tuple[str, ...]
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Packed:
    """A file found within a file: an attachment, an embedded workbook."""

    where: Words
    data: bytes


SIGNATURES = (b"PK\x03\x04", b"%PDF-")
"""How packages and PDF files begin."""


def strings_at(where: Words, texts: Iterable[str], page: int | None = None) -> Source:
    """Strings that have nothing to do with each other, such as properties; each once."""
    return Source(where, tuple(filter(None, map(folded, dict.fromkeys(texts)))), page)


def flow_at(where: Words, texts: Iterable[str], page: int | None = None) -> Source:
    """Text that goes on from one string to the next, such as the runs of a paragraph."""
    text = folded("".join(texts))
    return Source(where, (text,) if text else (), page)
