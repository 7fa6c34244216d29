"""Values at paths of plain data."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from typing import Any

from builder.content.source import Path_


def unshared(value: Any) -> Any:
    """A copy in which nothing is in two places, as what YAML aliases stand for is."""
    if isinstance(value, dict):
        return {key: unshared(item) for key, item in value.items()}
    return [unshared(item) for item in value] if isinstance(value, list) else value


def put(data: Any, path: Path_, value: Any, *, is_part: bool = False) -> None:
    """Sets the value, making what must hold it; None takes it out, and what holds nothing any more."""
    if value is None:
        for name in ("label", "min", "max") if is_part else ("",):
            _take(data, (*path, name) if name else path)
        return
    holder = data
    for part, following in itertools.pairwise(path):
        holder = _inside(holder, part, following)
    last = path[-1]
    if is_part and isinstance(value, Mapping):
        _inside(holder, last, "").update(value)
    elif isinstance(last, int) and last == len(holder):
        holder.append(value)
    else:
        holder[last] = value


def _inside(holder: Any, part: str | int, following: str | int) -> Any:
    """What is at `part`, made if it is not there: a list where a number follows, else a mapping."""
    empty: Any = [] if isinstance(following, int) else {}
    if isinstance(part, int):
        while len(holder) <= part:
            holder.append({})
        return holder[part]
    if not isinstance(holder.get(part), dict | list):
        holder[part] = empty
    return holder[part]


def _take(data: Any, path: Path_) -> None:
    holders = [data]
    for part in path[:-1]:
        try:
            holders.append(holders[-1][part])
        except (KeyError, IndexError, TypeError):
            return
    for holder, part in zip(reversed(holders), reversed(path), strict=True):
        if isinstance(holder, dict):
            holder.pop(str(part), None)
        if holder or isinstance(part, int):
            return


def without_empty_levels(criterion: dict[str, Any]) -> None:
    """Takes out levels whose cells are all empty."""
    if "levels" in criterion:
        criterion["levels"] = [level for level in criterion["levels"] if level]
