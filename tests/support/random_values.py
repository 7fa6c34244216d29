"""What random banks are put together of: values present or not, shares that add up."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

Data = dict[str, Any]


def maybe(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A value or none: a key that is left out."""
    return st.one_of(st.none(), values)


def some(values: st.SearchStrategy[Any], most: int, least: int = 0) -> st.SearchStrategy[list[Any]]:
    """Mostly a few values, now and then the most."""
    few = st.lists(values, min_size=least, max_size=max(least, min(3, most)))
    many = st.lists(values, min_size=least, max_size=most)
    return st.one_of(few, few, few, many)


def present(**values: Any) -> Data:
    """A mapping without the keys that have no value."""
    return {key: value for key, value in values.items() if value is not None}


def numeral(halves: int) -> int | float:
    """Half points as an author writes them: 3, 2.5."""
    return halves // 2 if halves % 2 == 0 else halves / 2


@st.composite
def split(draw: st.DrawFn, total: int, parts: int) -> list[int]:
    """`total` in `parts` whole numbers, none negative."""
    cuts = sorted(draw(st.lists(st.integers(0, total), min_size=parts - 1, max_size=parts - 1)))
    return [high - low for low, high in zip([0, *cuts], [*cuts, total], strict=True)]
