"""The work behind `packs build`: what is out of date is found, told, made and put into place."""

from __future__ import annotations

import functools
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from builder.checks.inspect import Inspection, inspect_project
from builder.cli.progress import Progress
from builder.compose.documents import BY_ID
from builder.content.project import Workspace, bank_files
from builder.fonts import FontShelf, glyph_finder, open_shelf
from builder.plan.agenda import Agenda, Planner
from builder.plan.leftovers import Leftovers, unplanned
from builder.plan.quick import NAME as QUICK
from builder.plan.quick import read_quick
from builder.plan.record import read_record
from builder.plan.remembering import changed_since, remembered
from builder.plan.stamps import Stamps
from builder.plan.targets import chosen_packs, explanations
from builder.plan.wish import Wish
from builder.press.delivery import Delivery
from builder.press.writing import output_lock, write_whole
from builder.render.native import require_libraries

if TYPE_CHECKING:
    from builder.press.delivery import Printed


@dataclass(frozen=True)
class Manner:
    """How a build is to go about it."""

    strict: bool = False
    force: bool = False
    jobs: int | None = None
    scheduler: str | None = None
    patience: float = 900.0


class Building:
    """One build of one project into one folder."""

    def __init__(
        self, workspace: Workspace, wish: Wish, target: Path, manner: Manner, progress: Progress
    ) -> None:
        self._workspace = workspace
        self._wish = wish
        self._target = target
        self._manner = manner
        self._progress = progress
        self._begun = time.time_ns()

    def plan(self) -> None:
        """Says what is out of date and why."""
        agenda = self._agenda()
        self._progress.planned(agenda.stale)
        if not agenda.stale:
            self._progress.up_to_date(self._target, len(agenda.files))

    def run(self) -> Sequence[Printed]:
        """Makes what is out of date; after everything is built, removes what is left of packs that are gone."""
        self._refuse_unknown()
        with output_lock(self._target, self._progress.waiting):
            agenda = self._agenda()
            if agenda.jobs:
                require_libraries()
            Delivery(self._target).note(agenda.found_out)
            printed = self._made(agenda) if agenda.jobs else []
            delivery = Delivery(self._target)
            if self._wish.everything:
                self._clear(agenda, delivery)
            delivery.note(())
            self._remember(agenda)
        fresh = len(agenda.files) - len(agenda.stale)
        if printed:
            self._progress.done(printed, self._target, fresh)
        else:
            self._progress.up_to_date(self._target, fresh)
        return printed

    def _refuse_unknown(self) -> None:
        """Raises RequestError for a pack or document that does not exist, before anything is touched."""
        ids = [file.stem for file in bank_files(self._workspace)]
        chosen_packs(self._workspace.project, ids, self._wish)

    def _agenda(self) -> Agenda:
        kept = read_quick(self._target)
        stamps = Stamps(self._target, kept.stamps if kept else {})
        planner = Planner(self._workspace, self._target, read_record(self._target), stamps)
        manner = self._manner
        agenda = planner.agenda(self._wish, self._inspect, strict=manner.strict, force=manner.force)
        if agenda.inspection.findings:
            self._progress.findings(agenda.inspection.findings)
        self._progress.explained(explanations(agenda.packs, agenda.banks))
        return agenda

    def _inspect(self, banks: set[str]) -> Inspection:
        def missing(language: str, text: str) -> set[str]:
            return glyph_finder(self._shelf, self._workspace.theme)(language, text)

        return inspect_project(self._workspace, missing, BY_ID, banks)

    @functools.cached_property
    def _shelf(self) -> FontShelf:
        """Opened only where something must be checked or laid out."""
        return open_shelf(self._workspace.theme, self._workspace.root, progress=self._progress.say)

    def _made(self, agenda: Agenda) -> list[Printed]:
        from builder.press.crews.hiring import Hiring
        from builder.press.press import Press

        self._progress.reasons(agenda.stale)
        manner = self._manner
        hiring = Hiring(
            self._workspace, self._shelf, manner.strict, manner.jobs, manner.scheduler, manner.patience
        )
        with self._progress.over(agenda.jobs) as started:
            return Press(hiring.crew, self._target).run(agenda.jobs, started)

    def _clear(self, agenda: Agenda, delivery: Delivery) -> None:
        entries = unplanned(delivery.entries, agenda.files)
        left = Leftovers.of(entries, Stamps(self._target, {}))
        if entries:
            delivery.take_away(left.unchanged, left.changed)
            self._progress.cleared(left)

    def _remember(self, agenda: Agenda) -> None:
        """Nothing, where somebody went on editing while the build was reading."""
        files = [due.file for due in agenda.files]
        before, record = read_quick(self._target), read_record(self._target)
        quick = remembered(self._workspace, self._wish, files, self._target, record, before)
        if not changed_since(self._workspace.root, quick, self._begun):
            write_whole(self._target / QUICK, quick.text().encode())
