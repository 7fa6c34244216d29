"""Ids: each stands for one thing, and what is referred to exists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.checks.rule import Slip
from builder.content.bank import LoadedBank, located_questions
from builder.content.source import Path_
from builder.near import nearest
from builder.words import words


def bank_id(loaded: LoadedBank) -> Iterator[Slip]:
    """A bank's id is its file's name: that is how packs are named."""
    expected = loaded.source.file.stem
    if loaded.bank.id != expected:
        sentence = words(
            "the bank's id is “{id}”, the file is called {file}",
            id=loaded.bank.id,
            file=loaded.source.file.name,
        )
        yield Slip(("id",), sentence, words("make them the same: id: {id}", id=expected))


def unique_ids(loaded: LoadedBank) -> Iterator[Slip]:
    """No two competencies, sections, questions, or criteria of one question share an id."""
    bank = loaded.bank
    yield from _repeated((("competencies", i, "id"), c.id) for i, c in enumerate(bank.competencies))
    yield from _repeated((("sections", i, "id"), s.id) for i, s in enumerate(bank.sections))
    yield from _repeated(((*path, "id"), q.id) for path, q in located_questions(bank))
    for path, question in located_questions(bank):
        yield from _repeated(((*path, "rubric", i, "id"), c.id) for i, c in enumerate(question.rubric))


def _repeated(ids: Iterable[tuple[Path_, str]]) -> Iterator[Slip]:
    seen: set[str] = set()
    for path, name in ids:
        if name in seen:
            yield Slip(path, words("the id “{id}” is used twice", id=name), words("give each its own id"))
        seen.add(name)


def known_competencies(loaded: LoadedBank) -> Iterator[Slip]:
    """Questions, criteria and handout notes name competencies that the bank has."""
    known = [c.id for c in loaded.bank.competencies]
    for path, name in _named_competencies(loaded):
        if name not in known:
            yield Slip(path, words("the bank has no competency “{id}”", id=name), nearest(name, known))


def _named_competencies(loaded: LoadedBank) -> Iterator[tuple[Path_, str]]:
    for path, question in located_questions(loaded.bank):
        yield from (((*path, "competencies", i), name) for i, name in enumerate(question.competencies))
        yield from (((*path, "rubric", i, "competency"), c.competency) for i, c in enumerate(question.rubric))
    if loaded.bank.handout:
        yield from (
            (("handout", "competency_notes", name), name) for name in loaded.bank.handout.competency_notes
        )


def drawable(loaded: LoadedBank) -> Iterator[Slip]:
    """A section cannot draw more questions than it has."""
    for i, section in enumerate(loaded.bank.sections):
        live = sum(q.status == "live" and not q.practice for q in section.questions)
        if section.draw != "all" and section.draw > live:
            sentence = words(
                "{draw} questions are to be drawn, but the section has {live} live ones",
                draw=section.draw,
                live=live,
            )
            yield Slip(("sections", i, "draw"), sentence, words("lower “draw”, or add questions"))
