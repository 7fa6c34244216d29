"""The candidate's views (考生): what may be read before the interview, and at the table.

Nothing here inherits from the bank's models: these types have no field for guides, key points, probes, rubrics,
red flags, weights or the names of live questions.
"""

from __future__ import annotations

from decimal import Decimal

from builder.model.bank import Bank, Handout, Question
from builder.model.base import Model


class PublicPosition(Model):
    """The job as advertised."""

    title: str
    grade: str | None
    key_tasks: list[str]


class PublicCompetency(Model):
    """What is assessed, in plain words."""

    name: str
    note: str


class PublicSection(Model):
    """A part of the interview as candidates are told of it."""

    title: str
    questions: int
    minutes: Decimal


class PublicQuestion(Model):
    """A question as the candidate sees it."""

    number: int
    scenario: str | None
    stem: str
    task: str | None
    think_minutes: Decimal
    answer_minutes: Decimal


class HandoutView(Model):
    """What the candidate's handout is made from; holds no live question."""

    id: str
    locale: str
    version: str
    position: PublicPosition
    competencies: list[PublicCompetency]
    sections: list[PublicSection]
    panel_size: int
    handout: Handout
    practice: list[PublicQuestion]

    @property
    def question_count(self) -> int:
        return sum(section.questions for section in self.sections)

    @property
    def minutes(self) -> Decimal:
        return sum((section.minutes for section in self.sections), Decimal(0))


class KeptCompetency(PublicCompetency):
    """A competency, and whether its plain words are the handout's own; without them its definition is shown."""

    noted: bool


class KeptHandout(Model):
    """What the handout's Word file carries: the handout without anything that is not printed in it, such as ids."""

    id: str
    locale: str
    version: str
    title: str
    """Of the position."""
    key_tasks: list[str]
    competencies: list[KeptCompetency]
    panel_size: int
    handout: Handout
    practice: list[PublicQuestion]


class CardsView(Model):
    """What lies on the candidate's table: scenario, stem and task of each live question."""

    id: str
    locale: str
    version: str
    position: str
    questions: list[PublicQuestion]


def handout_view(bank: Bank) -> HandoutView:
    """What a candidate may read before the interview. The bank must have a `handout`."""
    assert bank.handout is not None
    practice = [q for s in bank.sections for q in s.questions if q.practice and q.status == "live"]
    return HandoutView(
        id=bank.id,
        locale=bank.locale,
        version=bank.version,
        position=_position(bank),
        competencies=[
            PublicCompetency(name=c.name, note=bank.handout.competency_notes.get(c.id, c.definition))
            for c in bank.competencies
        ],
        sections=_sections(bank),
        panel_size=bank.panel_size,
        handout=bank.handout,
        practice=_public(practice),
    )


def kept_handout(view: HandoutView) -> KeptHandout:
    """What the Word file of that view carries."""
    notes = set(view.handout.competency_notes.values())
    return KeptHandout(
        id=view.id,
        locale=view.locale,
        version=view.version,
        title=view.position.title,
        key_tasks=view.position.key_tasks,
        competencies=[
            KeptCompetency(name=c.name, note=c.note, noted=c.note in notes) for c in view.competencies
        ],
        panel_size=view.panel_size,
        handout=view.handout.model_copy(update={"competency_notes": {}}),
        practice=view.practice,
    )


def cards_view(bank: Bank) -> CardsView:
    """What a candidate may read at the table."""
    live = [q for s in bank.sections for q in s.questions if _is_asked(q)]
    return CardsView(
        id=bank.id,
        locale=bank.locale,
        version=bank.version,
        position=bank.position.title,
        questions=_public(live),
    )


def _is_asked(question: Question) -> bool:
    return question.status == "live" and not question.practice


def _position(bank: Bank) -> PublicPosition:
    position = bank.position
    return PublicPosition(title=position.title, grade=position.grade, key_tasks=position.key_tasks)


def _sections(bank: Bank) -> list[PublicSection]:
    live = [(s, sum(_is_asked(q) for q in s.questions)) for s in bank.sections]
    return [
        PublicSection(title=s.title, questions=n if s.draw == "all" else s.draw, minutes=s.minutes)
        for s, n in live
        if n
    ]


def _public(questions: list[Question]) -> list[PublicQuestion]:
    return [
        PublicQuestion(
            number=number,
            scenario=q.scenario,
            stem=q.stem,
            task=q.task,
            think_minutes=q.think_minutes,
            answer_minutes=q.answer_minutes,
        )
        for number, q in enumerate(questions, 1)
    ]
