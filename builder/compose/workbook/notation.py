"""Cells as spreadsheets name them, and the few pieces that formulas are made of."""

from __future__ import annotations

from dataclasses import dataclass

EXACT = 9
"""Decimals at which binary noise is cut off before a tie is rounded up: exact results have fewer, or no tie."""


def at(column: int, row: int, *, fixed: str = "") -> str:
    """`B5`; columns count from 0, rows from 1. `fixed` holds what does not move: `c`, `r` or both."""
    return f"{'$' * ('c' in fixed)}{chr(ord('A') + column)}{'$' * ('r' in fixed)}{row}"


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of cells, both corners included."""

    left: int
    top: int
    right: int
    bottom: int

    def __str__(self) -> str:
        return f"{at(self.left, self.top)}:{at(self.right, self.bottom)}"

    @property
    def fixed(self) -> str:
        """`$B$5:$B$34`."""
        return f"{at(self.left, self.top, fixed='cr')}:{at(self.right, self.bottom, fixed='cr')}"

    @property
    def sideways(self) -> str:
        """`$B5:$F5`: the same columns in whatever row."""
        return f"{at(self.left, self.top, fixed='c')}:{at(self.right, self.bottom, fixed='c')}"


def on(sheet: str, reference: str) -> str:
    """A reference to another sheet's cells."""
    doubled = sheet.replace("'", "''")
    return f"'{doubled}'!{reference}"


def quoted(text: str) -> str:
    """Words inside a formula."""
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def when(condition: str, value: str, otherwise: str = '""') -> str:
    """`value` where `condition` holds; otherwise nothing."""
    return f"IF({condition},{value},{otherwise})"


def half_up(value: str) -> str:
    """Two decimals, half up (as builder.scoring rounds): free of binary noise first."""
    return f"ROUND(ROUND({value},{EXACT}),2)"


def shown(reference: str) -> str:
    """What stands in another cell; nothing where that is empty."""
    return when(f'{reference}=""', '""', reference)
