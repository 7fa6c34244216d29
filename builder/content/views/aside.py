"""What no document prints of a practice question: interviewers may see it, so their Word file carries it.

The words of a practice question are the candidate's (`HandoutView`) and are not here: an edit of one changes the
handout and not the interviewer pack.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from builder.model.bank import Bank, Question, Section
from builder.model.base import Model

PUBLIC = ("stem", "scenario", "task", "think_minutes", "answer_minutes")
"""What the candidate's handout holds of a practice question."""


class SetAside(Model):
    """One practice question without its words, and where it stands."""

    id: str
    section: str
    place: int
    """Among the questions of its section, from 0."""
    question: dict[str, Any]


class SectionAside(Model):
    """A section in which nothing is asked, without its questions."""

    id: str
    place: int
    """Among the sections, from 0."""
    section: dict[str, Any]


class Aside(Model):
    """The rest of the live bank, beside the interviewer's view."""

    points: Decimal | None
    """The total that the bank itself gives; the view has what the sections add up to."""
    sections: list[SectionAside]
    practice: list[SetAside]
    """In the order of the handout."""


def aside(bank: Bank) -> Aside:
    """Practice questions and their sections; drafts and retired questions are in no file."""
    practised = [
        SetAside(id=question.id, section=section.id, place=place, question=_without(question, *PUBLIC))
        for section in bank.sections
        for place, question in enumerate(section.questions)
        if question.practice and question.status == "live"
    ]
    return Aside(
        points=bank.points,
        sections=[
            SectionAside(id=section.id, place=place, section=_without(section, "questions"))
            for place, section in enumerate(bank.sections)
            if not any(_is_asked(q) for q in section.questions)
            and any(section.id == item.section for item in practised)
        ],
        practice=practised,
    )


def _is_asked(question: Question) -> bool:
    return question.status == "live" and not question.practice


def _without(model: Question | Section, *names: str) -> dict[str, Any]:
    return model.model_dump(exclude=set(names))
