"""One job after the other: compose, lay out, write both formats, record."""

from __future__ import annotations

import contextlib
import hashlib
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from builder import __version__
from builder.compose.compose import Composer
from builder.content.project import Workspace
from builder.errors import BuildError
from builder.fonts import FontShelf
from builder.model.composed import Composed
from builder.model.theme import Theme
from builder.model.workbook import Workbook
from builder.plan.manifest import NAME, Entry, manifest_text, read_manifest
from builder.plan.targets import Job
from builder.press.looks import file_name, pack_theme
from builder.press.writing import write_whole
from builder.render.docx import render_docx
from builder.render.html import render_html
from builder.render.pdf import RenderedPdf, render_pdf
from builder.render.xlsx import render_xlsx
from builder.words import words

ENGINES = ("weasyprint", "python-docx", "jinja2", "markdown-it-py", "fonttools", "lxml", "openpyxl")


@dataclass(frozen=True)
class Printed:
    """A file that was made."""

    entry: Entry
    path: Path


@dataclass(frozen=True)
class _Work:
    """A job on its way: composed, and laid out where it goes on paper."""

    job: Job
    document: Composed
    theme: Theme
    laid_out: RenderedPdf | None
    workbook: Workbook | None


@contextlib.contextmanager
def _saying_where(job: Job) -> Iterator[None]:
    """A renderer does not know what it renders: its errors get the pack and the document here."""
    try:
        yield
    except BuildError as error:
        where = f"{job.pack.id}/{job.kind.id}"
        raise BuildError(
            words("{where}: {problem}", where=where, problem=error.sentence), error.hint
        ) from error


class Press:
    """Makes the files of jobs for one project; engines and style sheet are set up once."""

    def __init__(self, workspace: Workspace, shelf: FontShelf, output: Path) -> None:
        self.workspace = workspace
        self.shelf = shelf
        self.output = output
        self.composer = Composer(workspace)
        self._css = self.composer.stylesheet()
        self._base = self._own_base()
        self._engines = " ".join(f"{name}={version(name)}" for name in ENGINES)

    def run(
        self, jobs: Iterable[Job], started: Callable[[Job], None] = lambda job: None
    ) -> Iterator[Printed]:
        """Makes every file of every job; the manifest is brought up to date after each job.

        Raises the error of the first job that fails; files made until then are whole and recorded.
        """
        entries = read_manifest(self.output)
        for job in jobs:
            started(job)
            with _saying_where(job):
                for printed in self._print(job):
                    entries[printed.entry.file] = printed.entry
                    yield printed
            kept = [e for e in entries.values() if (self.output / e.file).is_file()]
            write_whole(self.output / NAME, manifest_text(kept).encode())

    def _print(self, job: Job) -> Iterator[Printed]:
        begun = time.perf_counter()
        work = self._work(job)
        for form in job.formats:
            data = self._bytes(form, work)
            relative = job.file(form, self._name(job))
            write_whole(self.output / relative, data)
            now = time.perf_counter()
            yield Printed(self._entry(form, work, relative, data, now - begun), self.output / relative)
            begun = now

    def _work(self, job: Job) -> _Work:
        """The job composed and laid out.

        The Word file's contents and page counts are filled in from the PDF's pages, so that every viewer shows
        them; the layout is needed whichever format is asked for.
        """
        document = self.composer.compose(job.kind, job.bank, job.pack)
        theme = self._theme(job)
        paper = {"pdf", "docx"} & set(job.formats)
        laid_out = render_pdf(document, self._css, theme, self.shelf) if paper else None
        workbook = self.composer.workbook(job.kind, job.bank, job.pack) if "xlsx" in job.formats else None
        return _Work(job, document, theme, laid_out, workbook)

    def _bytes(self, form: str, work: _Work) -> bytes:
        if form == "xlsx" and work.workbook is not None:
            return render_xlsx(work.workbook, work.theme)
        if work.laid_out is None or form == "html":
            return render_html(work.document, self._css, work.theme, self.shelf)
        if form == "pdf":
            return work.laid_out.data
        return render_docx(work.document, work.theme, work.laid_out.anchors, work.laid_out.pages, self._base)

    def _theme(self, job: Job) -> Theme:
        return pack_theme(self.workspace.theme, job.pack, self.workspace.project, job.bank.locale)

    def _name(self, job: Job) -> str:
        title = str(self.composer.labels(job.bank.locale).documents[job.kind.id])
        return file_name(self.workspace.theme, job.pack, self.workspace.project, job.kind.id, title)

    def _own_base(self) -> bytes | None:
        """The project's own Word styles, where it has any."""
        base = self.workspace.templates / "base.docx"
        return base.read_bytes() if base.is_file() else None

    def _entry(self, form: str, work: _Work, relative: Path, data: bytes, seconds: float) -> Entry:
        return Entry(
            file=relative.as_posix(),
            pack=work.job.pack.id,
            document=work.job.kind.id,
            format=form,
            sha256=hashlib.sha256(data).hexdigest(),
            inputs=self._inputs(form, work),
            pages=work.laid_out.pages if work.laid_out and form != "xlsx" else 0,
            size=len(data),
            seconds=round(seconds, 3),
        )

    def _inputs(self, form: str, work: _Work) -> str:
        """SHA-256 of everything that goes into one file: text, images, looks, fonts, program and engines."""
        looks = (self._css, work.theme.model_dump_json(), self.shelf.fingerprint)
        text = repr(work.workbook) if form == "xlsx" else work.document.html
        parts = [form, text, *looks, __version__, self._engines]
        digest = hashlib.sha256("\0".join(parts).encode())
        for name in sorted(work.document.assets):
            digest.update(work.document.assets[name])
        digest.update(self._base or b"")
        return digest.hexdigest()
