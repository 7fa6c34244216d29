"""One table of everything that is measured, as docs/benchmarks.md shows it."""

from __future__ import annotations

import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Row:
    """What was measured, in words for a reader of the docs."""

    what: str
    ours: str
    theirs: str
    ratio: str
    wanted: str = ""
    """What the ratio or the figure is to be, where something was promised."""

    def __str__(self) -> str:
        return f"| {self.what} | {self.ours} | {self.theirs} | {self.ratio} | {self.wanted} |"


HEAD = "| what | ours | against | ratio | wanted |\n|---|---|---|---|---|"


def seconds(work: Callable[[], object]) -> float:
    """Wall seconds of one run."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def in_turn(first: Callable[[], object], second: Callable[[], object], runs: int) -> tuple[float, float]:
    """Median seconds of both, run alternately after one warm-up each, so that a drifting machine slows both."""
    first(), second()
    pairs = [(seconds(first), seconds(second)) for _ in range(runs)]
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)


def process(*command: str | Path) -> float:
    """Wall seconds of one process that says nothing."""
    return seconds(
        lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    )


def ms(value: float) -> str:
    return f"{value * 1000:.0f} ms"


def s(value: float) -> str:
    return f"{value:.2f} s" if value < 10 else f"{value:.1f} s"


def shown(rows: Sequence[Row]) -> str:
    """The rows as a Markdown table."""
    return "\n".join([HEAD, *map(str, rows)])
