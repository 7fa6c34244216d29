"""What a merge is about to do, before it is done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from builder.content.roster.table import Cell
from builder.content.source import Path_
from builder.errors import Finding
from builder.exchange.merging.putting import unshared
from builder.words import Words


@dataclass(frozen=True)
class Change:
    """One cell that differs: whose it is, what its column is called, and both texts."""

    where: str
    field: str
    old: str
    new: str
    path: Path_
    value: Any
    cell: Cell
    is_part: bool = False
    """Whether the value replaces only those keys of a mapping that it has."""


@dataclass(frozen=True)
class Conflict:
    """A cell that was changed in the sheet while the bank was changed too."""

    where: str
    field: str
    bank: str
    sheet: str
    cell: Cell


@dataclass(frozen=True)
class Addition:
    """Something new at a path: a question, a criterion, a section, a competency."""

    kind: Words
    name: str
    text: str
    path: Path_
    is_draft: bool = False


@dataclass
class Outcome:
    """All that a merge finds; `data` is the bank's as it will be."""

    data: dict[str, Any]
    changes: list[Change] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    additions: list[Addition] = field(default_factory=list)
    notes: list[Words] = field(default_factory=list)
    problems: list[Finding] = field(default_factory=list)
    comments: dict[Path_, list[str]] = field(default_factory=dict)
    cells: dict[Path_, Cell] = field(default_factory=dict)
    """Which cell a value of the new data comes from."""

    @property
    def is_empty(self) -> bool:
        """Nothing would be written."""
        return not self.changes and not self.additions

    def cell_of(self, path: Path_) -> Cell | None:
        """The cell that a value comes from, or the nearest that holds it."""
        while path and path not in self.cells:
            path = path[:-1]
        return self.cells.get(path)


def outcome_for(data: Mapping[str, Any]) -> Outcome:
    """Nothing yet, on a copy of the bank's data."""
    return Outcome(unshared(data))
