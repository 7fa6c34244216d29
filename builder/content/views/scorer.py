"""The scorer's view (记分): what is marked and how, without answers, probes or scripts."""

from __future__ import annotations

from decimal import Decimal

from builder.content.views.interviewer import AskedQuestion, interviewer_view
from builder.model.bank import Aggregation, Bank, Competency, CorrectionRule, Criterion, Position, Scale
from builder.model.base import Model

STEP = Decimal("0.5")


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
    """One row of an anchored rating sheet."""

    name: str
    definition: str
    weight: Decimal
    questions: list[int]
    anchors: dict[int, str]


class ScorerView(Model):
    """Everything on a score sheet that is printed before the interview."""

    id: str
    title: str
    locale: str
    version: str
    position: Position
    scale: Scale
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
    return ScorerView(
        id=bank.id,
        title=bank.title,
        locale=bank.locale,
        version=bank.version,
        position=bank.position,
        scale=bank.scale,
        aggregation=bank.aggregation,
        correction_rule=bank.correction_rule,
        panel_size=bank.panel_size,
        marking=bank.marking,
        points=asked.points,
        questions=questions,
        competencies=[_rated(c, asked.asked_about(c.id)) for c in bank.competencies],
        band_labels=list(labels.pop()) if len(labels) == 1 else [],
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


def _rated(competency: Competency, questions: list[AskedQuestion]) -> RatedCompetency:
    return RatedCompetency(
        name=competency.name,
        definition=competency.definition,
        weight=competency.weight,
        questions=[q.number for q in questions],
        anchors={anchor.score: anchor.descriptor for anchor in competency.anchors},
    )


def _plain(points: Decimal) -> str:
    return f"{points.normalize():f}"
