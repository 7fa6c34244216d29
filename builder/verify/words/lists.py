"""Counts list paragraphs as Word does: by list and level, deeper levels begin anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from builder.verify.words.composed import BULLET
from builder.verify.words.wordprocessing import W, value

_MARKS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "lowerLetter": lambda n: chr(96 + n),
    "lowerRoman": lambda n: "i" * n,
}


@dataclass(frozen=True, slots=True)
class _Level:
    format: str
    text: str
    start: int


class ListCounter:
    """Gives each list paragraph of a document, asked in order, its bullet or number."""

    def __init__(self, numbering: Any, styles: Any) -> None:
        self._lists = {} if numbering is None else {n.get(f"{W}numId"): n for n in numbering.iter(f"{W}num")}
        self._abstract = (
            {}
            if numbering is None
            else {a.get(f"{W}abstractNumId"): _levels(a) for a in numbering.iter(f"{W}abstractNum")}
        )
        self._by_style = (
            {}
            if styles is None
            else {s.get(f"{W}styleId"): s.find(f"{W}pPr/{W}numPr") for s in styles.iter(f"{W}style")}
        )
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)

    def mark(self, paragraph: Any, style: str) -> str:
        """The bullet or number before a paragraph, or nothing."""
        own, by_style = paragraph.find(f"{W}pPr/{W}numPr"), self._by_style.get(style)
        number = value(own, "numId") or value(by_style, "numId")
        depth = int(value(own, "ilvl") or value(by_style, "ilvl") or 0)
        if number is None or number not in self._lists:
            return ""
        abstract = value(self._lists[number], "abstractNumId") or ""
        level = self._abstract.get(abstract, {}).get(depth)
        if level is None or level.format not in _MARKS:
            return BULLET if level is not None and level.format == "bullet" else ""
        count = self._count(number, depth, level)
        return level.text.replace(f"%{depth + 1}", _MARKS[level.format](count))

    def _count(self, number: str, depth: int, level: _Level) -> int:
        counts = self._counts[number]
        counts[depth] = counts.get(depth, self._start(number, depth, level) - 1) + 1
        for deeper in [key for key in counts if key > depth]:
            del counts[deeper]
        return counts[depth]

    def _start(self, number: str, depth: int, level: _Level) -> int:
        for override in self._lists[number].iter(f"{W}lvlOverride"):
            start = value(override, "startOverride")
            if override.get(f"{W}ilvl") == str(depth) and start is not None:
                return int(start)
        return level.start


def _levels(abstract: Any) -> dict[int, _Level]:
    return {
        int(level.get(f"{W}ilvl")): _Level(
            value(level, "numFmt") or "", value(level, "lvlText") or "", int(value(level, "start") or 1)
        )
        for level in abstract.iter(f"{W}lvl")
    }
