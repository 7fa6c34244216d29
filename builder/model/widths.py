"""How much room a text takes on a line."""

from __future__ import annotations

from unicodedata import east_asian_width


def half_widths(text: str) -> int:
    """The text's width in halves of a Han character."""
    return sum(2 if east_asian_width(c) in "WF" else 1 for c in text)
