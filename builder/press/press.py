"""One job after the other: compose, lay out, write both formats, record."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from builder import __version__
from builder.compose.compose import Composer
from builder.content.project import Workspace
from builder.fonts import FontShelf
from builder.model.composed import Composed
from builder.model.theme import Theme
from builder.plan.manifest import NAME, Entry, manifest_text, read_manifest
from builder.plan.targets import Job
from builder.press.writing import write_whole
from builder.render.docx import render_docx
from builder.render.html import render_html
from builder.render.pdf import RenderedPdf, render_pdf

ENGINES = ("weasyprint", "python-docx", "jinja2", "markdown-it-py", "fonttools", "lxml")


@dataclass(frozen=True)
class Printed:
    """A file that was made."""

    entry: Entry
    path: Path


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
            for printed in self._print(job):
                entries[printed.entry.file] = printed.entry
                yield printed
            kept = [e for e in entries.values() if (self.output / e.file).is_file()]
            write_whole(self.output / NAME, manifest_text(kept).encode())

    def _print(self, job: Job) -> Iterator[Printed]:
        begun = time.perf_counter()
        document = self.composer.compose(job.kind, job.bank, job.pack)
        # The Word file's contents and page counts are filled in from the PDF's pages, so that every viewer
        # shows them; the layout is needed whichever format is asked for.
        laid_out = (
            render_pdf(document, self._css, self._theme(document), self.shelf)
            if job.formats != ("html",)
            else None
        )
        for form in job.formats:
            data = self._bytes(form, document, laid_out)
            relative = job.file(form, self._name(job))
            write_whole(self.output / relative, data)
            now = time.perf_counter()
            yield Printed(
                self._entry(job, form, document, laid_out, relative, data, now - begun),
                self.output / relative,
            )
            begun = now

    def _bytes(self, form: str, document: Composed, laid_out: RenderedPdf | None) -> bytes:
        if laid_out is None or form == "html":
            return render_html(document, self._css, self._theme(document), self.shelf)
        if form == "pdf":
            return laid_out.data
        return render_docx(document, self._theme(document), laid_out.anchors, laid_out.pages, self._base)

    def _theme(self, document: Composed) -> Theme:
        return self.workspace.theme.in_language(document.language)

    def _name(self, job: Job) -> str:
        if self.workspace.theme.file_names == "id":
            return job.kind.id
        return str(self.composer.labels(job.bank.locale).documents[job.kind.id])

    def _own_base(self) -> bytes | None:
        """The project's own Word styles, where it has any."""
        base = self.workspace.templates / "base.docx"
        return base.read_bytes() if base.is_file() else None

    def _entry(
        self,
        job: Job,
        form: str,
        document: Composed,
        laid_out: RenderedPdf | None,
        relative: Path,
        data: bytes,
        seconds: float,
    ) -> Entry:
        return Entry(
            file=relative.as_posix(),
            pack=job.pack.id,
            document=job.kind.id,
            format=form,
            sha256=hashlib.sha256(data).hexdigest(),
            inputs=self._inputs(form, document),
            pages=laid_out.pages if laid_out else 0,
            size=len(data),
            seconds=round(seconds, 3),
        )

    def _inputs(self, form: str, document: Composed) -> str:
        """SHA-256 of everything that goes into one file: text, images, looks, fonts, program and engines."""
        parts = [
            form,
            document.html,
            self._css,
            self.workspace.theme.model_dump_json(),
            self.shelf.fingerprint,
            __version__,
            self._engines,
        ]
        digest = hashlib.sha256("\0".join(parts).encode())
        for name in sorted(document.assets):
            digest.update(document.assets[name])
        digest.update(self._base or b"")
        return digest.hexdigest()
