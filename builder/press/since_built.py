"""What became of a file since it was built."""

from __future__ import annotations

from pathlib import Path

from builder.errors import Severity
from builder.verify.fault import Fault
from builder.words import words


def gone(file: Path) -> Fault:
    """It is not there any more."""
    sentence = words("the file was built, and is not there any more")
    return Fault("VERIFY-GONE", sentence, file, hint=words("build it again"))


def edited(file: Path) -> Fault:
    """It was changed by hand."""
    sentence = words("the file was changed after it was built")
    hint = words("what is found in it below was put in by hand; to undo it, build it again")
    return Fault("VERIFY-EDITED", sentence, file, hint=hint, severity=Severity.WARNING)


def stale(file: Path) -> Fault:
    """It would be another one if it were built now."""
    sentence = words("the file is out of date: what it was made from has changed since")
    return Fault("VERIFY-STALE", sentence, file, hint=words("build it again"), severity=Severity.WARNING)
