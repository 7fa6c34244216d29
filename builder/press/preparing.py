"""A job ready to be rendered: composed, with its looks, its files' names and what they should hold."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from builder import __version__
from builder.compose.compose import Composer
from builder.content.project import Workspace
from builder.fonts import FontShelf
from builder.model.composed import Composed
from builder.model.theme import Theme
from builder.model.workbook import Workbook
from builder.plan.targets import Job
from builder.press.looks import file_name, pack_theme
from builder.verify.expected import Expected
from builder.verify.expecting import Expectations

ENGINES = ("weasyprint", "python-docx", "jinja2", "markdown-it-py", "fonttools", "lxml", "openpyxl")


@dataclass(frozen=True)
class Prepared:
    """A job composed: its document, its theme, and its workbook where one is wanted."""

    job: Job
    document: Composed
    theme: Theme
    workbook: Workbook | None


class Preparation:
    """Prepares the jobs of one project; style sheet and Word styles are read once."""

    def __init__(self, workspace: Workspace, shelf: FontShelf) -> None:
        self.workspace = workspace
        self.shelf = shelf
        self.composer = Composer(workspace)
        self.css = self.composer.stylesheet()
        self.base = self._own_base()
        self.expectations = Expectations(shelf)
        self._engines = " ".join(f"{name}={version(name)}" for name in ENGINES)

    def prepared(self, job: Job) -> Prepared:
        """The job composed. Raises what composing raises."""
        workbook = self.composer.workbook(job.kind, job.bank, job.pack) if "xlsx" in job.formats else None
        return Prepared(job, self.composer.compose(job.kind, job.bank, job.pack), self._theme(job), workbook)

    def file(self, job: Job, form: str) -> Path:
        """Path of the job's file in one format, relative to the output folder."""
        title = str(self.composer.labels(job.bank.locale).documents[job.kind.id])
        name = file_name(self.workspace.theme, job.pack, self.workspace.project, job.kind.id, title)
        return job.file(form, name)

    def expected(self, work: Prepared) -> Expected:
        """What the job's files should hold, and what they must not."""
        job = work.job
        labels = self.composer.labels(job.bank.locale)
        settings = (job.pack, self.workspace.project)
        view = job.kind.view(job.bank)
        return self.expectations.of(job.kind, work.document, work.theme, view, job.whole, labels, settings)

    def inputs(self, form: str, work: Prepared) -> str:
        """SHA-256 of everything that goes into one file: text, images, looks, fonts, program and engines."""
        looks = (self.css, work.theme.model_dump_json(), self.shelf.fingerprint)
        text = repr(work.workbook) if form == "xlsx" else work.document.html
        parts = [form, text, *looks, __version__, self._engines]
        digest = hashlib.sha256("\0".join(parts).encode())
        for name in sorted(work.document.assets):
            digest.update(work.document.assets[name])
        digest.update(self.base or b"")
        return digest.hexdigest()

    def _theme(self, job: Job) -> Theme:
        return pack_theme(self.workspace.theme, job.pack, self.workspace.project, job.bank.locale)

    def _own_base(self) -> bytes | None:
        """The project's own Word styles, where it has any."""
        base = self.workspace.templates / "base.docx"
        return base.read_bytes() if base.is_file() else None
