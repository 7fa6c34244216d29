"""One job at a time: compose, lay out, render every format, verify. Nothing is written here."""

from __future__ import annotations

import contextlib
import hashlib
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from builder.content.project import Workspace
from builder.errors import BuildError, Severity
from builder.fonts import FontShelf
from builder.plan.ingredients import Ingredients
from builder.plan.manifest import Entry
from builder.plan.targets import Job
from builder.press.preparing import Preparation, Prepared
from builder.render.docx import render_docx
from builder.render.html import render_html
from builder.render.pdf import RenderedPdf, render_pdf
from builder.render.pdf.collector import calm_collector, give_back
from builder.render.xlsx import render_xlsx
from builder.verify.fault import Fault, FaultyError
from builder.verify.verify import verify_document
from builder.words import words


@dataclass(frozen=True)
class Made:
    """One file as bytes, what the manifest will say of it, and what is not quite right with it."""

    entry: Entry
    data: bytes
    warnings: Sequence[Fault] = ()
    ingredients: Ingredients = field(default_factory=dict)


class Workshop:
    """Makes the files of jobs for one project; engines, templates and style sheet are set up once.

    With `strict`, files with so much as a warning are refused.
    """

    def __init__(self, workspace: Workspace, shelf: FontShelf, *, strict: bool = False) -> None:
        self.strict = strict
        self.preparation = Preparation(workspace, shelf)

    def make(self, job: Job) -> list[Made]:
        """The job's files, reopened and found right.

        Raises FaultyError where they must not be handed out, BuildError with the pack and the document where one
        cannot be rendered, and what composing raises.
        """
        with _saying_where(job), calm_collector():
            begun = time.perf_counter()
            work = self.preparation.prepared(job)
            laid_out = self._laid_out(work)
            made: list[tuple[Entry, bytes]] = []
            for form in job.formats:
                data = self._bytes(form, work, laid_out)
                now = time.perf_counter()
                made.append((self._entry(form, work, laid_out, data, now - begun), data))
                begun = now
            faults = self._verified(work, {entry.file: data for entry, data in made})
            if laid_out:
                give_back(laid_out.pages)
            return [
                Made(entry, data, _of(entry, faults), self.preparation.ingredients(entry.format, work))
                for entry, data in made
            ]

    def _verified(self, work: Prepared, files: Mapping[str, bytes]) -> list[Fault]:
        """The warnings. Raises FaultyError where the files must not be handed out."""
        faults = verify_document(self.preparation.expected(work), files)
        if self.strict or any(fault.severity is Severity.ERROR for fault in faults):
            FaultyError.raise_for(faults)
        return faults

    def _laid_out(self, work: Prepared) -> RenderedPdf | None:
        """The job's pages, where it goes on paper.

        The Word file's contents and page counts are filled in from the PDF's pages, so that every viewer shows
        them; the layout is needed whichever format is asked for.
        """
        paper = {"pdf", "docx"} & set(work.job.formats)
        made = self.preparation
        return render_pdf(work.document, made.css, work.theme, made.shelf) if paper else None

    def _bytes(self, form: str, work: Prepared, laid_out: RenderedPdf | None) -> bytes:
        made = self.preparation
        if form == "xlsx" and work.workbook is not None:
            return render_xlsx(work.workbook, work.theme)
        if laid_out is None or form == "html":
            return render_html(work.document, made.css, work.theme, made.shelf)
        if form == "pdf":
            return laid_out.data
        return render_docx(work.document, work.theme, laid_out.anchors, laid_out.pages, made.base)

    def _entry(
        self, form: str, work: Prepared, laid_out: RenderedPdf | None, data: bytes, seconds: float
    ) -> Entry:
        return Entry(
            file=self.preparation.file(work.job, form).as_posix(),
            pack=work.job.pack.id,
            document=work.job.kind.id,
            format=form,
            sha256=hashlib.sha256(data).hexdigest(),
            inputs=self.preparation.inputs(form, work),
            pages=laid_out.pages if laid_out and form != "xlsx" else 0,
            size=len(data),
            seconds=round(seconds, 3),
        )


def _of(entry: Entry, faults: Sequence[Fault]) -> Sequence[Fault]:
    return [fault for fault in faults if fault.file.as_posix() == entry.file]


@contextlib.contextmanager
def _saying_where(job: Job) -> Iterator[None]:
    """A renderer does not know what it renders: its errors get the pack and the document here."""
    try:
        yield
    except FaultyError:
        raise  # names its files itself
    except BuildError as error:
        where = f"{job.pack.id}/{job.kind.id}"
        raise BuildError(
            words("{where}: {problem}", where=where, problem=error.sentence), error.hint
        ) from error
