"""Which list definition a style's numbers follow, in our own package or in a user's base document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from builder.render.docx.oxml.markup import q
from builder.render.docx.oxml.merging import style_ids
from builder.render.docx.oxml.numbering import definition_mark
from builder.render.docx.oxml.styles import word_name


class ListLookup:
    """Reads styles.xml and numbering.xml once; `style_ids` maps style names to ids."""

    def __init__(self, styles: Any, numbering: Any, style_ids: Mapping[str, str]) -> None:
        self._style_ids = style_ids
        self._bound = dict(_bound_lists(styles))
        lists = numbering.findall(q("num"))
        self._definition_of_list = {
            int(num.get(q("numId"))): int(num.find(q("abstractNumId")).get(q("val"))) for num in lists
        }
        self._ours: dict[str, int] = dict(_definitions_by_mark(numbering))
        self.highest_list = max(self._definition_of_list, default=0)

    def is_bound(self, style: str) -> bool:
        """Whether the style of this name brings its own list."""
        return self._bound.get(self._style_ids[style], 0) in self._definition_of_list

    def definition(self, style: str, ours: int) -> int:
        """The definition behind a style, or our definition of number `ours` where the style has none."""
        bound = self._bound.get(self._style_ids[style], 0)
        return self._definition_of_list.get(bound, self._here(ours))

    def our_list(self, ours: int) -> int:
        """The list that all paragraphs of one of our definitions can share: bullets, boxes."""
        here = self._here(ours)
        return next(num for num, definition in self._definition_of_list.items() if definition == here)

    def _here(self, ours: int) -> int:
        """The number that a definition of ours has in this document."""
        return self._ours[definition_mark(ours)]


def _bound_lists(styles: Any) -> Iterator[tuple[str, int]]:
    for style in styles.findall(q("style")):
        number = style.find(f"{q('pPr')}/{q('numPr')}/{q('numId')}")
        if number is not None:
            yield style.get(q("styleId")), int(number.get(q("val")))


def _definitions_by_mark(numbering: Any) -> Iterator[tuple[str, int]]:
    for definition in numbering.findall(q("abstractNum")):
        mark = definition.find(q("nsid"))
        if mark is not None:
            yield mark.get(q("val")), int(definition.get(q("abstractNumId")))


def names_to_ids(names: Iterable[str], styles: Any) -> dict[str, str]:
    """Our style names to the ids they have in this document."""
    ids = style_ids(styles)
    return {name: ids[word_name(name).lower()] for name in names}
