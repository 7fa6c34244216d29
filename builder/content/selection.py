"""Which of a bank's questions a pack holds; points and minutes follow."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from builder.errors import RequestError
from builder.model.bank import Bank, Question, Section
from builder.model.project import Select
from builder.near import nearest
from builder.words import Words, words


def selected(bank: Bank, select: Select) -> Bank:
    """The bank with only the selected questions; sections left without questions are gone.

    A section that loses questions keeps its share of minutes, and its points become those of what is left.
    Raises RequestError where `select` names a section, question or tag that the bank does not have.
    """
    _refuse_unknown(bank, select)
    if select == Select():
        return bank
    sections = [_section(s, select) for s in bank.sections if not select.sections or s.id in select.sections]
    kept = [s for s in sections if s.questions]
    if not any(not q.practice for s in kept for q in s.questions):
        raise RequestError(
            words("no question of {bank} fits the selection", bank=bank.id),
            words("loosen “select:” in packs.yaml"),
        )
    return bank.model_copy(update={"sections": kept})


def _section(section: Section, select: Select) -> Section:
    kept = [q for q in section.questions if q.practice or _fits(q, select)]
    if len(kept) == len(section.questions):
        return section
    share = Decimal(len(kept)) / len(section.questions)
    minutes = (section.minutes * share * 2).to_integral_value() / 2
    points = sum((q.points for q in kept), Decimal(0))
    return section.model_copy(update={"questions": kept, "points": points, "minutes": minutes})


def _fits(question: Question, select: Select) -> bool:
    by_id = not select.questions or question.id in select.questions
    by_tag = not select.tags or any(tag in select.tags for tag in question.tags)
    return by_id and by_tag


def _refuse_unknown(bank: Bank, select: Select) -> None:
    questions = [q for s in bank.sections for q in s.questions]
    _refuse(bank, words("section"), select.sections, [s.id for s in bank.sections])
    _refuse(bank, words("question"), select.questions, [q.id for q in questions])
    _refuse(bank, words("tag"), select.tags, sorted({t for q in questions for t in q.tags}))


def _refuse(bank: Bank, what: Words, wanted: Iterable[str], known: list[str]) -> None:
    for name in wanted:
        if name not in known:
            sentence = words("{bank} has no {what} “{name}”", bank=bank.id, what=what, name=name)
            raise RequestError(sentence, nearest(name, known))
