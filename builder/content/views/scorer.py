"""The scorer's view (记分): what is marked and how, without answers, probes or scripts."""

from __future__ import annotations

from decimal import ROUND_CEILING, Decimal
from typing import Literal

from builder.content.views.interviewer import AskedQuestion, interviewer_view
from builder.model.bank import Aggregation, Bank, Competency, CorrectionRule, Criterion, Position, Scale
from builder.model.base import Model

STEP = Decimal("0.5")
SHARES = (Decimal("0.8"), Decimal("0.6"), Decimal(0))


class Band(Model):
    """A label with the range of points that earns it, e.g. 好 4–5."""

    label: str
    min: Decimal
    max: Decimal


class ScoredQuestion(Model):
    """One line of a points sheet."""

    number: int
    title: str
    points: Decimal
    criteria: list[str]
    """Each criterion's title with its points."""
    bands: list[Band]
    """Bands of the whole question, best first; empty where its criteria use different labels."""


class RatedCompetency(Model):
    """One row of a sheet by competency: anchored ratings, or points out of its weight."""

    name: str
    definition: str
    weight: Decimal
    indicators: list[str]
    questions: list[int]
    anchors: dict[int, str]
    bands: list[Band]
    """Good, fair and poor shares of the weight, best first; the labels are those of the questions' levels."""


class ScorerView(Model):
    """Everything on a score sheet that is printed before the interview."""

    id: str
    title: str
    locale: str
    version: str
    position: Position
    scale: Scale
    by: Literal["question", "competency"]
    """What gets a score on a points sheet."""
    aggregation: Aggregation
    correction_rule: CorrectionRule
    panel_size: int
    marking: str | None
    questions: list[ScoredQuestion]
    competencies: list[RatedCompetency]
    band_labels: list[str]
    """Labels shared by all questions, best first; empty where they differ."""
    points: Decimal
    """The most that one candidate can get."""


def scorer_view(bank: Bank) -> ScorerView:
    """What one rater fills in for one candidate."""
    asked = interviewer_view(bank)
    questions = [_scored(q) for q in asked.questions]
    labels = {tuple(b.label for b in q.bands) for q in questions}
    shared = list(labels.pop()) if len(labels) == 1 else []
    return ScorerView(
        id=bank.id,
        title=bank.title,
        locale=bank.locale,
        version=bank.version,
        position=bank.position,
        scale=bank.scale,
        by=scored_by(bank),
        aggregation=bank.aggregation,
        correction_rule=bank.correction_rule,
        panel_size=bank.panel_size,
        marking=bank.marking,
        points=asked.points,
        questions=questions,
        competencies=[_rated(c, asked.asked_about(c.id), shared) for c in bank.competencies],
        band_labels=shared,
    )


def _scored(question: AskedQuestion) -> ScoredQuestion:
    return ScoredQuestion(
        number=question.number,
        title=question.title or question.stem.strip().splitlines()[0],
        points=question.points,
        criteria=[f"{c.title} {_plain(c.points)}" for c in question.rubric],
        bands=question_bands(question.rubric, question.points),
    )


def question_bands(rubric: list[Criterion], points: Decimal) -> list[Band]:
    """Bands of a whole question from those of its criteria (ours), best first, without gaps.

    The best band begins where every criterion is at the floor of its best level; the next where every one is
    at the floor of its second; and so on down to 0. Each band ends one step under the band above it.
    """
    ordered = [sorted(c.levels, key=lambda level: level.max, reverse=True) for c in rubric]
    if not ordered or len({tuple(level.label for level in levels) for levels in ordered}) != 1:
        return []
    bands: list[Band] = []
    top = points
    for rank, level in enumerate(ordered[0]):
        last = rank == len(ordered[0]) - 1
        floor = Decimal(0) if last else sum((levels[rank].min for levels in ordered), Decimal(0))
        bands.append(Band(label=level.label, min=floor, max=top))
        top = floor - STEP
    return bands


def scored_by(bank: Bank) -> Literal["question", "competency"]:
    """What gets a score on a points sheet: what the bank says, or what its aggregation needs."""
    by_competency = bank.aggregation is Aggregation.TRIM_BY_COMPETENCY
    return bank.score_by or ("competency" if by_competency else "question")


def weight_bands(weight: Decimal, labels: list[str]) -> list[Band]:
    """Bands of a competency out of its weight (ours): three labels stand for 80, 60 and 0 per cent upwards.

    Floors are rounded up to half points; each band ends half a point under the one above. No bands for other
    numbers of labels.
    """
    if len(labels) != len(SHARES):
        return []
    bands: list[Band] = []
    top = weight
    for label, share in zip(labels, SHARES, strict=True):
        floor = (weight * share / STEP).to_integral_value(ROUND_CEILING) * STEP
        bands.append(Band(label=label, min=floor, max=top))
        top = floor - STEP
    return bands


def _rated(competency: Competency, questions: list[AskedQuestion], labels: list[str]) -> RatedCompetency:
    return RatedCompetency(
        name=competency.name,
        definition=competency.definition,
        weight=competency.weight,
        indicators=competency.indicators,
        bands=weight_bands(competency.weight, labels),
        questions=[q.number for q in questions],
        anchors={anchor.score: anchor.descriptor for anchor in competency.anchors},
    )


def _plain(points: Decimal) -> str:
    return f"{points.normalize():f}"
