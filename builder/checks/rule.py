"""What a rule is: a code and a function from a bank to its findings."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from builder.content.bank import LoadedBank
from builder.content.source import Path_
from builder.errors import Place, Severity
from builder.words import Words


class Slip(NamedTuple):
    """Where in the data something is wrong, what it is, and what to change."""

    path: Path_
    sentence: Words
    hint: Words
    phrase: str = ""
    """The words inside the value that the finding points at; without them, it points at the value's beginning."""

    def place(self, loaded: LoadedBank) -> Place:
        """Line and column in the bank's file."""
        if self.phrase and self.path in loaded.source.values:
            return loaded.source.place_of_text(self.path, self.phrase)
        return loaded.source.place(self.path)


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that is checked of every bank."""

    code: str
    slips: Callable[[LoadedBank], Iterator[Slip]]
    severity: Severity = Severity.ERROR
    firm: bool = False
    """Cannot be ignored: what is made of the bank relies on it."""


@dataclass(frozen=True, slots=True)
class DatedRule:
    """One thing that is checked of every bank on a day: only where a day is given, so that no build depends on one."""

    code: str
    slips: Callable[[LoadedBank, datetime.date], Iterator[Slip]]
    severity: Severity = Severity.ERROR
    firm: bool = False


@dataclass(frozen=True, slots=True)
class ProjectRule:
    """One thing that is checked of all banks of a project together; each slip stands in one of them."""

    code: str
    slips: Callable[[Mapping[str, LoadedBank]], Iterator[tuple[LoadedBank, Slip]]]
    severity: Severity = Severity.ERROR
    firm: bool = False


AnyRule = Rule | DatedRule | ProjectRule
