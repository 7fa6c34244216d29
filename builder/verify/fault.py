"""What is wrong with a written file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from builder.errors import NOTHING, BuildError, Severity
from builder.words import Words, words


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a built file: a stable code, a sentence, what to do, and the page where there is one."""

    code: str
    sentence: Words
    file: Path
    """As it is shown: relative to the output folder."""
    page: int | None = None
    """1-based."""
    hint: Words = NOTHING
    severity: Severity = Severity.ERROR

    @property
    def place(self) -> str:
        """`file` or `file:page`."""
        return self.file.as_posix() if self.page is None else f"{self.file.as_posix()}:{self.page}"


class FaultyError(BuildError):
    """Files that were made must not be handed out, and were not written; `faults` says why."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        files = ", ".join(dict.fromkeys(fault.file.as_posix() for fault in faults))
        super().__init__(words("nothing of this document was written, because of {files}", files=files))
        self.faults = list(faults)

    @classmethod
    def raise_for(cls, faults: Sequence[Fault]) -> None:
        """Raises it where there are any."""
        if faults:
            raise cls(faults)
