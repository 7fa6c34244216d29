"""No question twice in a bank, in the same words or nearly, and no practice question that is nearly a live one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from builder.checks.likeness import FEWEST, Terms, near, near_pairs, plain, terms
from builder.checks.rule import Slip
from builder.content.bank import LoadedBank, located_questions
from builder.content.source import Path_
from builder.model.bank import Question
from builder.words import Words, words


class Asked(NamedTuple):
    """A question as the candidate hears it: the scenario belongs to it, “What do you do?” alone says nothing."""

    path: Path_
    question: Question
    exact: tuple[str, str]
    stem: Terms
    whole: Terms


def same_stem(loaded: LoadedBank) -> Iterator[Slip]:
    """No two questions have the same stem and scenario, whatever their width, punctuation and spaces."""
    first: dict[tuple[str, str], Asked] = {}
    for asked in loaded.once(_questions):
        earlier = first.setdefault(asked.exact, asked)
        if earlier is not asked and earlier.question.practice == asked.question.practice:
            sentence = words("the same question as “{id}” in line {line}", **_named(loaded, earlier))
            yield Slip((*asked.path, "stem"), sentence, words("remove one of the two, or ask something else"))


def near_stem(loaded: LoadedBank) -> Iterator[Slip]:
    """No two questions are nearly the same; those of one parallel group may be."""
    questions = loaded.once(_questions)
    told: set[int] = set()
    for i, j in near_pairs([asked.whole for asked in questions]):
        one, other = questions[i], questions[j]
        if j in told or not _repeats(one, other):
            continue
        told.add(j)
        hint = words("give the two one “parallel_group:” if they stand in for each other, or change one")
        yield Slip((*other.path, "stem"), _nearly(loaded, one), hint)


def _repeats(one: Asked, other: Asked) -> bool:
    if one.exact == other.exact or one.question.practice != other.question.practice:
        return False  # that has a finding of its own
    if one.question.parallel_group and one.question.parallel_group == other.question.parallel_group:
        return False
    if not (one.question.scenario and other.question.scenario):
        return True
    # Two questions may share a scenario, if they ask different things about it.
    return max(len(one.stem), len(other.stem)) < FEWEST or near(one.stem, other.stem)


def practice_gives_away(loaded: LoadedBank) -> Iterator[Slip]:
    """No practice question is a question of the interview, or nearly: candidates have it in their handout."""
    questions = loaded.once(_questions)
    interview = [asked for asked in questions if not asked.question.practice]
    for practice in (asked for asked in questions if asked.question.practice):
        live = next(
            (a for a in interview if a.exact == practice.exact or near(a.whole, practice.whole)), None
        )
        if live:
            hint = words("practise something that the interview does not ask")
            yield Slip((*practice.path, "stem"), _nearly(loaded, live), hint)


def _questions(loaded: LoadedBank) -> list[Asked]:
    """Live, practice and draft questions; a retired one may come back in better words."""
    return [
        Asked(
            path,
            question,
            (plain(question.stem), plain(question.scenario or "")),
            terms(question.stem),
            terms(f"{question.scenario or ''}\n{question.stem}"),
        )
        for path, question in located_questions(loaded.bank)
        if question.status != "retired"
    ]


def _nearly(loaded: LoadedBank, other: Asked) -> Words:
    return words("nearly the same question as “{id}” in line {line}", **_named(loaded, other))


def _named(loaded: LoadedBank, asked: Asked) -> dict[str, object]:
    return {"id": asked.question.id, "line": loaded.source.place((*asked.path, "stem")).line}
