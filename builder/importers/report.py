"""What was found in the files, in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.importers.blocks import Manuscript
from builder.importers.draft import Draft, Question
from builder.importers.importing import Imported
from builder.words import Words, words

MOST_SHOWN = 10
EXCERPT = 60


@dataclass(frozen=True)
class Counts:
    """How much of what was found in one document."""

    sections: int
    questions: int
    answers: int
    rubrics: int
    criteria: int
    unparsed: int


def counts_of(draft: Draft) -> Counts:
    """The numbers that the report gives; an answer is a model answer or key points."""
    questions = draft.questions
    return Counts(
        sections=len(draft.sections),
        questions=len(questions),
        answers=sum(bool(q.answer or q.key_points) for q in questions),
        rubrics=sum(q.has_rubric for q in questions),
        criteria=sum(len(q.rubric) for q in questions),
        unparsed=len(draft.unparsed),
    )


def report(imported: Imported, *, verbose: bool) -> Iterator[Words]:
    """Line by line what was found and what was not understood; `verbose` shows all of it, and what was left out."""
    for manuscript, draft in zip(imported.manuscripts, imported.drafts, strict=True):
        yield from manuscript.notes
        yield from draft.remarks
        yield words(
            "{name}: {sections} sections, {questions} questions, {answers} answers, {rubrics} rubrics with {criteria} lines",
            name=manuscript.name,
            **{k: v for k, v in vars(counts_of(draft)).items() if k != "unparsed"},
        )
        if not draft.questions:
            yield words("{name}: no question was found in it", name=manuscript.name)
        if verbose:
            yield from _outline(draft)
        yield from _not_understood(draft, verbose=verbose)
        yield from _left_out(manuscript, verbose=verbose)
        if cut := next((q for q in draft.questions if q.is_cut_off), None):
            yield _cut_off(cut)


def _cut_off(question: Question) -> Words:
    text = _short(question.stem)
    if question.number is None:
        return words("the document seems to be cut off in the question “{text}”", text=text)
    return words(
        "the document seems to be cut off in question {number}: “{text}”", number=question.number, text=text
    )


def _outline(draft: Draft) -> Iterator[Words]:
    for section in draft.sections:
        yield words("  {title}: {count} questions", title=section.title or "—", count=len(section.questions))
        for question in section.questions:
            yield words("    {text}", text=_short(question.title or question.stem) or "—")


def _not_understood(draft: Draft, *, verbose: bool) -> Iterator[Words]:
    if not draft.unparsed:
        return
    yield words("{count} lines not understood, kept under “unparsed”:", count=len(draft.unparsed))
    shown = draft.unparsed if verbose else draft.unparsed[:MOST_SHOWN]
    for text in shown:
        yield words("    {text}", text=_short(text))
    if len(shown) < len(draft.unparsed):
        yield words("    and {count} more (-v shows all)", count=len(draft.unparsed) - len(shown))


def _left_out(manuscript: Manuscript, *, verbose: bool) -> Iterator[Words]:
    if not manuscript.left_out:
        return
    yield words("{count} pieces left out that are no part of the document", count=len(manuscript.left_out))
    if verbose:
        for piece in manuscript.left_out:
            yield words(
                "    {where}: {reason}: “{text}”",
                where=manuscript.where(piece.place),
                reason=piece.reason,
                text=_short(piece.text),
            )


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= EXCERPT else f"{line[: EXCERPT - 1]}…"
