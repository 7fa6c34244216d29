"""Pages as their runs of characters and ruled lines; all lengths in points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

BOLD, TURNED, INVISIBLE = 1, 2, 4


class Run(NamedTuple):
    """Characters of one look that stand behind each other."""

    text: str
    left: float
    right: float
    base: float
    size: float
    flags: int = 0
    content: int = -1

    @property
    def is_bold(self) -> bool:
        return bool(self.flags & BOLD)


class Rule(NamedTuple):
    """A thin line, or a side of a box."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass
class Page:
    """One page; its number from 1, and its width."""

    number: int
    width: float
    height: float
    runs: list[Run] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)


@dataclass
class Line:
    """One printed line, or what stands of it in one column."""

    runs: Sequence[Run]
    page: int = 1
    slot: str = "whole"
    """Which column it is in: whole, left or right; or a cell."""

    def __post_init__(self) -> None:
        widest = max(self.runs, key=lambda run: len(run.text))
        self.left, self.right = self.runs[0].left, max(run.right for run in self.runs)
        self.base, self.size = widest.base, widest.size
        self.text = _joined(self.runs)

    @property
    def is_bold(self) -> bool:
        """All of it is bold."""
        return all(run.is_bold for run in self.runs)

    @property
    def bold_lead(self) -> str:
        """The bold words at its beginning."""
        count = next((i for i, run in enumerate(self.runs) if not run.is_bold), len(self.runs))
        return _joined(self.runs[:count])


def rows_of(runs: Sequence[Run]) -> list[list[Run]]:
    """Runs that stand on one line, from left to right; the lines from top to bottom."""
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda r: (-r.base, r.left)):
        first = rows[-1][0] if rows else None
        if first is not None and first.base - run.base <= 0.4 * max(first.size, run.size):
            rows[-1].append(run)
        else:
            rows.append([run])
    return [sorted(row, key=lambda run: run.left) for row in rows]


def _joined(runs: Sequence[Run]) -> str:
    """The words of a line, with spaces where there are gaps."""
    text, right = "", 0.0
    for run in runs:
        if text:
            gap = (run.left - right) / run.size
            beside_han = text[-1] >= "\u2e80" or run.text[0] >= "\u2e80"
            text += " " if gap > (0.6 if beside_han else 0.15) else ""
        text += run.text
        right = run.right
    return text
