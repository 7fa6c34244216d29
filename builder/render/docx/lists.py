"""Lists of one document: which definition a list follows, and a count of its own for every ordered list."""

from __future__ import annotations

from builder.render.docx.oxml.lookup import ListLookup
from builder.render.docx.oxml.numbering import counted_list
from builder.render.docx.stylesheet.lists import definition_of, list_style

Numbering = tuple[int, int]


class Lists:
    """Hands out list numbers; `added` is the XML of the lists made on the way."""

    def __init__(self, lookup: ListLookup) -> None:
        self._lookup = lookup
        self._next = lookup.highest_list + 1
        self.added: list[str] = []

    def numbers(self, family: str, level: int, start: int) -> Numbering:
        """A new ordered list at `level` (from 1) that counts from `start`."""
        number = self._next
        self._next += 1
        ours = definition_of(family, "Number")
        definition = self._lookup.definition(list_style(family, "Number", level), ours)
        self.added.append(counted_list(number, definition, level - 1, start))
        return number, level - 1

    def bullets(self, family: str, level: int) -> Numbering | None:
        """None where the style brings its own bullet, as ours do; a list of ours where a base's does not."""
        if self._lookup.is_bound(list_style(family, "Bullet", level)):
            return None
        return self._lookup.our_list(definition_of(family, "Bullet")), level - 1
