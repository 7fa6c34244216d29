"""Where templates lie: a project's own of a name wins over the built-in one; neither leads out of its folder."""

from __future__ import annotations

from pathlib import Path

from builder.hashing import ABSENT, hash_of_file

FOLDER = "templates"
BUILT_IN = "builtin"
"""`{% extends "builtin/score-sheet.html.j2" %}` lets a project's template override single blocks."""


def built_in_templates() -> Path:
    """The folder of built-in templates: inside the package when installed, at the top in a checkout."""
    package = Path(__file__).resolve().parents[1]
    installed = package / FOLDER
    return installed if installed.is_dir() else package.parent / FOLDER


def file_within(folder: Path, name: str) -> Path | None:
    """The file called `name` in a folder; None for one that is not there, or that a name or link leads out to."""
    folder = folder.resolve()
    try:
        file = (folder / name).resolve()
        return file if file.is_relative_to(folder) and file.is_file() else None
    except (
        OSError,
        ValueError,
        RuntimeError,
    ):  # a name too long for any file, links that go round in a circle
        return None


def template_hash(name: str, own: Path, built_in: Path) -> str:
    """The hash of the template that a name stands for, or ABSENT: first the project's, then the built-in one."""
    prefixed = name.removeprefix(f"{BUILT_IN}/") if name.startswith(f"{BUILT_IN}/") else None
    places = [(own, name), *([(built_in, prefixed)] if prefixed else []), (built_in, name)]
    found = (file_within(folder, known_as) for folder, known_as in places)
    return next((hash_of_file(file) for file in found if file), ABSENT)
