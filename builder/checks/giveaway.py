"""Probes that hand the candidate what a key point waits for: whoever is asked so need only nod."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator

from builder.checks.asks import asks
from builder.checks.likeness import Terms, terms
from builder.checks.rule import Slip
from builder.content.bank import LoadedBank, located_questions
from builder.model.bank import Question
from builder.words import words

ENOUGH_NODDED, ENOUGH_TOLD = 0.5, 0.7
"""Share of a key point that a probe may not say: less where it can be answered by a nod *(ours)*."""
FEWEST, FEWEST_OF_CLAUSE = 3, 5
"""What is left of a key point, once the stem's words are taken away, must be this many terms to be given away."""


def probe_gives_away(loaded: LoadedBank) -> Iterator[Slip]:
    """A probe does not say what a key point waits to hear; what stem, scenario or task say is no secret."""
    rarity = _rarity(loaded)
    for path, question in located_questions(loaded.bank):
        points = _untold_points(question)
        for i, probe in enumerate(question.probes):
            said = terms(probe)
            shares = [(_share(said, part, rarity), n) for n, parts in points for part in parts]
            enough = ENOUGH_TOLD
            if any(ENOUGH_NODDED <= share < ENOUGH_TOLD for share, _ in shares) and _can_be_nodded(probe):
                enough = ENOUGH_NODDED
            number = next((n for share, n in shares if share >= enough), None)
            if number is not None and question.guide:
                sentence = words(
                    "the probe gives away key point {number}: “{text}”",
                    number=number + 1,
                    text=question.guide.key_points[number].text,
                )
                hint = words("ask for the step without naming it: “What did you do first?”")
                yield Slip((*path, "probes", i), sentence, hint)


def _can_be_nodded(probe: str) -> bool:
    found = asks(probe)
    return bool(found) and found[-1].closed


def _untold_points(question: Question) -> list[tuple[int, list[Terms]]]:
    """Number of every key point, and what the candidate has not heard of it: the whole, and each clause."""
    told = terms("\n".join(filter(None, (question.stem, question.scenario, question.task))))
    points = question.guide.key_points if question.guide else []
    return [(n, list(_parts(point.text, told))) for n, point in enumerate(points)]


def _parts(text: str, told: Terms) -> Iterator[Terms]:
    whole = terms(text) - told
    if len(whole) >= FEWEST:
        yield whole
    for clause in re.split("[，；：,;:]", text):
        part = terms(clause) - told
        if len(part) >= FEWEST_OF_CLAUSE:
            yield part


def _share(said: Terms, part: Terms, rarity: dict[str, float]) -> float:
    """How much of the part is said, rare terms counting more."""
    return sum(rarity[t] for t in part & said) / sum(rarity[t] for t in part)


def _rarity(loaded: LoadedBank) -> dict[str, float]:
    """Weight of every term of the key points: 1 if all questions have it, more the fewer do."""
    questions = [question for _, question in located_questions(loaded.bank)]
    having = Counter(
        term
        for question in questions
        for term in terms("\n".join(p.text for p in question.guide.key_points) if question.guide else "")
    )
    return {term: 1 + math.log(len(questions) / count) for term, count in having.items()}
