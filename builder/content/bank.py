"""Bank files → banks that hold together: the model, and what refers to what."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar, cast

from builder.content.reading import read_source
from builder.content.source import Path_, Source
from builder.content.validate import validate
from builder.errors import ContentError, Finding
from builder.model.bank import Bank, Question

T = TypeVar("T")


@dataclass(frozen=True)
class LoadedBank:
    """A bank and the file it was read from."""

    bank: Bank
    source: Source
    _worked_out: dict[object, object] = field(default_factory=dict, compare=False, repr=False)

    def once(self, work: Callable[[LoadedBank], T]) -> T:
        """What `work` makes of this bank; several rules that need it share it."""
        if work not in self._worked_out:
            self._worked_out[work] = work(self)
        return cast("T", self._worked_out[work])


def load_bank(file: Path, shown_as: Path) -> tuple[LoadedBank | None, list[Finding]]:
    """The bank of one file, or every finding that keeps it from being one."""
    try:
        source = read_source(file, shown_as)
    except ContentError as error:
        return None, error.findings
    bank, findings = validate(Bank, source)
    return (LoadedBank(bank, source) if bank is not None else None), findings


def load_banks(files: Iterable[Path], shown_as: Callable[[Path], Path]) -> dict[str, LoadedBank]:
    """The banks of some files by id. Raises ContentError with every finding that keeps a file from being one."""
    banks: dict[str, LoadedBank] = {}
    found: list[Finding] = []
    for file in files:
        bank, findings = load_bank(file, shown_as(file))
        found += findings
        if bank is not None:
            banks[bank.bank.id] = bank
    if found:
        raise ContentError(found)
    return banks


def located_questions(bank: Bank) -> Iterator[tuple[Path_, Question]]:
    """Every question of the bank with its path in the data."""
    for i, section in enumerate(bank.sections):
        for j, question in enumerate(section.questions):
            yield ("sections", i, "questions", j), question


def live_questions(bank: Bank) -> Iterable[Question]:
    """The questions that are asked: live ones that are not for practice."""
    return (q for _, q in located_questions(bank) if q.status == "live" and not q.practice)
