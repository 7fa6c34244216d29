"""Rubrics: criteria with points, each perhaps with levels, or levels for the whole question."""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from builder.importers.draft import Criterion, Question
from builder.importers.understanding.amounts import amounts_in, halves
from builder.importers.understanding.cues import asks
from builder.importers.understanding.flow import Flow
from builder.importers.understanding.levels import SEPARATORS, LevelMark, level_marks, take_levels

_MARK = r"(?P<mark>[-*·●◆■▪]+ *|\(?\d{1,2}(?:[)、]|\.(?!\d))+ *|[①-⑳][、.]? *|\([一二三四五六七八九十]{1,5}\)[、.]? *)?\**"
_TITLE = r"(?P<title>[^\n()\[\]:。;?]{2,60}?|(?<![^\n])[^\n()\[\]?]{2,90}?)[。;,]?\** *"
_POINTS = r"(?P<points>[(\[](?:[^()\[\]\n]{0,6}?\d{1,6}(?:\.5)? *(?:分|points?|marks?|pts?)[^()\[\]\n]{0,4}|[一二三四五六七八九十]{1,5}分)[)\]]|(?:[:,。] *|- +|-{2,} *)(?:可?得|计|给)? *\d{1,6}(?:\.5)? *(?:分(?!钟)|points?\b|marks?\b)|(?<=[^\W\d]) *(?:可?得|计|给)? *\d{1,3}(?:\.5)? *分(?= *(?:[,;。、\n]|$)))\**"
_CRITERION = re.compile(rf"{_MARK}{_TITLE}{_POINTS}(?P<colon> *[:,-])? *", re.IGNORECASE)
_SUM = re.compile(
    r"[每各本该此]?(?:小|道)?题|[每各答任]\w{0,4}[个点项条步处空句]|[答写说列][对出中到]任?[意何]?[一1]\w{1,2}|.*(?:最[多高]|至多|不超过|即)|满分|总分|[共总合]计?|最[高低]|不超过|计"
)
"""Words before points that name no criterion."""
FEWEST_LISTED = 2
_BARE = re.compile(
    r"(?m)^ *(?P<mark>[-*·●]+|\d{1,2}[.)]) *(?P<title>[^\n()]{2,90}?) *[(\[](?P<points>\d{1,2})[)\]] *$"
)
"""A line of a list with a bare number behind it."""
_BOUNDARY = re.compile(r"(?:^|[\n。;,|.)、])\s*$")


@dataclass(frozen=True, slots=True)
class CriterionMark:
    """Where a criterion begins, its title, and where its details begin."""

    start: int
    title: tuple[int, int]
    end: int
    points: Decimal


_M = TypeVar("_M", CriterionMark, LevelMark)


def read_rubric(flow: Flow, start: int, end: int, question: Question) -> None:
    """Puts what stands under a label such as 评分标准 into the question: criteria, or words for its analysis."""
    start, end = flow.trimmed(start, end)
    levels = level_marks(flow, start, end, halves(question.amounts.points))
    criteria = _outside(_criteria(flow, start, end), levels)
    criteria = _outside_lines(flow, criteria, levels)
    levels = _outside(levels, criteria)
    first = min([*(c.start for c in criteria), *(m.start for m in levels)], default=end)
    if re.fullmatch(r"[\s*·●;,|-]*", flow.skeleton[start:first]):
        flow.sign(start, first)
    else:
        question.analysis.append(flow.take(start, first))
    stops = [*(c.start for c in criteria), end]
    before = [m for m in levels if m.start < stops[0]]
    if before:
        question.rubric.append(Criterion("", None, "", take_levels(flow, before, stops[0])))
    for criterion, stop in zip(criteria, stops[1:], strict=True):
        question.rubric.append(_take(flow, criterion, stop, levels))


