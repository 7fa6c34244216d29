"""Sample answers that raters are calibrated with: they must tell three levels apart."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator

from builder.checks.rule import Slip
from builder.checks.sums import plain
from builder.content.bank import LoadedBank, located_questions
from builder.content.source import Path_
from builder.model.bank import Question
from builder.words import words

LEVELS = ("low", "mid", "high")


def sample_levels(loaded: LoadedBank) -> Iterator[Slip]:
    """A question with sample answers has one of each level: low, mid and high."""
    for path, question in located_questions(loaded.bank):
        found = Counter(sample.level for sample in question.calibration)
        if found and found != Counter(LEVELS):
            levels = ", ".join(sample.level for sample in question.calibration)
            sentence = words("the sample answers are {levels}", levels=levels)
            hint = words("give one “low”, one “mid” and one “high” answer, or none")
            yield Slip((*path, "calibration"), sentence, hint)


def sample_points(loaded: LoadedBank) -> Iterator[Slip]:
    """A sample answer's points lie between 0 and the question's, and rise from low to mid to high."""
    for path, question in located_questions(loaded.bank):
        yield from _beyond((*path, "calibration"), question)
        yield from _not_rising((*path, "calibration"), question)


def _beyond(path: Path_, question: Question) -> Iterator[Slip]:
    for i, sample in enumerate(question.calibration):
        if sample.points > question.points:
            sentence = words(
                "the sample answer gets {found}, the question is worth {points}",
                found=plain(sample.points),
                points=plain(question.points),
            )
            yield Slip((*path, i, "points"), sentence, words("give it what the rubric gives it"))


def _not_rising(path: Path_, question: Question) -> Iterator[Slip]:
    ranked = sorted(enumerate(question.calibration), key=lambda item: LEVELS.index(item[1].level))
    for (_, lower), (i, upper) in itertools.pairwise(ranked):
        if lower.level != upper.level and upper.points <= lower.points:
            sentence = words(
                "the “{upper}” answer gets {more}, the “{lower}” one {less}: no more than that",
                upper=upper.level,
                more=plain(upper.points),
                lower=lower.level,
                less=plain(lower.points),
            )
            hint = words("points must rise from low to mid to high: change the points, or the answers")
            yield Slip((*path, i, "points"), sentence, hint)
