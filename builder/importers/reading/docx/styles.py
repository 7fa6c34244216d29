"""Styles: what a paragraph or a run looks like by the styles that it has and those that they are based on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from lxml.etree import _Element

from builder.importers.reading.docx.markup import W, number, switch, val, within

_HEADING = re.compile(r"(?:heading|标题|標題|überschrift|titre|título|заголовок|見出し|제목)\s*([1-9])")
_HAN_HEADING = re.compile(r"([一二三四五六])级标题|标题([一二三四五六])")
_TITLES = frozenset({"title", "标题", "標題", "文档标题", "文件标题", "book title"})
_CONTENTS = re.compile(
    r"(?:toc|contents|目录|目錄|table of figures|图表目录|index heading)\s*(?:heading|标题|\d+)?"
)
_DEEPER = re.compile(r"list (?:bullet|number|continue)\s*([2-5])")
MOST_BASES = 40
LOWEST = 6
"""The model of a manuscript has six levels of headings."""


@dataclass(frozen=True, slots=True)
class Style:
    """What a style and all that it is based on say together; None where they do not."""

    heading: int | None = None
    """Level from 1; 0 where a style says that it is body text."""
    is_title: bool = False
    is_contents: bool = False
    depth: int = 0
    """Of a list, as the style's name says it; 0 where it does not."""
    number_id: str | None = None
    number_level: int | None = None
    number_style: str = ""
    """Id of the style that names the list: a level of the list may be linked to it."""
    bold: bool | None = None
    hidden: bool | None = None
    size: int | None = None
    """In half-points."""
    font: str | None = None


NO_STYLE = Style()


class Styles:
    """The styles of a document, by their ids."""

    def __init__(self, roots: Iterable[_Element]) -> None:
        self._elements: dict[str, _Element] = {}
        self._known: dict[str, Style] = {}
        self._default = ""
        self.letters = NO_STYLE
        for root in roots:
            self.letters = with_letters(NO_STYLE, within(root, "docDefaults", "rPrDefault", "rPr"))
            for style in root.iterfind(f"{W}style"):
                identifier = val(style, "styleId") or ""
                self._elements.setdefault(identifier, style)
                if val(style, "type") == "paragraph" and val(style, "default") in ("1", "true", "on"):
                    self._default = identifier

    def __iter__(self) -> Iterator[tuple[str, _Element]]:
        return iter(self._elements.items())

    def of_paragraph(self, properties: _Element | None) -> Style:
        """The style of a paragraph with those properties."""
        return self.named(val(within(properties, "pStyle")) or self._default)

    def named(self, identifier: str | None, depth: int = 0) -> Style:
        """The style of that id; one that says nothing where there is none."""
        if identifier is None or identifier not in self._elements or depth > MOST_BASES:
            return NO_STYLE
        if identifier not in self._known:
            self._known[identifier] = NO_STYLE  # what a style based on itself is based on
            element = self._elements[identifier]
            self._known[identifier] = _read(element, self.named(val(within(element, "basedOn")), depth + 1))
        return self._known[identifier]


def _read(element: _Element, base: Style) -> Style:
    """The style, where it is silent as its base."""
    name = (val(within(element, "name")) or "").strip().lower()
    style = with_letters(base, within(element, "rPr"))
    numbers = within(element, "pPr", "numPr")
    deeper = _DEEPER.fullmatch(name)
    return replace(
        style,
        heading=_heading(element, name, base),
        is_title=name in _TITLES or (base.is_title and not _named_heading(name)),
        is_contents=_CONTENTS.fullmatch(name) is not None or base.is_contents,
        depth=int(deeper[1]) if deeper else base.depth,
        number_id=val(within(numbers, "numId")) or base.number_id,
        number_style=base.number_style if numbers is None else val(element, "styleId") or "",
        number_level=base.number_level if (level := number(within(numbers, "ilvl"))) is None else level,
    )


def _heading(element: _Element, name: str, base: Style) -> int | None:
    outline = outline_level(within(element, "pPr"))
    if outline is not None:
        return outline
    return _named_heading(name) or _named_heading((val(element, "styleId") or "").lower()) or base.heading


def _named_heading(name: str) -> int | None:
    if found := _HEADING.fullmatch(name):
        return min(int(found[1]), LOWEST)
    if found := _HAN_HEADING.fullmatch(name):
        return "一二三四五六".index(found[1] or found[2]) + 1
    return None


def outline_level(properties: _Element | None) -> int | None:
    """The level of heading that paragraph properties give, from 1; 0 for body text, None where they are silent."""
    level = number(within(properties, "outlineLvl"))
    return None if level is None else min(level + 1, LOWEST) if 0 <= level < 9 else 0


def with_letters(style: Style, properties: _Element | None) -> Style:
    """The style with what run properties say of its letters."""
    if properties is None:
        return style
    bold, hidden = switch(properties, "b"), switch(properties, "vanish")
    return replace(
        style,
        bold=style.bold if bold is None else bold,
        hidden=style.hidden if hidden is None else hidden,
        size=number(within(properties, "sz")) or style.size,
        font=val(within(properties, "rFonts"), "eastAsia") or style.font,
    )
