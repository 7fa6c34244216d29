"""What a rule is: a code and a function from a bank to its findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from builder.content.bank import LoadedBank
from builder.content.source import Path_
from builder.errors import Finding, Severity
from builder.words import Words

Slip = tuple[Path_, Words, Words]
"""Where in the data, what is wrong, and what to change."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that is checked of every bank."""

    code: str
    slips: Callable[[LoadedBank], Iterator[Slip]]
    severity: Severity = Severity.ERROR

    def findings(self, loaded: LoadedBank) -> Iterator[Finding]:
        """The rule's findings in one bank, each at its place in the file."""
        for path, sentence, hint in self.slips(loaded):
            yield Finding(self.code, sentence, loaded.source.place(path), hint, self.severity)
