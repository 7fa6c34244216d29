"""The manifest: every file of the output folder that a build made, and what it was made from."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from builder.model.names import is_portable

VERSION = 1
NAME = "manifest.json"


@dataclass(frozen=True, slots=True)
class Entry:
    """One built file; `inputs` is the SHA-256 of everything it was made from."""

    file: str
    pack: str
    document: str
    format: str
    sha256: str
    inputs: str
    pages: int
    size: int
    seconds: float


def read_manifest(output: Path) -> dict[str, Entry]:
    """The entries by file; empty where there is no manifest, or none that this version understands."""
    try:
        held: dict[str, Any] = json.loads((output / NAME).read_text(encoding="utf-8"))
        if held.get("version") != VERSION:
            return {}
        entries = [Entry(**item) for item in held["files"]]
        return {entry.file: entry for entry in entries if _stays_inside(entry.file)}
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return {}


def _stays_inside(file: str) -> bool:
    """Whether it names a file below the output folder: whoever changed the manifest may have meant another."""
    parts = file.split("/")
    return all(is_portable(part) for part in parts)


def manifest_text(entries: Iterable[Entry]) -> str:
    """The manifest as JSON, files in order of their names."""
    files = [asdict(entry) for entry in sorted(entries, key=lambda e: e.file)]
    return json.dumps({"version": VERSION, "files": files}, ensure_ascii=False, indent=2) + "\n"
