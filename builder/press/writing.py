"""A file appears whole or not at all."""

from __future__ import annotations

import contextlib
import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from builder.errors import BuildError, MachineError
from builder.words import words

LOCK = ".packs.lock"
_ASIDE = re.compile(r"\..+\.[a-z0-9_]{8}\.part")
"""Names of files that are being written."""


def write_whole(path: Path, data: bytes) -> None:
    """Puts `data` at `path`; whatever was there stays until the new file is safe on disk.

    Raises MachineError where the folder cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, aside = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.chmod(aside, 0o644)  # noqa: PTH101 - mkstemp makes files that only their owner can read
            Path(aside).replace(path)
        except BaseException:
            Path(aside).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise _unwritable(path, error) from None


def add_text(path: Path, text: str) -> None:
    """Adds lines to a file of our own; a build that is killed here leaves half a line, which nobody reads.

    Raises MachineError where it cannot be written, or is a link.
    """
    flags = os.O_CREAT | os.O_WRONLY | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0)
    try:
        with os.fdopen(os.open(path, flags, 0o644), "wb") as file:
            file.write(text.encode())
    except OSError as error:
        raise _unwritable(path, error) from None


def remove(path: Path) -> None:
    """Removes a file, and its folder if that is empty then. Raises MachineError where it cannot be removed."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise _unwritable(path, error) from None
    with contextlib.suppress(OSError):  # something else is in it
        path.parent.rmdir()


def _unwritable(path: Path, error: OSError) -> MachineError:
    return MachineError(
        words("{path} cannot be written: {reason}", path=path, reason=error.strerror or error),
        words("close the file where it is open, check permissions and free space, or use --output"),
    )


def clear_remains(output: Path) -> None:
    """Removes the half-written files of builds that were killed; to be called while holding the folder's lock."""
    for file in sorted(output.rglob(".*.part")):
        if _ASIDE.fullmatch(file.name) and file.is_file() and not file.is_symlink():
            file.unlink(missing_ok=True)


def refuse_outside(output: Path, file: Path) -> None:
    """Raises BuildError where the file's folder is a link that leads out of the output folder."""
    if not file.parent.resolve().is_relative_to(output.resolve()):
        raise BuildError(
            words("{path} is a link that leads out of the output folder", path=file.parent),
            words("remove the link"),
        )


@contextlib.contextmanager
def output_lock(output: Path, waiting: object) -> Iterator[None]:
    """Holds the output folder for one build; a second one calls `waiting` once and waits.

    Raises BuildError where the folder cannot be made or locked.
    """
    try:
        output.mkdir(parents=True, exist_ok=True)
        # A link in its place is refused, not followed: it would make a file elsewhere.
        flags = os.O_CREAT | os.O_RDWR | getattr(os, "O_NOFOLLOW", 0)
        file = os.fdopen(os.open(output / LOCK, flags, 0o644), "a")
    except OSError as error:
        raise MachineError(
            words("{path} cannot be written: {reason}", path=output, reason=error.strerror or error),
            words("check its permissions, or use --output"),
        ) from None
    with file:
        _lock(file.fileno(), waiting)
        yield


def _lock(descriptor: int, waiting: object) -> None:
    try:
        import fcntl
    except ImportError:  # a system without advisory locks: two builds there are the user's to avoid
        return
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        if callable(waiting):
            waiting()
        fcntl.flock(descriptor, fcntl.LOCK_EX)
    except OSError as error:
        raise BuildError(
            words("the output folder cannot be locked: {reason}", reason=error.strerror or error)
        ) from None
