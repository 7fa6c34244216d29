"""As many questions as fit into the time, every competency covered: the same choice for the same seed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from decimal import Decimal

from builder.errors import RequestError
from builder.model.bank import Question
from builder.words import words

OVERHEAD = Decimal("0.5")
"""Minutes for reading a question aloud and turning the page (ours)."""


def question_minutes(question: Question) -> Decimal:
    """What one question takes: thinking, answering, and the overhead."""
    return question.think_minutes + question.answer_minutes + OVERHEAD


def total_minutes(questions: Iterable[Question]) -> Decimal:
    """What several questions take together."""
    return sum((question_minutes(q) for q in questions), Decimal(0))


def fitted(sections: Sequence[Sequence[Question]], minutes: int, seed: int) -> set[str]:
    """Ids of the chosen questions, given section by section.

    First one question for each competency, the scarcest competency first; then the section that is furthest
    behind its share gets the next question, as long as one fits. Raises RequestError where the competencies
    cannot all be covered in the time.
    """
    questions = [q for section in sections for q in section]
    chosen = _covering(questions, minutes, seed)
    while True:
        left = minutes - total_minutes(chosen)
        following = _next(sections, chosen, left, seed)
        if following is None:
            return {q.id for q in chosen}
        chosen.append(following)


def _covering(questions: list[Question], minutes: int, seed: int) -> list[Question]:
    competencies = list(dict.fromkeys(c for q in questions for c in q.competencies))
    scarcity = {c: sum(c in q.competencies for q in questions) for c in competencies}
    chosen: list[Question] = []
    for competency in sorted(competencies, key=lambda c: (scarcity[c], c)):
        if any(competency in q.competencies for q in chosen):
            continue
        covered = {c for q in chosen for c in q.competencies}
        able = [q for q in questions if competency in q.competencies]
        chosen.append(min(able, key=lambda q: (-len(set(q.competencies) - covered), _lot(q, seed))))
    needed = total_minutes(chosen)
    if needed > minutes:
        raise RequestError(
            words(
                "covering every competency takes {needed} minutes, not {minutes}",
                needed=needed,
                minutes=minutes,
            ),
            words("raise “minutes:” in packs.yaml"),
        )
    return chosen


def _next(
    sections: Sequence[Sequence[Question]], chosen: list[Question], left: Decimal, seed: int
) -> Question | None:
    """The next question that fits, from the section with the smallest part of its minutes chosen."""
    taken = {q.id for q in chosen}

    def part_used(section: Sequence[Question]) -> Decimal:
        used = total_minutes(q for q in section if q.id in taken)
        return used / max(total_minutes(section), OVERHEAD)

    for _, section in sorted(enumerate(sections), key=lambda pair: (part_used(pair[1]), pair[0])):
        able = [q for q in section if q.id not in taken and question_minutes(q) <= left]
        if able:
            return min(able, key=lambda q: _lot(q, seed))
    return None


def _lot(question: Question, seed: int) -> str:
    """A number drawn by the seed for each question: no order of files or of hashing changes it."""
    return hashlib.sha256(f"{seed} {question.id}".encode()).hexdigest()
