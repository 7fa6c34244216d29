"""What can go wrong, as types with an exit code and a message of their own.

PacksError
├── ContentError      1   a bank, project file, template or theme is wrong; carries findings
├── BuildError        1   a file could not be made or written
├── RequestError      2   the command was asked for something that does not exist
└── MachineError      3   the machine lacks something: a library, a font, a writable folder

The command shows these; anything else that escapes is our bug (exit 70).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from builder.words import Words, words

NOTHING = Words("")


class Severity(StrEnum):
    """How much a finding weighs: an error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where in a file a finding points: 1-based line and column, and the text of that line."""

    file: Path
    line: int = 1
    column: int = 1
    excerpt: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend: a stable code, a sentence, its place, and a hint that says what to change."""

    code: str
    sentence: Words
    place: Place
    hint: Words = NOTHING
    severity: Severity = Severity.ERROR


class PacksError(Exception):
    """Stops the command with `exit_code`; `hint` says what to do about it."""

    exit_code = 1

    def __init__(self, sentence: Words | str, hint: Words | str = "") -> None:
        super().__init__(str(sentence))
        self.sentence = sentence
        self.hint = hint

    def __reduce__(self) -> tuple[Any, ...]:
        """A worker's error reaches the command with all that it says, whatever its type was made from."""
        return _remade, (type(self), self.args), self.__dict__


def _remade(kind: type[PacksError], arguments: tuple[Any, ...]) -> PacksError:
    error = kind.__new__(kind)
    error.args = arguments
    return error


class ContentError(PacksError):
    """What people wrote does not hold together; `findings` has every one of every file."""

    exit_code = 1

    def __init__(self, findings: Sequence[Finding]) -> None:
        first = findings[0]
        super().__init__(
            words(
                "{count} to mend; the first: {file}:{line}: {sentence}",
                count=len(findings),
                file=first.place.file,
                line=first.place.line,
                sentence=first.sentence,
            )
        )
        self.findings = list(findings)


class BuildError(PacksError):
    """A document could not be made or written; what was in the output before is still there."""

    exit_code = 1


class RequestError(PacksError):
    """The user named a pack, document, format or folder that does not exist."""

    exit_code = 2


class MachineError(PacksError):
    """The machine lacks a native library, a font or a writable folder; the hint names the fix."""

    exit_code = 3
