"""The interviewer's view (考官): the whole live bank, numbered as it is asked."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from builder.model.bank import Bank, Competency, Question, Section


class AskedQuestion(Question):
    """A question with its number in the interview, from 1."""

    number: int


class AskedSection(Section):
    """A part of the interview with its place in the order, from 1."""

    number: int
    questions: Annotated[list[AskedQuestion], Field(min_length=1)]  # type: ignore[assignment]

    @property
    def asked(self) -> int:
        """How many of its questions one candidate is asked."""
        return len(self.questions) if self.draw == "all" else self.draw


class InterviewerView(Bank):
    """The bank without drafts, retired and practice questions, the handout and the calibration samples."""

    points: Decimal
    """What the sections add up to, whether or not the bank says so."""
    sections: list[AskedSection]  # type: ignore[assignment]

    @property
    def questions(self) -> list[AskedQuestion]:
        return [q for section in self.sections for q in section.questions]

    @property
    def asked(self) -> int:
        """How many questions one candidate is asked."""
        return sum(section.asked for section in self.sections)

    @property
    def minutes(self) -> Decimal:
        return sum((s.minutes for s in self.sections), Decimal(0))

    def competency(self, competency_id: str) -> Competency:
        return next(c for c in self.competencies if c.id == competency_id)

    def asked_about(self, competency_id: str) -> list[AskedQuestion]:
        """The questions that give evidence on one competency."""
        return [q for q in self.questions if competency_id in q.competencies]


def interviewer_view(bank: Bank) -> InterviewerView:
    """Everything an interviewer needs and nothing that is not asked."""
    sections: list[AskedSection] = []
    asked = 0
    for section in bank.sections:
        live = [q for q in section.questions if q.status == "live" and not q.practice]
        if not live:
            continue
        numbered = [
            AskedQuestion.model_construct(**{**q.__dict__, "number": asked + i, "calibration": []})
            for i, q in enumerate(live, 1)
        ]
        asked += len(numbered)
        fields = {**section.__dict__, "number": len(sections) + 1, "questions": numbered}
        sections.append(AskedSection.model_construct(**fields))
    points = sum((section.points for section in sections), Decimal(0))
    shown = {"points": points, "sections": sections, "handout": None}
    return InterviewerView.model_construct(**{**bank.__dict__, **shown})
