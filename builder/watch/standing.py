"""The project as it stands: read again as far as changes ask for it, and what can be printed of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from builder.checks.inspect import inspect_project
from builder.compose.documents import BY_ID
from builder.content.bank import LoadedBank
from builder.content.project import Workspace, bank_files, open_workspace
from builder.content.root import PROJECT_FILE
from builder.errors import ContentError, Finding, Severity
from builder.fonts import FontShelf, glyph_finder, open_shelf
from builder.model.project import PackSpec
from builder.plan.targets import Job, chosen_packs, plan_jobs
from builder.plan.wish import Wish
from builder.press.workshop import Workshop
from builder.watch.touched import EVERYTHING, Touched, touched


@dataclass
class Standing:
    """One project with what was read of it; `read` brings it up to date."""

    root: Path
    wish: Wish
    strict: bool = False
    jobs: list[Job] = field(default_factory=list)
    """Every document that can be printed: of banks that hold together, in the order of a build."""
    broken: set[str] = field(default_factory=set)
    """Ids of banks that cannot be printed until they are mended."""
    _workspace: Workspace | None = None
    _workshop: Workshop | None = None
    _shelf: FontShelf | None = None
    _banks: dict[str, LoadedBank] = field(default_factory=dict)

    @property
    def workspace(self) -> Workspace:
        assert self._workspace is not None, "read first"
        return self._workspace

    @property
    def workshop(self) -> Workshop:
        assert self._workshop is not None, "read first"
        return self._workshop

    def touched(self, files: Collection[Path]) -> Touched:
        """What changed files mean; everything, as long as the project could not be read."""
        return touched(files, self._workspace) if self._workspace and self._workshop else EVERYTHING

    def read(self, what: Touched) -> list[Finding]:
        """Reads what was touched; returns every finding in it.

        Raises what opening a project raises: then nothing can be printed until a next reading succeeds.
        """
        self.jobs = []
        if what.settings or self._workshop is None:
            self._workshop = None  # until the project could be opened
            self._workspace = open_workspace(self.root)
            self._shelf = open_shelf(self._workspace.theme, self._workspace.root)
            self._banks.clear()
        if what.settings or what.templates or self._workshop is None:
            assert self._shelf is not None
            self._workshop = Workshop(self.workspace, self._shelf, strict=self.strict)
        chosen = self._chosen()
        findings = self._inspected(chosen, what)
        whole = [pack for pack in chosen if pack.bank in self._banks]
        # Nothing to print is no mistake while something waits to be mended.
        self.jobs = plan_jobs(whole, self._banks, self.wish) if whole or not self.broken else []
        return findings

    def _chosen(self) -> list[PackSpec]:
        ids = [file.stem for file in bank_files(self.workspace)]
        return chosen_packs(self.workspace.project, ids, self.wish)

    def _inspected(self, chosen: list[PackSpec], what: Touched) -> list[Finding]:
        """Checks the banks in question and keeps those that hold together."""
        wanted = {pack.bank for pack in chosen}
        asked = wanted & (what.banks | self.broken) if what.banks_only else wanted
        missing = glyph_finder(self.workshop.preparation.shelf, self.workspace.theme)
        inspection = inspect_project(self.workspace, missing, BY_ID, asked)
        stopping = inspection.findings if self.strict else inspection.errors
        if any(finding.place.file == Path(PROJECT_FILE) for finding in stopping):
            raise ContentError(inspection.findings)
        self.broken = {f.place.file.stem for f in stopping}
        kept = {i: bank for i, bank in self._banks.items() if i in wanted and i not in asked}
        made = {i: inspection.banks[i] for i in inspection.banks if i not in self.broken}
        self._banks = kept | made
        return inspection.findings


def stops(findings: Collection[Finding], *, strict: bool) -> bool:
    """Whether any of the findings keeps a bank from being printed."""
    return any(strict or finding.severity is Severity.ERROR for finding in findings)
