"""References to pages, worked out once: the writer asks for all of them at every tag, ten thousand times a pack."""

from __future__ import annotations

from typing import Any

import pydyf


def install() -> None:
    """Replaces the writer's property; doing it again changes nothing."""
    pydyf.PDF.page_references = property(_references)


def _references(pdf: Any) -> tuple[bytes, ...]:
    numbers = pdf.pages["Kids"][::3]
    known: tuple[bytes, ...] = getattr(pdf, "known_references", ())
    if len(known) != len(numbers):
        known = pdf.known_references = tuple(f"{number} 0 R".encode("ascii") for number in numbers)
    return known
