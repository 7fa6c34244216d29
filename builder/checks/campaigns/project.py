"""The campaigns of a project, or some of them, with the banks that they are about."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from builder.checks.campaigns.inspecting import inspect_campaign
from builder.checks.glyphs import Missing
from builder.content.bank import LoadedBank, load_bank
from builder.content.campaigns.loading import FOLDER
from builder.content.project import Workspace, bank_files
from builder.errors import Finding


def is_campaign_file(workspace: Workspace, file: Path) -> bool:
    """Whether a file that is named lies where campaigns do."""
    return file.parent == workspace.root / FOLDER


def campaign_findings(
    workspace: Workspace,
    files: Sequence[Path],
    missing: Missing,
    banks: Mapping[str, LoadedBank] | None = None,
    ignoring: Collection[str] = (),
) -> list[Finding]:
    """Everything that is wrong with some campaign files; banks that are not given are read as they are needed."""
    found: list[Finding] = []
    known = banks if banks is not None else _Lazily(workspace)
    for file in files:
        found += inspect_campaign(workspace, file, missing, known, ignoring).findings
    return found


class _Lazily(dict[str, LoadedBank]):
    """Banks by id, read when somebody asks for them; one that cannot be read is not there."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._files = {file.stem: file for file in bank_files(workspace)}
        self._shown = workspace.shown

    def __contains__(self, bank_id: object) -> bool:
        file = self._files.pop(str(bank_id), None)
        if file is not None:
            bank, _ = load_bank(file, self._shown(file))
            if bank is not None:
                self[file.stem] = bank
        return super().__contains__(bank_id)
