"""Which items of an old list are which of a new one."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

from builder.exchange.editing.values import item_name


def matched(old: list[Any], new: list[Any]) -> Iterator[tuple[int | None, int | None]]:
    """Pairs of numbers in order: an item kept or changed, one taken out (None follows), or one that is new."""
    names = [item_name(item) for item in old], [item_name(item) for item in new]
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, *names, autojunk=False).get_opcodes():
        if kind in ("equal", "replace"):
            yield from itertools.zip_longest(range(i1, i2), range(j1, j2))
        else:
            yield from ((i, None) for i in range(i1, i2))
            yield from ((None, j) for j in range(j1, j2))
