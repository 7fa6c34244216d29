"""The answers to all questions at the end of a paper, brought to their questions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from builder.importers.draft import Draft, Question
from builder.importers.understanding.landscape import Landscape
from builder.importers.understanding.outline import Beginning
from builder.importers.understanding.question import read_question
from builder.importers.understanding.section import read_heading


class Stretch(Protocol):
    """From one beginning to the next."""

    @property
    def beginning(self) -> Beginning: ...
    @property
    def end(self) -> int: ...


def read_key(land: Landscape, draft: Draft, stretches: Sequence[Stretch]) -> None:
    """Gives each question the answer of its number; answers that belong to no question stay unaccounted."""
    answers = [s for s in stretches if not s.beginning.is_section]
    questions = _matching(draft, [s.beginning.sight.mark.number for s in answers])
    if any(question is not None for question in questions):
        for stretch in stretches:
            if stretch.beginning.is_section:
                read_heading(land, stretch.beginning.sight.mark, stretch.end)
    for stretch, question in zip(answers, questions, strict=True):
        if question is not None:
            merge_answer(question, read_question(land, stretch.beginning.sight.mark, stretch.end))


def _matching(draft: Draft, numbers: Sequence[int | None]) -> Iterable[Question | None]:
    """For each answer its question: in their order where there are as many, otherwise by a number of its own."""
    if len(numbers) == len(draft.questions):
        return list(draft.questions)
    shown = [q.number for q in draft.questions]
    unique = {
        q.number: q for q in draft.questions if shown.count(q.number) == 1 and numbers.count(q.number) == 1
    }
    return [unique.get(number) for number in numbers]


def merge_answer(question: Question, answer: Question) -> None:
    """Adds what was found apart from the question to it."""
    said = [answer.title, answer.scenario, answer.stem, answer.task, answer.answer]
    question.answer = "\n\n".join(filter(None, [question.answer, *said]))
    for part in (
        "key_points",
        "analysis",
        "rubric",
        "probes",
        "red_flags",
        "common_errors",
        "competencies",
        "tags",
    ):
        getattr(question, part).extend(getattr(answer, part))
    question.intent = question.intent or answer.intent
    question.amounts.fill(answer.amounts)
