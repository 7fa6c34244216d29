"""What a watch says at a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from builder.cli.failing import show_problem
from builder.cli.faults import show_faults
from builder.cli.progress import Progress
from builder.cli.showing import show_findings
from builder.errors import Finding, PacksError
from builder.verify.fault import Fault, FaultyError
from builder.words import Words


class Watching:
    """Shows a watch's rounds: progress unless asked to be quiet, and whatever is wrong."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress

    def say(self, sentence: Words, /) -> None:
        self._progress.say(sentence)

    def findings(self, findings: Sequence[Finding], /) -> None:
        show_findings(findings, err=True)

    def faults(self, faults: Sequence[Fault], /) -> None:
        if not self._progress.quiet:
            show_faults(faults, err=True)

    def problem(self, error: PacksError, /) -> None:
        if isinstance(error, FaultyError):
            show_faults(error.faults, err=True)
        show_problem(error)

    def waiting(self) -> None:
        self._progress.waiting()
