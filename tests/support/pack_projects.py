"""Project folders to run the command in, and what was in them before."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from packs_command import Ran, files_of, packs

CHECKOUT = Path(__file__).resolve().parents[2]
SAMPLE = "content/sample-bank.yaml"
DOCUMENTS = ("interviewer-pack", "score-sheet", "candidate-handout", "question-cards")


@dataclass(frozen=True)
class ProjectFolder:
    """A project in a folder of its own; `packs()` runs the command there."""

    root: Path

    def packs(self, *arguments: str | Path, **more: str | None) -> Ran:
        return packs(*arguments, cwd=self.root, **more)

    def write(self, name: str, text: str | bytes) -> Path:
        """Writes a file of the project, making its folders."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    def read(self, name: str) -> str:
        return (self.root / name).read_text(encoding="utf-8")

    def replace(self, old: str, new: str, name: str = SAMPLE) -> int:
        """Replaces the first `old` of a file; returns the line, from 1, where it stood."""
        text = self.read(name)
        assert old in text, old
        self.write(name, text.replace(old, new, 1))
        return text[: text.index(old)].count("\n") + 1

    def output(self) -> dict[str, bytes]:
        return files_of(self.root / "output")


def copied(source: Path, target: Path) -> ProjectFolder:
    """The project of `source`, what it has built included, in a folder of its own."""
    shutil.copytree(source, target)
    return ProjectFolder(target)


def real_project(target: Path, source: Path = CHECKOUT) -> ProjectFolder:
    """The project that this repository is, without what is built: its banks and settings; templates are built in."""
    target.mkdir(parents=True)
    shutil.copytree(source / "content", target / "content")
    shutil.copy(source / "packs.yaml", target)
    return ProjectFolder(target)
