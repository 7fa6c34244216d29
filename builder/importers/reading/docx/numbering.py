"""Automatic numbers: which list a paragraph is in, and what Word shows before it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from lxml.etree import _Element

from builder.importers.reading.docx.formats import written
from builder.importers.reading.docx.markup import MC, W, number, switch, val, within
from builder.importers.reading.docx.styles import Style
from builder.importers.reading.docx.symbols import bullet

LEVELS = 9
LONGEST = 60
"""Characters around the numbers of one level that are shown."""
_GAP = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list."""

    start: int = 1
    number_format: str = "decimal"
    text: str = ""
    """With gaps `%1`…`%9` for the numbers of this level and those above it."""
    restarts_after: int | None = None
    """The level, from 1, whose items make this one begin anew; 0 for none, None for every level above it."""
    is_legal: bool = False
    """All its numbers are written in digits."""
    font: str | None = None


@dataclass
class Definition:
    """A definition of a list with its running numbers: lists that share it count on."""

    levels: dict[int, Level]
    counts: dict[int, int] = field(default_factory=dict)


@dataclass
class List:
    """One list of the document."""

    definition: Definition
    changed: dict[int, Level]
    own: dict[int, dict[int, int]]
    """Levels that this list counts for itself, because it says where they start."""

    def level(self, at: int) -> Level:
        """How numbers of the level look."""
        return self.changed.get(at) or self.definition.levels.get(at) or Level()

    def counts(self, at: int) -> dict[int, int]:
        """Where the level is counted."""
        return self.own.get(at, self.definition.counts)

    def shown(self, at: int) -> int:
        """The number that the level has come to."""
        return self.counts(at).get(at, self.level(at).start)


@dataclass(frozen=True, slots=True)
class Numbered:
    """The number of one paragraph."""

    marker: str = ""
    depth: int = 0
    """From 1; 0 where it has no number."""
    list_id: str = ""
    definition: Definition | None = None
    looks: str = ""
    """Format and text of the number; empty for a bullet."""


UNNUMBERED = Numbered()


class Numbering:
    """The lists of a document; it counts as it is asked, so ask in the order of the text."""

    def __init__(self, roots: Iterable[_Element]) -> None:
        self._lists: dict[str, List] = {}
        self._style_levels: dict[tuple[str, str], int] = {}
        for root in roots:
            self._read(root)

    def of(self, properties: _Element | None, style: Style) -> Numbered:
        """What Word shows before a paragraph with those properties, and of which list it is."""
        numbers = within(properties, "numPr")
        number_id = val(within(numbers, "numId")) or style.number_id
        here = self._lists.get(number_id or "")
        if here is None or number_id is None:
            return UNNUMBERED
        level = number(within(numbers, "ilvl"))
        if level is None:
            level = self._style_levels.get((number_id, style.number_style), style.number_level or 0)
        level = min(max(level, 0), LEVELS - 1)
        _count(here, level)
        shape = here.level(level)
        looks = "" if shape.number_format == "bullet" else f"{shape.number_format} {shape.text}"
        return Numbered(_shown(here, level), max(level + 1, style.depth), number_id, here.definition, looks)

    def _read(self, root: _Element) -> None:
        abstract = {val(e, "abstractNumId") or "": e for e in root.iterfind(f"{W}abstractNum")}
        by_style = {
            val(within(e, "styleLink")): e for e in abstract.values() if within(e, "styleLink") is not None
        }
        definitions: dict[int, Definition] = {}
        for element in root.iterfind(f"{W}num"):
            found = abstract.get(val(within(element, "abstractNumId")) or "")
            if found is not None and (link := val(within(found, "numStyleLink"))):
                found = by_style.get(link, found)
            if found is None:
                continue
            number_id = val(element, "numId") or ""
            definition = definitions.setdefault(id(found), Definition(_levels(found)))
            self._lists[number_id] = _list(element, definition)
            for level in found.iterfind(f"{W}lvl"):
                if style := val(within(level, "pStyle")):
                    self._style_levels[number_id, style] = number(level, "ilvl") or 0


def _count(here: List, level: int) -> None:
    counts = here.counts(level)
    counts[level] = counts.get(level, here.level(level).start - 1) + 1
    for below in range(level + 1, LEVELS):
        after = here.level(below).restarts_after
        if after is None or (after and level < after):
            here.counts(below).pop(below, None)


def _shown(here: List, level: int) -> str:
    shape = here.level(level)
    if shape.number_format == "bullet":
        return bullet(shape.text, shape.font)

    def shown(gap: re.Match[str]) -> str:
        at = int(gap[1]) - 1
        if at > level:
            return ""
        form = here.level(at).number_format
        plain = shape.is_legal and form not in ("none", "decimalZero")
        return written(here.shown(at), "decimal" if plain else form)

    return " ".join(_GAP.sub(shown, shape.text).split())


def _list(element: _Element, definition: Definition) -> List:
    changed: dict[int, Level] = {}
    own: dict[int, dict[int, int]] = {}
    for override in element.iterfind(f"{W}lvlOverride"):
        at = number(override, "ilvl") or 0
        if (level := within(override, "lvl")) is not None:
            changed[at] = _read_level(level)
        if (start := number(within(override, "startOverride"))) is not None:
            changed[at] = replace(changed.get(at) or definition.levels.get(at) or Level(), start=start)
            own[at] = {}
    return List(definition, changed, own)


def _levels(abstract: _Element) -> dict[int, Level]:
    return {number(level, "ilvl") or 0: _read_level(level) for level in abstract.iterfind(f"{W}lvl")}


def _read_level(level: _Element) -> Level:
    start = number(within(level, "start"))
    shape = next(
        iter(
            [*level.iterfind(f"{W}numFmt"), *level.iterfind(f"{MC}AlternateContent/{MC}Fallback/{W}numFmt")]
        ),
        None,
    )
    fonts = within(level, "rPr", "rFonts")
    picture = within(level, "lvlPicBulletId") is not None
    return Level(
        start=1 if start is None else start,
        number_format="bullet" if picture else val(shape) or "decimal",
        text=(val(within(level, "lvlText")) or "")[:LONGEST],
        restarts_after=number(within(level, "lvlRestart")),
        is_legal=bool(switch(level, "isLgl")),
        font=val(fonts, "ascii") or val(fonts, "hAnsi"),
    )
