"""Where a project is. Nothing heavy is imported here: a build with nothing to do needs it."""

from __future__ import annotations

from pathlib import Path

from builder.errors import RequestError
from builder.words import words

PROJECT_FILE = "packs.yaml"


def find_root(start: Path) -> Path:
    """The nearest folder at or above `start` that holds packs.yaml. Raises RequestError if none does."""
    for folder in (start, *start.parents):
        if (folder / PROJECT_FILE).is_file():
            return folder
    raise RequestError(
        words("no {file} in {folder} or above it", file=PROJECT_FILE, folder=start),
        words("go to a project's folder, or make one with: packs init my-packs"),
    )
