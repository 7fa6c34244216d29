"""Rubrics: criteria with points, each perhaps with levels, or levels for the whole question."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from builder.importers.amounts import amounts_in, halves
from builder.importers.draft import Criterion, Question
from builder.importers.flow import Flow
from builder.importers.levels import LevelMark, level_marks, take_levels

_MARK = r"(?P<mark>[-*·●◆■▪]+ *|\(?\d{1,2}(?:[)、]|\.(?!\d))+ *|[①-⑳][、.]? *|\([一二三四五六七八九十]{1,5}\)[、.]? *)?\**"
_TITLE = r"(?P<title>[^\n()\[\]:。;?]{2,60}?)\** *"
_POINTS = r"(?P<points>[(\[](?:[^()\[\]\n]{0,6}?\d{1,6}(?:\.5)? *(?:分|points?|marks?|pts?)[^()\[\]\n]{0,4}|[一二三四五六七八九十]{1,5}分)[)\]]|(?:[:,] *|- +)\d{1,6}(?:\.5)? *(?:分(?!钟)|points?\b|marks?\b))\**"
_CRITERION = re.compile(rf"{_MARK}{_TITLE}{_POINTS}(?P<colon> *[:,-])? *", re.IGNORECASE)
_BOUNDARY = re.compile(r"(?:^|[\n。;,|.)、])\s*$")


@dataclass(frozen=True, slots=True)
class CriterionMark:
    """Where a criterion begins, its title, and where its details begin."""

    start: int
    title: tuple[int, int]
    end: int
    points: Decimal


def read_rubric(flow: Flow, start: int, end: int, question: Question) -> None:
    """Puts what stands under a label such as 评分标准 into the question: criteria, or words for its analysis."""
    start, end = flow.trimmed(start, end)
    levels = level_marks(flow, start, end, halves(question.amounts.points))
    criteria = [c for c in _criteria(flow, start, end) if not _is_level(c, levels)]
    levels = [m for m in levels if not any(c.start <= m.start < c.end for c in criteria)]
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
        amounts, _ = amounts_in(match["points"].strip("()[]:,- "))
        points = halves(amounts.points if amounts.points is not None else amounts.total)
        at_boundary = _BOUNDARY.search(flow.skeleton[max(start, match.start() - 3) : match.start()])
        if points is not None and (match["mark"] or at_boundary):
            title = flow.trimmed(*match.span("title"))
            found.append(CriterionMark(match.start(), title, match.end(), points))
    return found


def _is_level(criterion: CriterionMark, levels: list[LevelMark]) -> bool:
    return any(criterion.start < mark.end and mark.start < criterion.end for mark in levels)


def _take(flow: Flow, mark: CriterionMark, stop: int, levels: list[LevelMark]) -> Criterion:
    flow.sign(mark.start, mark.end)
    own = [m for m in levels if mark.end <= m.start < stop]
    title = flow.take(*mark.title)
    detail_end = own[0].start if own else stop
    start, detail_end = flow.trimmed(mark.end, detail_end)
    bare = re.search(r"[;,|\s]*$", flow.skeleton[start:detail_end])
    if bare and bare[0]:
        flow.sign(start + bare.start(), detail_end)
        detail_end = start + bare.start()
    detail = flow.take(start, detail_end)
    return Criterion(title, mark.points, detail, take_levels(flow, own, stop) if own else [])
