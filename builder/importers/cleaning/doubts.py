"""Doubtful words brought to the questions that they came to stand in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from builder.importers.blocks import Doubt, Manuscript
from builder.importers.draft import Draft, Question
from builder.words import words

MOST_NOTES = 20


def told(manuscript: Manuscript, draft: Draft) -> Manuscript:
    """Tells each doubt at its question; those of no question become notes of the manuscript that comes back."""
    if not manuscript.doubts:
        return manuscript
    texts = [(question, _squeezed("\n".join(_texts(question)))) for question in draft.questions]
    notes = [
        words("{count} places are doubtful: see “# check:” at their questions", count=len(manuscript.doubts))
    ]
    for doubt in manuscript.doubts:
        sentence = words("“…{text}…”: {what}", text=doubt.text, what=doubt.sentence)
        if (question := _question_of(doubt, texts)) is not None:
            question.doubts.append(sentence)
        else:
            notes.append(words("{where}: {what}", where=manuscript.where(doubt.place), what=sentence))
    return replace(manuscript, notes=(*manuscript.notes, *notes[:MOST_NOTES]))


def _question_of(doubt: Doubt, texts: list[tuple[Question, str]]) -> Question | None:
    """The one whose words hold the doubtful ones, or most of them where a number or label stands among these."""
    around = _squeezed(doubt.text)
    for piece in (around, around[: len(around) // 2 + 2], around[len(around) // 3 :]):
        found = [question for question, text in texts if piece and piece in text]
        if len(found) == 1:
            return found[0]
    return None


def _texts(question: Question) -> Iterator[str]:
    yield from (
        question.title,
        question.stem,
        question.scenario,
        question.task,
        question.answer,
        question.intent,
    )
    yield from (*question.analysis, *question.probes, *question.red_flags, *question.common_errors)
    yield from (item.text for item in question.key_points)
    for criterion in question.rubric:
        yield from (criterion.title, criterion.detail, *(level.descriptor for level in criterion.levels))


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)
