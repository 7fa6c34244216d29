"""Records whose particulars stand before the question: Competency: … Question: … Rating: …"""

from __future__ import annotations

import bisect
import dataclasses
from collections import Counter
from collections.abc import Sequence

from builder.importers.understanding.flow import Flow
from builder.importers.understanding.labels import Label
from builder.importers.understanding.mark import Mark, Style
from builder.importers.understanding.particulars import PARTICULARS

FEWEST, LONGEST_VALUE = 2, 30


def with_leads(flow: Flow, labels: Sequence[Label], marks: Sequence[Mark]) -> list[Mark]:
    """The marks; those of unnumbered questions begin with their particulars where all of them have such."""
    starts = [label.start for label in labels]
    leads = {i: _lead(flow, labels, starts, m) for i, m in enumerate(marks) if m.style == Style.LABEL}
    parts = Counter(label.part for label in leads.values() if label is not None)
    part, count = parts.most_common(1)[0] if parts else ("", 0)
    if count < FEWEST or count < len(leads) - 1:
        return list(marks)
    return [
        dataclasses.replace(mark, lead=lead.start) if (lead := leads.get(i)) and lead.part == part else mark
        for i, mark in enumerate(marks)
    ]


def _lead(flow: Flow, labels: Sequence[Label], starts: Sequence[int], mark: Mark) -> Label | None:
    """The first of the particulars that stand, a line each, right before the mark."""
    first = None
    below = mark.start
    for i in range(bisect.bisect_left(starts, mark.start) - 1, -1, -1):
        label = labels[i]
        fills_line = flow.begins_line(label.start) and flow.line_end(label.end) + 1 == below
        framed = flow.skeleton[label.start] == "[" and below - label.end <= LONGEST_VALUE
        if label.part not in PARTICULARS or not (fills_line or framed):
            break
        first, below = label, label.start
    return first
