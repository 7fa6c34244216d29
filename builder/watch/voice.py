"""What a watch says, and what it leaves to whoever shows it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from builder.errors import Finding, PacksError
from builder.verify.fault import Fault
from builder.words import Words


class Voice(Protocol):
    """Shows what happens to the user."""

    def say(self, sentence: Words, /) -> None:
        """One line."""

    def findings(self, findings: Sequence[Finding], /) -> None:
        """What is wrong in the files, each with its place."""

    def faults(self, faults: Sequence[Fault], /) -> None:
        """What is not quite right with files that were written."""

    def problem(self, error: PacksError, /) -> None:
        """Why something could not be read or made."""

    def waiting(self) -> None:
        """Another build holds the output folder."""
