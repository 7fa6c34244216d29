"""Bank files → banks that hold together: the model, and what refers to what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from builder.content.reading import read_source
from builder.content.source import Path_, Source
from builder.content.validate import validate
from builder.errors import ContentError, Finding
from builder.model.bank import Bank, Question


@dataclass(frozen=True)
class LoadedBank:
    """A bank and the file it was read from."""

    bank: Bank
    source: Source


def load_bank(file: Path, shown_as: Path) -> tuple[LoadedBank | None, list[Finding]]:
    """The bank of one file, or every finding that keeps it from being one."""
    try:
        source = read_source(file, shown_as)
    except ContentError as error:
        return None, error.findings
    bank, findings = validate(Bank, source)
    return (LoadedBank(bank, source) if bank is not None else None), findings


def located_questions(bank: Bank) -> Iterator[tuple[Path_, Question]]:
    """Every question of the bank with its path in the data."""
    for i, section in enumerate(bank.sections):
        for j, question in enumerate(section.questions):
            yield ("sections", i, "questions", j), question


def live_questions(bank: Bank) -> Iterable[Question]:
    """The questions that are asked: live ones that are not for practice."""
    return (q for _, q in located_questions(bank) if q.status == "live" and not q.practice)
