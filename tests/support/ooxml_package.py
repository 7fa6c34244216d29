"""A Word file or workbook to spoil, and what is then found wrong with it."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from pathlib import Path

from builder.verify.expected import Expected
from builder.verify.fault import Fault
from builder.verify.opened import KINDS
from builder.verify.registry import faults_of

TEXT = "word/document.xml"


@dataclass(frozen=True)
class Package:
    """A built file of some format and what it was built from."""

    name: str
    data: bytes
    expected: Expected

    def faults(self, data: bytes | None = None, *, thorough: bool = False) -> list[Fault]:
        path = Path(self.name)
        file = KINDS[path.suffix](path, self.data if data is None else data)
        return list(faults_of(file, self.expected, thorough=thorough))

    def codes(self, data: bytes | None = None, *, thorough: bool = False) -> list[str]:
        return [fault.code for fault in self.faults(data, thorough=thorough)]

    def with_parts(self, parts: dict[str, bytes], without: str = "") -> bytes:
        stream = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(self.data)) as old, zipfile.ZipFile(stream, "w") as new:
            kept = {name: old.read(name) for name in old.namelist() if name != without}
            for name, data in {**kept, **parts}.items():
                new.writestr(name, data)
        return stream.getvalue()

    def part(self, name: str) -> str:
        with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
            return archive.read(name).decode()

    def replaced(self, old: str, new: str, name: str = TEXT) -> bytes:
        """The file with the first `old` of a part replaced."""
        text = self.part(name)
        assert old in text, old
        return self.with_parts({name: text.replace(old, new, 1).encode()})
