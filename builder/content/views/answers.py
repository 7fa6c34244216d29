"""The view of answers alone (参考答案): what a good answer holds and how it is scored, nothing to ask with."""

from __future__ import annotations

from decimal import Decimal

from builder.content.views.interviewer import AskedQuestion, interviewer_view
from builder.model.bank import Bank, Criterion, KeyPoint, QuestionType
from builder.model.base import Model


class Answer(Model):
    """One question with its key points, model answer and rubric."""

    number: int
    id: str
    title: str | None
    type: QuestionType
    stem: str
    points: Decimal
    key_points: list[KeyPoint]
    model_answer: str | None
    rubric: list[Criterion]


class AnswerSection(Model):
    """A part of the interview with the answers to its questions."""

    id: str
    number: int
    title: str
    asked: int
    points: Decimal
    minutes: Decimal
    answers: list[Answer]


class AnswerKeyView(Model):
    """The answers to all live questions; holds no probes, scripts, analysis or red flags."""

    id: str
    locale: str
    version: str
    position: str
    sections: list[AnswerSection]


def has_answers(bank: Bank) -> bool:
    """Whether any question that is asked has a guide or a rubric."""
    return any(q.guide or q.rubric for q in interviewer_view(bank).questions)


def answer_key_view(bank: Bank) -> AnswerKeyView:
    """The answers of the live bank, numbered as the questions are asked."""
    return AnswerKeyView(
        id=bank.id,
        locale=bank.locale,
        version=bank.version,
        position=bank.position.title,
        sections=[
            AnswerSection(
                id=section.id,
                number=section.number,
                title=section.title,
                asked=section.asked,
                points=section.points,
                minutes=section.minutes,
                answers=[_answer(question) for question in section.questions],
            )
            for section in interviewer_view(bank).sections
        ],
    )


def _answer(question: AskedQuestion) -> Answer:
    guide = question.guide
    return Answer(
        number=question.number,
        id=question.id,
        title=question.title,
        type=question.type,
        stem=question.stem,
        points=question.points,
        key_points=guide.key_points if guide else [],
        model_answer=guide.model_answer if guide else None,
        rubric=question.rubric,
    )
