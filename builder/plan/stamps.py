"""Whether files are still as they were written: told by size and time where these are known, else by their bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from builder.hashing import ABSENT, sha256_of_file

Stamp = tuple[int, int, str]
"""Size in bytes, time of the last change in nanoseconds, SHA-256."""


class Stamps:
    """The stamps of the files of one output folder."""

    def __init__(self, output: Path, known: Mapping[str, Iterable[object]]) -> None:
        self._output = output
        self._known = {file: tuple(stamp) for file, stamp in known.items()}

    def sha256(self, file: str) -> str:
        """The file's SHA-256 in hex digits, or ABSENT."""
        return self.stamp(file)[2]

    def stamp(self, file: str) -> Stamp:
        """The file's stamp as it is now; size and time are 0 where it is not there."""
        path = self._output / file
        try:
            told = path.stat()
        except OSError:
            return 0, 0, ABSENT
        known = self._known.get(file, ())
        if known[:2] == (told.st_size, told.st_mtime_ns) and len(known) == 3:
            return told.st_size, told.st_mtime_ns, str(known[2])
        return told.st_size, told.st_mtime_ns, sha256_of_file(path)
