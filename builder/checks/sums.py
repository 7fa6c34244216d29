"""Points that must add up, from the levels of a criterion to the weights of a bank."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from decimal import Decimal

from builder.checks.rule import Slip
from builder.content.bank import LoadedBank, located_questions
from builder.errors import NOTHING
from builder.model.bank import HALF, Criterion, Question
from builder.words import Words, words


def plain(value: Decimal) -> str:
    """A number without needless zeros."""
    return f"{value.normalize():f}"


def _total(values: Iterator[Decimal]) -> Decimal:
    return sum(values, Decimal(0))


def rubric_sum(loaded: LoadedBank) -> Iterator[Slip]:
    """A question's criteria add up to its points."""
    for path, question in located_questions(loaded.bank):
        found = _total(c.points for c in question.rubric)
        if question.rubric and found != question.points:
            sentence = words(
                "criteria add up to {found}, the question is worth {points}",
                found=plain(found),
                points=plain(question.points),
            )
            yield Slip((*path, "points"), sentence, words("change the criteria's points, or the question's"))


def key_point_sum(loaded: LoadedBank) -> Iterator[Slip]:
    """Key points that carry points add up to the question's."""
    for path, question in located_questions(loaded.bank):
        points = question.guide.key_points if question.guide else []
        given = [p.points for p in points if p.points is not None]
        if given and _total(iter(given)) != question.points:
            sentence = words(
                "key points add up to {found}, the question is worth {points}",
                found=plain(_total(iter(given))),
                points=plain(question.points),
            )
            hint = words("give every key point its share, or none of them points")
            yield Slip((*path, "guide", "key_points"), sentence, hint)


def section_sum(loaded: LoadedBank) -> Iterator[Slip]:
    """A section's questions add up to its points; with `draw`, any draw of them does."""
    for i, section in enumerate(loaded.bank.sections):
        live = [q for q in section.questions if q.status == "live" and not q.practice]
        if section.draw == "all":
            found = _total(q.points for q in live)
        elif len({q.points for q in live}) > 1:
            hint = words("give all questions of a section that is drawn from the same points")
            sentence = words("the total depends on which questions are drawn")
            yield Slip(("sections", i, "draw"), sentence, hint)
            continue
        else:
            found = live[0].points * section.draw if live else Decimal(0)
        if found != section.points:
            sentence = words(
                "questions add up to {found}, the section is worth {points}",
                found=plain(found),
                points=plain(section.points),
            )
            hint = words("change the section's points, or its questions'")
            yield Slip(("sections", i, "points"), sentence, hint)


def total_sum(loaded: LoadedBank) -> Iterator[Slip]:
    """The sections add up to the bank's points, where it gives them."""
    found, points = _total(s.points for s in loaded.bank.sections), loaded.bank.points
    if points is not None and found != points:
        sentence = words(
            "sections add up to {found}, the bank is worth {points}", found=plain(found), points=plain(points)
        )
        yield Slip(("points",), sentence, words("change the sections' points, or the bank's"))


def weight_sum(loaded: LoadedBank) -> Iterator[Slip]:
    """The weights of all competencies add up to 100."""
    found = _total(c.weight for c in loaded.bank.competencies)
    if found != 100:
        sentence = words("weights add up to {found}, not to 100", found=plain(found))
        yield Slip(("competencies",), sentence, words("change the weights so that they add up to 100"))


def scored_needs_rubric(loaded: LoadedBank) -> Iterator[Slip]:
    """A live question that carries points has key points and a rubric."""
    for path, question in located_questions(loaded.bank):
        if question.status != "live" or question.practice or not question.points:
            continue
        missing = _missing(question)
        if missing:
            sentence = words(
                "a question worth {points} has no {missing}",
                points=plain(question.points),
                missing=missing,
            )
            hint = words("raters cannot score it alike: add what is missing, or set points: 0")
            yield Slip(path, sentence, hint)


def _missing(question: Question) -> Words:
    if not question.rubric:
        return words("rubric")
    return NOTHING if question.guide and question.guide.key_points else words("key points")


def level_bands(loaded: LoadedBank) -> Iterator[Slip]:
    """The levels of a criterion cover 0 to its points without gap or overlap, in steps of half a point."""
    for path, question in located_questions(loaded.bank):
        for i, criterion in enumerate(question.rubric):
            here = (*path, "rubric", i, "levels")
            yield from (Slip(here, sentence, _BANDS_HINT) for sentence in _band_slips(criterion))


_BANDS_HINT = words(
    "bands run from 0 to the criterion's points; each begins half a point above the one below"
)


def _band_slips(criterion: Criterion) -> Iterator[Words]:
    levels = sorted(criterion.levels, key=lambda level: (level.min, level.max))
    if any(level.min > level.max for level in levels):
        yield words("a level's “min” is above its “max”")
        return
    if levels[0].min != 0:
        yield words("no level covers 0 to {low}", low=plain(levels[0].min))
    for lower, upper in itertools.pairwise(levels):
        if upper.min <= lower.max:
            yield words(
                "“{lower}” and “{upper}” overlap at {value}",
                lower=lower.label,
                upper=upper.label,
                value=plain(upper.min),
            )
        elif upper.min - lower.max > HALF:
            gap = {"low": plain(lower.max), "high": plain(upper.min)}
            yield words("no level covers what lies between {low} and {high}", **gap)
    if levels[-1].max != criterion.points:
        found, points = plain(levels[-1].max), plain(criterion.points)
        yield words(
            "the highest level ends at {found}, the criterion is worth {points}", found=found, points=points
        )
