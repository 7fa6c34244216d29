"""Lists inside lists that Word does not call so: answers numbered 1. 2. 3. between the questions 1. and 2.

Each has a list of its own in Word, and both look alike; that one goes on behind the other tells which is inside.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from builder.importers.blocks import Kind
from builder.importers.reading.docx.items import Item, Line

DEEPEST = 9


@dataclass
class Reach:
    """Where a list begins and where it ends, and how many lists that look like it are around it."""

    first: int
    last: int
    looks: str
    definition: int
    depth: int = 0


def nested(items: Sequence[Item]) -> list[Item]:
    """The items, those of inner lists one level deeper for each list around them."""
    reaches = _reaches(items)
    _deepen(sorted(reaches.values(), key=lambda reach: reach.first))
    return [_deeper(item, reaches) for item in items]


def _deeper(item: Item, reaches: dict[str, Reach]) -> Item:
    if not (isinstance(item, Line) and _is_counted(item)):
        return item
    return replace(item, level=item.level + reaches[item.number.list_id].depth)


def _is_counted(line: Line) -> bool:
    return line.kind is Kind.LIST_ITEM and bool(line.number.looks)


def _reaches(items: Iterable[Item]) -> dict[str, Reach]:
    reaches: dict[str, Reach] = {}
    for position, item in enumerate(items):
        if isinstance(item, Line) and _is_counted(item):
            number = item.number
            reach = reaches.setdefault(
                number.list_id, Reach(position, position, number.looks, id(number.definition))
            )
            reach.last = position
    return reaches


def _deepen(reaches: Sequence[Reach]) -> None:
    """Counts the lists around each; a list defined as inner ones are is one too, where its question is the last."""
    inner: set[int] = set()
    open_lists: list[Reach] = []
    for reach in reaches:
        around = [other for other in open_lists if other.last > reach.last and other.looks == reach.looks]
        reach.depth = min(len(around), DEEPEST)
        inner.update(reach.definition for other in around if other.definition != reach.definition)
        if not around and reach.definition in inner:
            reach.depth = 1
        open_lists = [*[other for other in open_lists if other.last > reach.first][-DEEPEST:], reach]
