"""A job ready to be rendered: composed, with its looks, its files' names and what they should hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from builder.compose.compose import Composer
from builder.content.project import Workspace
from builder.fonts import FontShelf
from builder.hashing import hash_of_value
from builder.model.composed import Composed
from builder.model.theme import Theme
from builder.model.workbook import Workbook
from builder.plan.ingredients import Ingredients, Pantry, Subject
from builder.plan.looks import file_name, pack_theme
from builder.plan.targets import Job
from builder.verify.expected import Expected
from builder.verify.expecting import Expectations


@dataclass(frozen=True)
class Prepared:
    """A job composed: its document, its theme, and its workbook where one is wanted."""

    job: Job
    document: Composed
    theme: Theme
    workbook: Workbook | None
    subject: Subject
    read: Mapping[str, Mapping[str, str]]
    """What composing the document, and making the workbook (`xlsx`), asked for besides the view."""


class Preparation:
    """Prepares the jobs of one project; style sheet and Word styles are read once."""

    def __init__(self, workspace: Workspace, shelf: FontShelf) -> None:
        self.workspace = workspace
        self.shelf = shelf
        self.composer = Composer(workspace)
        self.css = self.composer.stylesheet()
        self.base = self._own_base()
        self.expectations = Expectations(shelf)
        self._pantry = Pantry(workspace)

    def prepared(self, job: Job) -> Prepared:
        """The job composed. Raises what composing raises."""
        text: dict[str, str] = {}
        book: dict[str, str] = {}
        document = self.composer.compose(job.kind, job.bank, job.pack, text)
        wanted = "xlsx" in job.formats
        workbook = self.composer.workbook(job.kind, job.bank, job.pack, book) if wanted else None
        read = {"xlsx": book, "": text}
        return Prepared(job, document, self._theme(job), workbook, Subject.of(job), read)

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

    def ingredients(self, form: str, work: Prepared) -> Ingredients:
        """Everything that one file is made from: bank, templates, labels, images, looks, program and engines."""
        return self._pantry.fixed(work.subject, form) | dict(work.read.get(form, work.read[""]))

    def inputs(self, form: str, work: Prepared) -> str:
        """The hash of everything that goes into one file."""
        return hash_of_value(sorted(self.ingredients(form, work).items()))

    def _theme(self, job: Job) -> Theme:
        return pack_theme(self.workspace.theme, job.pack, self.workspace.project, job.bank.locale)

    def _own_base(self) -> bytes | None:
        """The project's own Word styles, where it has any."""
        base = self.workspace.templates / "base.docx"
        return base.read_bytes() if base.is_file() else None
