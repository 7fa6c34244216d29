"""A voice that remembers what a watch said, and rounds in a small project that are quick: HTML, no layout."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from builder.plan.wish import Wish
from builder.watch.rounds import Rounds
from builder.watch.standing import Standing


@dataclass
class Listening:
    """Everything that was said."""

    lines: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def say(self, sentence):
        self.lines.append(sentence.in_language("en"))

    def findings(self, findings):
        self.codes += [finding.code for finding in findings]

    def faults(self, faults):
        self.codes += [fault.code for fault in faults]

    def problem(self, error):
        self.problems.append(str(error))

    def waiting(self):
        raise AssertionError("nobody else builds here")

    def forget(self):
        self.__init__()


def rounds_in(root: Path, wish: Wish, pending=lambda: False, *, strict: bool = False):
    """Rounds of a project that build into its output folder, and what they say."""
    voice = Listening()
    standing = Standing(root, wish, strict)
    return Rounds(standing, lambda: root / "output", voice, pending), voice


def times_of(output: Path):
    """File below the output folder → when it was written; the names of files in packs alone."""
    files = (p for p in output.rglob("*") if p.is_file() and p.parent != output)
    return {p.relative_to(output).as_posix(): p.stat().st_mtime_ns for p in files}


def written(before, after):
    """Files that were written between two looks."""
    return sorted(file for file, time in after.items() if before.get(file) != time)