def _criteria(flow: Flow, start: int, end: int) -> list[CriterionMark]:
    found = []
    for match in _CRITERION.finditer(flow.skeleton, start, end):
        amounts, _ = amounts_in(match["points"].strip("()[]:,。- 可得计给"))
        points = halves(amounts.points if amounts.points is not None else amounts.total)
        at_boundary = _BOUNDARY.search(flow.skeleton[max(start, match.start() - 3) : match.start()])
        if (
            points is not None
            and (match["mark"] or at_boundary)
            and not _SUM.fullmatch(match["title"].strip())
        ):
            title = flow.trimmed(*match.span("title"))
            found.append(CriterionMark(match.start(), title, match.end(), points))
    return found or _with_bare_numbers(flow, start, end)


def _with_bare_numbers(flow: Flow, start: int, end: int) -> list[CriterionMark]:
    """Criteria whose points are a number in brackets, where every line of the list has one."""
    found = [
        CriterionMark(m.start(), m.span("title"), m.end(), Decimal(m["points"]))
        for m in _BARE.finditer(flow.skeleton, start, end)
    ]
    return found if len(found) >= FEWEST_LISTED else []


def listed_criteria(flow: Flow, start: int, end: int) -> int | None:
    """Where criteria begin that no label announces: the list, each item with its points, that ends the stretch.

    A line that leads up to them belongs to them; None where there are none. Parts of a question have points too,
    and ask.
    """
    start, end = flow.trimmed(start, end)
    criteria = list(itertools.dropwhile(lambda c: not _is_marked(flow, c), _criteria(flow, start, end)))
    stops = [*(c.start for c in criteria[1:]), end]
    between = [flow.skeleton[c.end : stop] for c, stop in zip(criteria, stops, strict=False)]
    if len(criteria) < FEWEST_LISTED or any(words.strip(f"{SEPARATORS}。.") for words in between):
        return None
    begin = criteria[0].start
    marked = all(_is_marked(flow, c) for c in criteria)
    if not marked or asks(flow.skeleton[begin:end]) or not flow.text[start:begin].strip():
        return None
    line = flow.text.rfind("\n", 0, flow.trimmed(start, begin)[1]) + 1
    leads = line > start and flow.skeleton[line:begin].rstrip().endswith(":")
    return line if leads else begin


def _is_marked(flow: Flow, criterion: CriterionMark) -> bool:
    """A number or bullet stands before it."""
    return bool(flow.skeleton[criterion.start : criterion.title[0]].strip())


def _outside(marks: Sequence[_M], others: Sequence[CriterionMark | LevelMark]) -> list[_M]:
    """The marks that overlap none of the others, which stand in their order and do not overlap each other."""
    ends = [other.end for other in others]
    following = [bisect.bisect_right(ends, mark.start) for mark in marks]
    return [
        mark
        for mark, i in zip(marks, following, strict=True)
        if i == len(others) or others[i].start >= mark.end
    ]


def _outside_lines(
    flow: Flow, criteria: Sequence[CriterionMark], levels: Sequence[LevelMark]
) -> list[CriterionMark]:
    """Without points in the words of a level: …，只讲到一样，2分, or （2分） where each level has a line of its own."""
    apart = len({flow.text.rfind("\n", 0, level.start) for level in levels}) == len(levels)
    starts = [level.start for level in levels]

    def is_inside(criterion: CriterionMark) -> bool:
        bracketed = flow.skeleton[criterion.title[1] : criterion.end].lstrip(" *")[:1] in "(["
        before = bisect.bisect_left(starts, criterion.start)
        line = flow.text.rfind("\n", 0, criterion.start) + 1
        return (apart or not bracketed) and before > 0 and starts[before - 1] >= line

    return [criterion for criterion in criteria if not is_inside(criterion)]


def _take(flow: Flow, mark: CriterionMark, stop: int, levels: list[LevelMark]) -> Criterion:
    flow.sign(mark.start, mark.end)
    first, last = (bisect.bisect_left(levels, x, key=lambda level: level.start) for x in (mark.end, stop))
    own = levels[first:last]
    title = flow.take(*mark.title)
    detail_end = own[0].start if own else stop
    start, detail_end = flow.trimmed(mark.end, detail_end)
    bare = start + len(flow.skeleton[start:detail_end].rstrip(SEPARATORS))
    flow.sign(bare, detail_end)
    detail_end = bare
    detail = flow.take(start, detail_end)
    return Criterion(title, mark.points, detail, take_levels(flow, own, stop) if own else [])
