"""What closes a document, behind its last question: one scoring scale for all, what adds and deducts points."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from builder.importers.understanding.landscape import Landscape
from builder.importers.understanding.outline import Beginning

_OF_ALL = frozenset({"rubric", "key_points", "red_flags", "common_errors", "points", "notes", "analysis"})
_FAREWELL = re.compile(
    r"(?m)^ *(?:面试官|考官)?(?:结束语?|结语|收尾) *:|^ *(?:closing|close|wrap[- ]?up) *:", re.IGNORECASE
)
_TOTAL = re.compile(
    r"^ *(?:(?:合计|总计|共计|总分|满分)[: ]*\d+(?:\.\d)? *分|total *: *\d+(?:\.\d)? *(?:points?|marks?)?)[.。]?\s*$",
    re.IGNORECASE | re.MULTILINE,
)
LONGEST_FAREWELL = 200
FEWEST = 3
"""Questions before it that have no such part."""


def closing(land: Landscape, beginnings: Sequence[Beginning]) -> int:
    """Where the text for all questions begins; the document's end where its last question ends it.

    It is announced, behind a blank line, by a label that no question has.
    """
    flow = land.flow
    asked = [b.sight.mark.start for b in beginnings if not (b.is_section or b.key)]
    if asked and (notes := _notes(land, asked[-1])):
        return notes
    if len(asked) > 1 and (total := _total(land, asked)) is not None:
        return total
    if len(asked) <= FEWEST or asked[-1] != beginnings[-1].sight.mark.start:
        return len(flow)
    if farewell := _farewell(land, asked[-1]):
        return farewell
    others = {label.part for label in land.labels_between(0, asked[-1])}
    for label in land.labels_between(asked[-1], len(flow)):
        announces = label.part in _OF_ALL - others and flow.begins_line(label.start)
        if announces and flow.stands_apart(label.start):
            return label.start
    return min(_behind_lines(land, asked), _apart(land, beginnings))


def _apart(land: Landscape, beginnings: Sequence[Beginning]) -> int:
    """Where a last line without a label stands behind a blank line, as in no question before: what the total means."""
    flow = land.flow
    ends = [*(b.start for b in beginnings[1:]), len(flow)]
    *others, last = [
        _line_apart(land, b.start, end) for b, end in zip(beginnings, ends, strict=True) if not b.is_section
    ]
    return len(flow) if last is None or any(start is not None for start in others) else last


def _line_apart(land: Landscape, start: int, end: int) -> int | None:
    """Where the last line of a labelled question begins, if a blank line parts it from the labels before."""
    flow = land.flow
    stop = flow.trimmed(start, end)[1]
    begin = flow.text.rfind("\n", start, stop) + 1
    labels = land.labels_between(start, end)
    behind = bool(labels) and labels[-1].end < begin and stop - begin < LONGEST_FAREWELL
    return begin if behind and flow.stands_apart(begin) else None


def _notes(land: Landscape, last: int) -> int | None:
    """Where, behind a blank line, notes for candidates begin that no question has."""
    flow = land.flow
    if any(label.part == "notes" for label in land.labels_between(0, last)):
        return None
    for label in land.labels_between(last, len(flow)):
        if label.part == "notes" and flow.begins_line(label.start):
            return label.start if flow.stands_apart(label.start) else None
    return None


def _total(land: Landscape, asked: Sequence[int]) -> int | None:
    """The last line, where it adds up the document; a sum that each question has is its rubric's."""
    found = list(_TOTAL.finditer(land.flow.skeleton, asked[0]))
    alone = len(found) == 1 and found[0].start() > asked[-1]
    return found[0].start() if alone and not land.flow.skeleton[found[0].end() :].strip() else None


def _farewell(land: Landscape, start: int) -> int | None:
    """The line in which the interviewer closes the interview, if the document has it."""
    found = _FAREWELL.search(land.flow.skeleton, start)
    return found.start() if found and len(land.flow) - found.start() < LONGEST_FAREWELL else None


def _behind_lines(land: Landscape, asked: Sequence[int]) -> int:
    """Where a blank line ends a bare list of questions, a line each."""
    flow = land.flow
    last = asked[-FEWEST - 1 :]
    lines = all(flow.line_end(start) + 1 == following for start, following in itertools.pairwise(last))
    end = flow.line_end(last[-1])
    if not lines or end >= len(flow) or land.labels_between(last[-1], len(flow)):
        return len(flow)
    return end if flow.stands_apart(end + 1) else len(flow)
