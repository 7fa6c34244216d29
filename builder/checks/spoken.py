"""The texts of a bank by what they do to a candidate: what is asked, and what is rewarded."""

from __future__ import annotations

from collections.abc import Iterator

from builder.content.bank import LoadedBank, located_questions
from builder.content.source import Path_
from builder.model.bank import Bank, Question

Text = tuple[Path_, str]


def asked_texts(loaded: LoadedBank) -> Iterator[Text]:
    """Everything that is said or shown to a candidate in the interview: scripts, stems, scenarios, tasks, probes."""
    for name in ("opening", "closing"):
        text = getattr(loaded.bank.scripts, name)
        if text:
            yield ("scripts", name), text
    for path, question in located_questions(loaded.bank):
        for name in ("scenario", "stem", "task"):
            text = getattr(question, name)
            if text:
                yield (*path, name), text
        yield from (((*path, "probes", i), probe) for i, probe in enumerate(question.probes))


def rewarded_texts(loaded: LoadedBank) -> Iterator[Text]:
    """Everything that earns points: competencies with indicators and anchors, key points, criteria with levels."""
    yield from _competencies(loaded.bank)
    for path, question in located_questions(loaded.bank):
        yield from _criteria(path, question)


def _competencies(bank: Bank) -> Iterator[Text]:
    for i, competency in enumerate(bank.competencies):
        here: Path_ = ("competencies", i)
        yield (*here, "name"), competency.name
        yield (*here, "definition"), competency.definition
        yield from (((*here, "indicators", j), text) for j, text in enumerate(competency.indicators))
        yield from (
            ((*here, "anchors", j, "descriptor"), a.descriptor) for j, a in enumerate(competency.anchors)
        )


def _criteria(path: Path_, question: Question) -> Iterator[Text]:
    points = question.guide.key_points if question.guide else []
    yield from (((*path, "guide", "key_points", i, "text"), point.text) for i, point in enumerate(points))
    for i, criterion in enumerate(question.rubric):
        here = (*path, "rubric", i)
        yield (*here, "title"), criterion.title
        yield from (
            ((*here, "levels", j, "descriptor"), level.descriptor) for j, level in enumerate(criterion.levels)
        )
