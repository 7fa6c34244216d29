"""What the composed HTML says of its small heads, signatures, rows and breaks: the tags of a PDF know no classes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from lxml import html

_SMALL_HEADS = "subhead|label|box-title|caption|contents-title|sheet-title"
_START = 12


def squeezed(text: str) -> str:
    """Without white space, as texts are compared: each format breaks its lines where it likes."""
    return re.sub(r"\s", "", text)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Texts without white space."""

    small_heads: frozenset[str]
    """Paragraphs that head something and are no headings."""
    signatures: frozenset[str]
    rows: frozenset[tuple[str, ...]]
    """The cells of each row that stays whole."""
    split_rows: frozenset[str]
    """Rows that may go on on the next page."""
    left_starts: frozenset[str]
    """The first letters of what begins on a left-hand page; the page before it may be empty."""
    right_starts: frozenset[str]

    def is_parted(self, above: tuple[str, ...], below: tuple[str, ...]) -> bool:
        """Whether these cells at the foot of a page and those at the top of the next are parts of one row."""
        if above in self.rows and below in self.rows:
            return False
        rests = (rest for row in self.rows if (rest := _taken(row, above)) is not None)
        return any(_taken(rest, below) is not None for rest in rests)

    def may_be_empty(self, page: int, next_text: str) -> bool:
        """Whether page `page` was left empty for what begins the next one with `next_text`."""
        starts = self.left_starts if page % 2 else self.right_starts
        return any(next_text.startswith(start) for start in starts)


@lru_cache(maxsize=8)
def wanted(text: str) -> Wanted:
    """What a composed document's HTML asks of its pages."""
    root: Any = html.document_fromstring(text)
    heads = [p for name in _SMALL_HEADS.split("|") for p in _classed(root, name)]
    return Wanted(
        frozenset(_texts([*heads, *root.iter("caption")])),
        frozenset(_texts(_classed(root, "signature"))),
        frozenset(_cells(row) for row in root.iter("tr") if "may-split" not in (row.get("class") or "")),
        frozenset(_texts(_classed(root, "may-split"))),
        frozenset(start[:_START] for start in _texts(_classed(root, "break-even"))),
        frozenset(start[:_START] for start in _texts(_classed(root, "break-odd"))),
    )


def _taken(cells: Sequence[str], parts: Sequence[str]) -> list[str] | None:
    """What is left of cells when each part is taken from the beginning of one, in order; None if one cannot be."""
    waiting, left = list(parts), []
    for cell in cells:
        left.append(cell[len(waiting.pop(0)) :] if waiting and cell.startswith(waiting[0]) else cell)
    return None if waiting else [cell for cell in left if cell]


def _classed(root: Any, name: str) -> list[Any]:
    return [node for node in root.iter() if name in (node.get("class") or "").split()]


def _cells(row: Any) -> tuple[str, ...]:
    """The texts of a row's cells; empty ones are nowhere in a PDF's tags."""
    return tuple(_texts([cell for cell in row if cell.tag in ("td", "th")]))


def _texts(nodes: list[Any]) -> Iterator[str]:
    for node in nodes:
        text = squeezed(node.text_content())
        if text:
            yield text
