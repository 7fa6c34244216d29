"""What was written for a campaign: a record for the next build, and a list for people."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass, field, fields
from pathlib import Path
from typing import Any

from builder.model.names import is_portable

VERSION = 1
RECORD = "campaign.json"
LIST = "manifest.csv"
_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Line:
    """One file of a campaign, as manifest.csv lists it. It has no column for names."""

    file: str
    kind: str
    room: str = ""
    copy: str = ""
    draw_number: str = ""
    rater: str = ""
    pages: str = ""
    sha256: str = ""


def list_text(lines: Iterable[Line]) -> bytes:
    """manifest.csv, marked as UTF-8 for spreadsheets; no cell begins like a formula."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(field.name for field in fields(Line))
    writer.writerows([_plain(cell) for cell in astuple(line)] for line in lines)
    return stream.getvalue().encode("utf-8-sig")


def _plain(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_STARTS_FORMULA) else cell


@dataclass
class Record:
    """What a campaign's folder was made from, and its files with their SHA-256.

    While a build goes on, `inputs` is empty and files yet to be written have no hash.
    """

    inputs: str = ""
    files: dict[str, str] = field(default_factory=dict)
    formats: tuple[str, ...] = ()
    """Those that were asked for; without any, the campaign's own."""
    single: bool = False
    """Whether every copy was asked for in a file of its own."""

    @classmethod
    def read(cls, folder: Path) -> Record:
        """The record of a folder; an empty one where there is none, or none that this version understands."""
        try:
            held: dict[str, Any] = json.loads((folder / RECORD).read_text(encoding="utf-8"))
            if held["version"] != VERSION:
                return cls()
            files = {str(file): str(digest) for file, digest in held["files"].items()}
            inside = {file: digest for file, digest in files.items() if _stays_inside(file)}
            formats = tuple(map(str, held.get("formats", ())))
            return cls(str(held["inputs"]), inside, formats, bool(held.get("single", False)))
        except (OSError, ValueError, LookupError, TypeError, AttributeError):
            return cls()

    def text(self) -> bytes:
        """The record as JSON, files in order."""
        asked = {"formats": self.formats, "single": self.single}
        held = {"version": VERSION, "inputs": self.inputs, **asked, "files": dict(sorted(self.files.items()))}
        return (json.dumps(held, ensure_ascii=False, indent=1) + "\n").encode()

    def is_fresh(self, folder: Path, inputs: str) -> bool:
        """Whether the folder was made from these inputs, and every file is still as it was written."""
        return (
            self.inputs == inputs
            and bool(self.files)
            and all(digest_of(folder / file) == digest for file, digest in self.files.items())
        )

    def remove_others(self, folder: Path, kept: Mapping[str, str]) -> list[str]:
        """Removes files of the record that are not among those kept; returns those that were changed by hand and stay."""
        stayed = []
        for file, digest in self.files.items():
            path = folder / file
            if file in kept or not path.is_file() or not path.resolve().is_relative_to(folder.resolve()):
                continue
            if digest and digest_of(path) != digest:
                stayed.append(file)
            else:
                path.unlink()
        return stayed


def digest_of(file: Path) -> str:
    """The SHA-256 of a file; nothing where there is none."""
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError:
        return ""


def _stays_inside(file: str) -> bool:
    """Whether it names a file below the campaign's folder: whoever changed the record may have meant another."""
    return all(is_portable(part) for part in file.split("/"))
