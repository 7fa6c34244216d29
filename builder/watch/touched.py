"""What kind of file changed, and so how much has to be read again."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from builder.content.project import Workspace
from builder.content.root import PROJECT_FILE


@dataclass(frozen=True)
class Touched:
    """What a batch of changes touches; without any, nothing is known and everything is read."""

    banks: frozenset[str] = frozenset()
    """Ids of banks whose own files changed."""
    templates: frozenset[str] = frozenset()
    """Names of files in the templates folder: templates, labels, style sheet, Word styles."""
    settings: bool = False
    """packs.yaml, the theme, a font, a folder: nothing that was read still holds."""
    others: frozenset[str] = frozenset()
    """Names of other files: images."""

    @property
    def banks_only(self) -> bool:
        return bool(self.banks) and not (self.templates or self.settings or self.others)


EVERYTHING = Touched(settings=True)


def touched(files: Collection[Path], workspace: Workspace) -> Touched:
    """What the changed files are to the project."""
    content, templates = workspace.content, workspace.templates
    banks = {file for file in files if file.parent == content and file.suffix == ".yaml"}
    forms = {file for file in files if file.suffix and file.is_relative_to(templates)}
    looks = {workspace.root / PROJECT_FILE, workspace.root / workspace.project.theme}
    settings = {
        f for f in files if f in looks or not f.suffix or f.suffix.lower() in {".otf", ".ttf", ".ttc"}
    }
    return Touched(
        frozenset(file.stem for file in banks),
        frozenset(file.relative_to(templates).as_posix() for file in forms),
        bool(settings),
        frozenset(file.name for file in {*files} - banks - forms - settings),
    )
