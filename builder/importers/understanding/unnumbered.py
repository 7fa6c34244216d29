"""Questions without a number that labels give away: 主问题 on a line of its own, a line above 参考答案：."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.importers.understanding.cues import asks
from builder.importers.understanding.flow import Flow
from builder.importers.understanding.labels import ANSWER_PARTS, Label
from builder.importers.understanding.mark import Mark, Style

FEWEST_STEMS = 2
LONGEST_LINE = 300


def unnumbered(flow: Flow, labels: Sequence[Label], marks: Sequence[Mark]) -> Iterator[Mark]:
    """The marks that labels give away, where no other mark begins yet."""
    yield from _stem_lines(flow, labels, marks)
    yield from _answered_lines(flow, labels, marks)


def _stem_lines(flow: Flow, labels: Sequence[Label], marks: Sequence[Mark]) -> Iterator[Mark]:
    """Labels of questions that fill a line of their own."""
    starts = {mark.start for mark in marks if mark.style == Style.LABEL or mark.number is not None}
    lines = [x for x in labels if x.part == "stem" and x.start not in starts and _fills_line(flow, x)]
    if len(lines) >= FEWEST_STEMS:
        yield from (Mark(x.start, x.end, Style.LABEL, None, True) for x in lines)


def _answered_lines(flow: Flow, labels: Sequence[Label], marks: Sequence[Mark]) -> Iterator[Mark]:
    """Lines that ask, right above a line that an answer's label begins."""
    starts = {mark.start for mark in marks}
    for label in labels:
        if label.part not in ANSWER_PARTS or not flow.begins_line(label.start) or label.start < 2:
            continue
        start = flow.skeleton.rfind("\n", 0, label.start - 1) + 1
        is_short = label.start - start <= LONGEST_LINE
        if is_short and start not in starts and asks(flow.skeleton[start : label.start]):
            yield Mark(start, start, Style.LINE, None, True)


def _fills_line(flow: Flow, label: Label) -> bool:
    return flow.begins_line(label.start) and not flow.skeleton[label.end : flow.line_end(label.end)].strip()
