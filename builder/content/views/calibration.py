"""The raters' view for calibration (校准): key questions with sample answers in an order that tells nothing."""

from __future__ import annotations

import hashlib
from decimal import Decimal

from builder.content.views.interviewer import AskedQuestion, interviewer_view
from builder.content.views.scorer import Band, question_bands
from builder.model.bank import Bank, Criterion, QuestionType, SampleAnswer
from builder.model.base import Model


class CalibrationQuestion(Model):
    """A question whose sample answers are scored; its number is that of the interview."""

    number: int
    id: str
    title: str | None
    type: QuestionType
    section: str
    scenario: str | None
    stem: str
    task: str | None
    points: Decimal
    rubric: list[Criterion]
    bands: list[Band]
    """Bands of the whole question, best first; empty where its criteria use different labels."""
    samples: list[SampleAnswer]
    """In the order of the sheet."""


class CalibrationView(Model):
    """Everything on the calibration sheet that is printed before the raters meet."""

    id: str
    locale: str
    version: str
    position: str
    panel_size: int
    points: Decimal
    """The most that one candidate can get in the interview."""
    questions: list[CalibrationQuestion]

    @property
    def band_labels(self) -> list[str]:
        """Labels shared by all questions, best first; empty where they differ."""
        labels = {tuple(b.label for b in q.bands) for q in self.questions}
        return list(labels.pop()) if len(labels) == 1 else []


def has_samples(bank: Bank) -> bool:
    """Whether any question that is asked has sample answers."""
    return bool(_samples(bank))


def calibration_view(bank: Bank) -> CalibrationView:
    """What raters score together before the interview; only questions with sample answers."""
    asked = interviewer_view(bank)
    samples = _samples(bank)
    return CalibrationView(
        id=bank.id,
        locale=bank.locale,
        version=bank.version,
        position=bank.position.title,
        panel_size=bank.panel_size,
        points=asked.points,
        questions=[
            _calibrated(question, section.title, samples[question.id])
            for section in asked.sections
            for question in section.questions
            if question.id in samples
        ],
    )


def blind_order(question_id: str, samples: list[SampleAnswer]) -> list[SampleAnswer]:
    """The samples in an order that is always the same for a question and does not follow their levels."""
    return sorted(samples, key=lambda s: hashlib.sha256(f"{question_id}:{s.level}".encode()).hexdigest())


def _samples(bank: Bank) -> dict[str, list[SampleAnswer]]:
    live = (q for s in bank.sections for q in s.questions if q.status == "live" and not q.practice)
    return {q.id: q.calibration for q in live if q.calibration}


def _calibrated(question: AskedQuestion, section: str, samples: list[SampleAnswer]) -> CalibrationQuestion:
    return CalibrationQuestion(
        number=question.number,
        id=question.id,
        title=question.title,
        type=question.type,
        section=section,
        scenario=question.scenario,
        stem=question.stem,
        task=question.task,
        points=question.points,
        rubric=question.rubric,
        bands=question_bands(question.rubric, question.points),
        samples=blind_order(question.id, samples),
    )
