"""The bank that a command names."""

from __future__ import annotations

from pathlib import Path

from builder.content.bank import LoadedBank, load_bank
from builder.content.project import Workspace, bank_files
from builder.errors import ContentError, RequestError
from builder.near import nearest
from builder.words import words


def bank_file(workspace: Workspace, named: str) -> Path:
    """The file of a bank by its id, or by its path. Raises RequestError for one that is not there."""
    path = Path(named)
    if path.is_file():
        return path
    if path.suffix == ".yaml":
        raise RequestError(words("there is no file “{path}”", path=named), words("check the name"))
    inside = workspace.content / f"{named}.yaml"
    known = [file.stem for file in bank_files(workspace)]
    if named not in known:
        raise RequestError(words("there is no bank “{id}”", id=named), nearest(named, known))
    return inside


def opened_bank(workspace: Workspace, named: str) -> tuple[Path, LoadedBank]:
    """The file and what is in it. Raises ContentError with every finding that keeps it from being a bank."""
    file = bank_file(workspace, named)
    loaded, findings = load_bank(file, workspace.shown(file))
    if loaded is None:
        raise ContentError(findings)
    return file, loaded
