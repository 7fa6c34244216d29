"""Time: what the questions of a section need fits into its slot, and suits what they are worth."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from decimal import ROUND_CEILING, Decimal

from builder.checks.rule import Slip
from builder.checks.sums import plain
from builder.content.bank import LoadedBank, located_questions
from builder.content.source import Path_
from builder.content.timing import question_minutes
from builder.model.bank import Question, QuestionType, Section
from builder.words import words

COMFORTABLE = Decimal("0.9")
"""The part of a slot that questions may fill: the rest is for a late start, a repetition, an overrun."""
FEWEST_TO_COMPARE = 5
"""Scored questions that a bank needs before one of them can be called unlike the others (ours)."""
FAR = 3
"""So many times more, or less, time for a point than the bank's median is a slip (ours)."""
SHORTEST, LONGEST = Decimal(1), Decimal(20)
"""Minutes for answering a scored question (ours): less is no answer, more is a piece of work."""
LONG_BY_NATURE = (QuestionType.CASE, QuestionType.WORK_SAMPLE, QuestionType.ROLE_PLAY)


def over_slot(loaded: LoadedBank) -> Iterator[Slip]:
    """What a section's questions take (thinking, answering, half a minute each for reading aloud) fits into its minutes.

    With `draw`, the longest draw does.
    """
    for path, section, needed in _slots(loaded):
        if needed > section.minutes:
            sentence = words(
                "the questions take {needed} minutes, the section has {minutes}",
                needed=plain(needed),
                minutes=plain(section.minutes),
            )
            hint = words(
                "give the section {enough} minutes, or ask less in it", enough=plain(_enough(needed))
            )
            yield Slip(path, sentence, hint)


def tight_slot(loaded: LoadedBank) -> Iterator[Slip]:
    """A section keeps a tenth of its minutes free: one answer that runs over must not cost the next its time."""
    for path, section, needed in _slots(loaded):
        if section.minutes * COMFORTABLE < needed <= section.minutes:
            sentence = words(
                "the questions take {needed} of the section's {minutes} minutes, more than 90%",
                needed=plain(needed),
                minutes=plain(section.minutes),
            )
            hint = words(
                "give the section {enough} minutes, or ask less in it", enough=plain(_enough(needed))
            )
            yield Slip(path, sentence, hint)


def _slots(loaded: LoadedBank) -> Iterator[tuple[Path_, Section, Decimal]]:
    """Every section with the path of its minutes and what its questions take, in the longest draw."""
    for i, section in enumerate(loaded.bank.sections):
        taken = sorted((question_minutes(q) for q in section.questions if _is_asked(q)), reverse=True)
        drawn = taken if section.draw == "all" else taken[: section.draw]
        yield ("sections", i, "minutes"), section, sum(drawn, Decimal(0))


def _enough(needed: Decimal) -> Decimal:
    """Whole minutes of which `needed` fills nine tenths at most."""
    return (needed / COMFORTABLE).to_integral_value(ROUND_CEILING)


def answering_time(loaded: LoadedBank) -> Iterator[Slip]:
    """The minutes for an answer suit what it is worth.

    A scored answer gets 1 to 20 minutes (more only in cases, work samples and role plays), and in a bank of five
    scored questions or more no question has three times more or less time for a point than is usual there (ours).
    """
    scored = [(path, q) for path, q in located_questions(loaded.bank) if _is_asked(q) and q.points]
    usual = statistics.median(q.answer_minutes / q.points for _, q in scored) if scored else Decimal(0)
    for path, question in scored:
        minutes, points = plain(question.answer_minutes), plain(question.points)
        if question.answer_minutes < SHORTEST:
            sentence = words(
                "{minutes} minutes is no time for an answer worth {points}", minutes=minutes, points=points
            )
            yield Slip(
                (*path, "answer_minutes"), sentence, words("give it a minute at least, or set points: 0")
            )
        elif question.answer_minutes > LONGEST and question.type not in LONG_BY_NATURE:
            sentence = words("nobody speaks for {minutes} minutes in answer to one question", minutes=minutes)
            hint = words("split the question, or make its type case, work-sample or role-play")
            yield Slip((*path, "answer_minutes"), sentence, hint)
        elif len(scored) >= FEWEST_TO_COMPARE and not _alike(question, usual):
            sentence = words(
                "{minutes} minutes for {points} points; questions of this bank usually have {usual} for that",
                minutes=minutes,
                points=points,
                usual=plain(round(usual * question.points, 1)),
            )
            yield Slip((*path, "answer_minutes"), sentence, words("change the minutes, or the points"))


def _alike(question: Question, usual: Decimal) -> bool:
    """Whether a point of this question takes neither three times more nor three times less than is usual."""
    one = question.answer_minutes / question.points
    return usual / FAR <= one <= usual * FAR


def _is_asked(question: Question) -> bool:
    return question.status == "live" and not question.practice
