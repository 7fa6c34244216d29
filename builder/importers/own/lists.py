"""Lists whose items came, went or changed places on a page."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from builder.importers.own.pieces import Added, Page, Printing
from builder.importers.own.places import item_of
from builder.importers.own.values import UnclearError, Values

_NEEDED = {
    "key_points": ("text",),
    "red_flags": ("behaviour", "effect"),
    "rubric": ("title",),
    "changes": ("version", "date", "note"),
}


class Lists:
    """The lists of one page."""

    def __init__(self, page: Page, by_path: Mapping[str, Sequence[Printing]]) -> None:
        self._places: dict[str, dict[int, int]] = {}
        """List → number of an item → its first line, -1 where it is gone."""
        for path, printings in by_path.items():
            if item := item_of(path):
                places = self._places.setdefault(item[0], {})
                here = [p.place for p in printings if not p.is_gone]
                before = places.get(item[1], -1)
                places[item[1]] = min(filter(lambda at: at >= 0, [before, *here]), default=-1)
        self._added: dict[str, list[Added]] = {}
        for added in page.added:
            self._added.setdefault(added.items, []).append(added)

    def is_gone(self, path: str) -> bool:
        """Whether a field belongs to an item that is not there any more."""
        item = item_of(path)
        return item is not None and self._places[item[0]][item[1]] < 0

    def changed(self) -> Iterator[str]:
        """Lists that have other items now, or have them in another order."""
        for items, places in self._places.items():
            at = [places[number] for number in sorted(places)]
            if items in self._added or at != sorted(at) or min(at) < 0:
                yield items

    def made(self, items: str, held: Sequence[Any], values: Values) -> tuple[list[Any], list[str]]:
        """The items as they are on the page, and the words of new ones that lack something."""
        kept = [(at, held[n]) for n, at in self._places[items].items() if at >= 0 and n < len(held)]
        unclear: list[str] = []
        for added in self._added.get(items, ()):
            try:
                kept.append((added.place, _new(items, added, held, values)))
            except UnclearError:
                unclear += [piece.text for pieces in added.fields.values() for piece in pieces]
        return [item for _, item in sorted(kept, key=lambda pair: pair[0])], unclear


def _new(items: str, added: Added, held: Sequence[Any], values: Values) -> Any:
    """A new item. Raises UnclearError where its words do not make one."""
    read = {
        name: values.read(f"{items}/0/{name}".rstrip("/"), pieces) for name, pieces in added.fields.items()
    }
    if set(read) == {""}:
        return read[""]
    kind = items.rpartition("/")[2]
    if any(not read.get(name) for name in _NEEDED[kind]):
        raise UnclearError(kind)
    if kind != "rubric":
        return {name: value for name, value in read.items() if value is not None}
    return _criterion(read, held)


def _criterion(read: Mapping[str, Any], held: Sequence[Any]) -> dict[str, Any]:
    """A new criterion, with the labels of the levels and the competency of those beside it."""
    if not held:
        raise UnclearError("rubric")
    model = copy.deepcopy(held[-1])
    taken = {criterion["id"] for criterion in held}
    model["id"] = next(f"c-{n}" for n in range(1, len(taken) + 2) if f"c-{n}" not in taken)
    model["title"], model["points"] = read["title"], read.get("points") or Decimal(0)
    for k, level in enumerate(model["levels"]):
        band = read.get(f"levels/{k}/band")
        if band is None or not read.get(f"levels/{k}/descriptor"):
            raise UnclearError("rubric")
        level["min"], level["max"] = band
        level["descriptor"] = read[f"levels/{k}/descriptor"]
    return model  # type: ignore[no-any-return]
