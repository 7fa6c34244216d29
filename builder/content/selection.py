"""Which of a bank's questions a pack holds; points and minutes follow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Literal

from builder.content.timing import fitted, total_minutes
from builder.errors import RequestError
from builder.model.bank import Bank, Question, Section
from builder.model.project import Select
from builder.near import nearest
from builder.words import Words, words

Form = Literal["A", "B"]


def selected(bank: Bank, select: Select, form: Form | None = None) -> Bank:
    """The bank with only the selected questions; sections left without questions are gone.

    A section's points become those of what is left of it. Its minutes become its share of what it had, or,
    where the selection is by time, what its questions take. Raises RequestError where `select` names what the
    bank does not have, where nothing is left, or where the time is too short.
    """
    _refuse_unknown(bank, select)
    kept = [q for s in bank.sections for q in s.questions if _is_asked(q) and _fits(s, q, select)]
    if form is not None:
        kept = _of_form(bank, kept, form)
    ids = {q.id for q in kept}
    if select.minutes is not None and kept:
        ids = fitted(
            [[q for q in s.questions if q.id in ids] for s in bank.sections], select.minutes, select.seed
        )
    if not ids:
        raise RequestError(
            words("no question of {bank} fits the selection", bank=bank.id),
            words("loosen “select:” in packs.yaml"),
        )
    sections = [_section(s, ids, by_time=select.minutes is not None) for s in bank.sections]
    return bank.model_copy(update={"sections": [s for s in sections if s.questions]})


def explained(bank: Bank, chosen: Bank) -> Words | None:
    """What the selection left of `bank`, as a sentence; nothing where it left everything."""
    before, after = list(_asked(bank)), list(_asked(chosen))
    if len(before) == len(after):
        return None
    return words(
        "{count} of {all} questions, {points} points, {minutes} minutes: {ids}",
        count=len(after),
        all=len(before),
        points=f"{sum((s.points for s in chosen.sections), Decimal(0)).normalize():f}",
        minutes=f"{sum((s.minutes for s in chosen.sections), Decimal(0)).normalize():f}",
        ids=" ".join(q.id for q in after),
    )


def _section(section: Section, ids: set[str], *, by_time: bool) -> Section:
    live = [q for q in section.questions if _is_asked(q)]
    asked = [q for q in live if q.id in ids]
    if len(asked) == len(live):
        return section
    kept = [q for q in section.questions if q.practice or q.id in ids]
    share = (section.minutes * len(asked) / max(len(live), 1) * 2).to_integral_value() / 2
    drawn = section.draw if isinstance(section.draw, int) and section.draw < len(asked) else "all"
    counted = asked[:drawn] if isinstance(drawn, int) else asked
    points = sum((q.points for q in counted), Decimal(0))
    return section.model_copy(
        update={
            "questions": kept,
            "points": points,
            "draw": drawn,
            "minutes": total_minutes(asked) if by_time else share,
        }
    )


def _of_form(bank: Bank, kept: list[Question], form: Form) -> list[Question]:
    """Of every parallel group the first question for form A, the second for form B; all others in both."""
    groups: dict[str, list[Question]] = {}
    for question in kept:
        if question.parallel_group:
            groups.setdefault(question.parallel_group, []).append(question)
    pairs = [group for group in groups.values() if len(group) > 1]
    if not pairs:
        raise RequestError(
            words("{bank} has no parallel questions to make form {form} of", bank=bank.id, form=form),
            words("give two questions of a section the same “parallel_group:”"),
        )
    place = "AB".index(form)
    dropped = {q.id for group in pairs for i, q in enumerate(group) if i != place}
    return [q for q in kept if q.id not in dropped]


def _asked(bank: Bank) -> Iterator[Question]:
    return (q for s in bank.sections for q in s.questions if _is_asked(q))


def _is_asked(question: Question) -> bool:
    return question.status == "live" and not question.practice


def _fits(section: Section, question: Question, select: Select) -> bool:
    return (
        (not select.sections or section.id in select.sections)
        and (not select.questions or question.id in select.questions)
        and (not select.tags or any(tag in select.tags for tag in question.tags))
        and (not select.competencies or any(c in select.competencies for c in question.competencies))
    )


def _refuse_unknown(bank: Bank, select: Select) -> None:
    questions = [q for s in bank.sections for q in s.questions]
    _refuse(bank, words("section"), select.sections, [s.id for s in bank.sections])
    _refuse(bank, words("question"), select.questions, [q.id for q in questions])
    _refuse(bank, words("tag"), select.tags, sorted({t for q in questions for t in q.tags}))
    _refuse(bank, words("competency"), select.competencies, [c.id for c in bank.competencies])


def _refuse(bank: Bank, what: Words, wanted: Iterable[str], known: list[str]) -> None:
    for name in wanted:
        if name not in known:
            sentence = words("{bank} has no {what} “{name}”", bank=bank.id, what=what, name=name)
            raise RequestError(sentence, nearest(name, known))
