"""Whether the document breaks off in its last question."""

from __future__ import annotations

from builder.importers.draft import Draft, Question
from builder.importers.understanding.cues import ends_well


def mark_cut_off(draft: Draft) -> None:
    """Marks the last question where its last words end like none of the others."""
    if not draft.sections:
        return
    last = draft.sections[-1].questions[-1]
    others = list(draft.sections[-1].questions[:-1] or draft.questions[:-1])
    usual = sum(_ends_well(q) for q in others) * 2 > len(others) or not others
    last.is_cut_off = usual and not _ends_well(last)


def _ends_well(question: Question) -> bool:
    """What stands last in the question ends as a sentence does, or as a line of a rubric."""
    if question.rubric or (question.key_points and not question.answer):
        return True
    said = [*question.analysis[-1:], question.answer, *question.probes[-1:], question.task, question.stem]
    return ends_well(next((text for text in said if text), ""))
