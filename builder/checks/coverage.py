"""Coverage: every competency gets evidence, and no question is meant to give evidence on everything."""

from __future__ import annotations

from collections.abc import Iterator

from builder.checks.rule import Slip
from builder.checks.sums import plain
from builder.content.bank import LoadedBank, live_questions, located_questions
from builder.model.bank import Bank, Question
from builder.words import words

MOST_COMPETENCIES = 8
"""More than these a panel cannot keep apart."""
MOST_OF_A_QUESTION = 2
"""An answer gives solid evidence on one competency, perhaps on a second."""
ROUNDING = 1
"""Weights this close to an equal share, in per cent, are equal: three competencies weigh 34, 33 and 33."""


def unasked_competency(loaded: LoadedBank) -> Iterator[Slip]:
    """Every competency has a live question about it."""
    for i, count in enumerate(_evidence(loaded.bank)):
        if count == 0:
            name = loaded.bank.competencies[i].name
            sentence = words("no live question gives evidence on “{name}”", name=name)
            hint = words("name it in a question's “competencies”, or take it out of the bank")
            yield Slip(("competencies", i, "id"), sentence, hint)


def competency_asked_once(loaded: LoadedBank) -> Iterator[Slip]:
    """Every competency has two live questions: one answer is a thin base for a rating.

    A question counts once for each competency that it names or has a criterion for.
    """
    for i, count in enumerate(_evidence(loaded.bank)):
        if count == 1:
            name = loaded.bank.competencies[i].name
            sentence = words("only one live question gives evidence on “{name}”", name=name)
            hint = words("ask a second question about it, or give another question a criterion for it")
            yield Slip(("competencies", i, "id"), sentence, hint)


def _evidence(bank: Bank) -> list[int]:
    """How many live questions give evidence on each competency, in the bank's order."""
    asked = [_competencies_of(question) for question in live_questions(bank)]
    return [sum(competency.id in named for named in asked) for competency in bank.competencies]


def _competencies_of(question: Question) -> set[str]:
    return {*question.competencies, *(criterion.competency for criterion in question.rubric)}


def too_many_competencies(loaded: LoadedBank) -> Iterator[Slip]:
    """A bank has eight competencies at most: raters cannot keep more apart."""
    count = len(loaded.bank.competencies)
    if count > MOST_COMPETENCIES:
        sentence = words("{count} competencies are more than raters keep apart", count=count)
        hint = words("merge those that the same behaviour shows: eight at most, four to six are usual")
        yield Slip(("competencies", MOST_COMPETENCIES), sentence, hint)


def crowded_question(loaded: LoadedBank) -> Iterator[Slip]:
    """A question is about two competencies at most."""
    for path, question in located_questions(loaded.bank):
        count = len(set(question.competencies))
        if count > MOST_OF_A_QUESTION:
            sentence = words("one answer cannot give evidence on {count} competencies", count=count)
            hint = words("keep the two that its criteria are about")
            yield Slip((*path, "competencies", MOST_OF_A_QUESTION), sentence, hint)


def criterion_off_question(loaded: LoadedBank) -> Iterator[Slip]:
    """A criterion is about one of its question's competencies."""
    known = {competency.id for competency in loaded.bank.competencies}
    for path, question in located_questions(loaded.bank):
        for i, criterion in enumerate(question.rubric):
            if criterion.competency in known and criterion.competency not in question.competencies:
                sentence = words(
                    "the criterion is about “{id}”, the question is not ({ids})",
                    id=criterion.competency,
                    ids=", ".join(question.competencies),
                )
                hint = words("change the criterion's competency, or name it in the question's “competencies”")
                yield Slip((*path, "rubric", i, "competency"), sentence, hint)


def unexplained_weight(loaded: LoadedBank) -> Iterator[Slip]:
    """A competency that weighs more or less than an equal share says why."""
    share = 100 / len(loaded.bank.competencies)
    for i, competency in enumerate(loaded.bank.competencies):
        if abs(float(competency.weight) - share) > ROUNDING and not competency.weight_rationale:
            sentence = words(
                "“{name}” weighs {weight}, an equal share would be {share}",
                name=competency.name,
                weight=plain(competency.weight),
                share=f"{share:.3g}",
            )
            hint = words("say why in “weight_rationale”, or give all competencies the same weight")
            yield Slip(("competencies", i, "weight"), sentence, hint)
