"""Levels that no label announces: 优（9-10分）：… right behind a question or its answer."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from builder.importers.understanding.flow import Flow, Span
from builder.importers.understanding.levels import LevelMark, level_marks
from builder.importers.understanding.rubric import listed_criteria

FEWEST, FEWEST_NAMES = 2, 2
_NAMED = re.compile(r"[^\W\d]")


def parted(flow: Flow, start: int, end: int) -> tuple[int, Span] | None:
    """Where the words before the levels end, and the span of the levels; None where there are none."""
    marks = [m for m in level_marks(flow, start, end, None) if _stands_alone(flow, m)]
    if not _are_levels(flow, marks):
        return None
    begin = marks[0].start
    stop = flow.line_end(marks[-1].end) if flow.begins_line(marks[-1].start) else end
    return begin, (begin, min(stop, end))


def _stands_alone(flow: Flow, mark: LevelMark) -> bool:
    """It stands at the beginning of a line or sentence."""
    before = flow.skeleton[max(mark.start - 3, 0) : mark.start].rstrip(" -*·●")[-1:]
    return before in "\n。;?!)" or not before or mark.low is not None


def _are_levels(flow: Flow, marks: list[LevelMark]) -> bool:
    """They run in order; bare numbers also fall, at the beginning of lines: rising ones number a list."""
    if len(marks) >= FEWEST_NAMES and all(mark.low is None for mark in marks):
        return all(flow.begins_line(mark.start) for mark in marks)
    if len(marks) < FEWEST or any(mark.low is None for mark in marks) or not _in_order(marks):
        return False
    if all(_NAMED.search(mark.label) for mark in marks):
        return True
    first, last = marks[0].low, marks[-1].low
    falls = first is not None and last is not None and first > last
    return falls and all(flow.begins_line(mark.start) for mark in marks)


def _in_order(marks: list[LevelMark]) -> bool:
    """Their bands rise or fall from one to the next."""
    lows = [mark.low for mark in marks if mark.low is not None]
    rising = [a < b for a, b in itertools.pairwise(lows)]
    return len(set(rising)) == 1 and len(set(lows)) == len(lows)


def with_levels(flow: Flow, part: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """The piece of the question, parted where levels begin in it."""
    found = parted(flow, start, end)
    listed = listed_criteria(flow, start, end) if found is None and part == "head" else None
    if listed is not None:
        yield part, start, listed
        yield "rubric", listed, end
        return
    if found is None:
        yield part, start, end
        return
    begin, levels = found
    if flow.text[start:begin].strip():
        yield part, start, begin
    yield "rubric", *levels
    if flow.text[levels[1] : end].strip():
        yield part if part != "head" else "analysis", levels[1], end
