"""A worker's own workshop: the project unpacked from its parcel, banks read as they are needed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from builder.content.bank import LoadedBank, load_banks
from builder.content.project import bank_files, open_workspace
from builder.fonts import open_shelf
from builder.plan.targets import Job, chosen_packs, plan_jobs
from builder.plan.wish import Wish
from builder.press.crews.crew import Task
from builder.press.crews.setting import Setting
from builder.press.parcel import unpacked
from builder.press.workshop import Made, Workshop


class Bench:
    """Makes the files of one project's tasks; engines, templates and banks are read once."""

    def __init__(self, parcel: bytes, folder: Path, setting: Setting) -> None:
        setting.take_over()
        unpacked(parcel, folder)
        self._workspace = open_workspace(folder)
        self.shelf = open_shelf(self._workspace.theme, self._workspace.root)
        self._workshop = Workshop(self._workspace, self.shelf, strict=setting.strict)
        self._files = {file.stem: file for file in bank_files(self._workspace)}
        self._banks: dict[str, LoadedBank] = {}

    def make(self, task: Task) -> Iterator[Sequence[Made]]:
        """The task's files, all at once. Raises what the workshop raises."""
        yield self._workshop.make(self._job(task))

    def _job(self, task: Task) -> Job:
        packs = chosen_packs(self._workspace.project, self._files, Wish(packs=[task.pack]))
        bank = packs[0].bank
        if bank not in self._banks:
            self._banks |= load_banks([self._files[bank]], self._workspace.shown)
        (job,) = plan_jobs(packs, self._banks, Wish(documents=[task.document], formats=task.formats))
        return job
