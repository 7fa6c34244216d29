"""Random banks through the whole house, in memory: read, checked, composed, rendered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from random_banks import Case, as_yaml

from builder.checks.inspect import Inspection, inspect_project
from builder.checks.registry import ALL_RULES
from builder.compose.compose import Composer
from builder.compose.documents import BY_ID
from builder.content.project import Workspace, open_workspace
from builder.errors import Finding
from builder.fonts import FontShelf, glyph_finder, open_shelf
from builder.model.composed import Composed
from builder.model.theme import Theme
from builder.model.workbook import Workbook
from builder.plan.targets import Job, Wish, chosen_packs, plan_jobs
from builder.press.looks import pack_theme
from builder.render.docx import render_docx
from builder.render.html import render_html
from builder.render.pdf import RenderedPdf, render_pdf
from builder.render.xlsx import render_xlsx
from builder.verify.expected import Expected
from builder.verify.fault import Fault
from builder.verify.verify import verify_document

NOT_FIRM = frozenset(rule.code for rule in ALL_RULES if not rule.firm)
"""What an author may switch off must not keep the bank from being printed."""


@dataclass(frozen=True)
class Made:
    """One document of a random bank; each format is rendered when it is asked for."""

    job: Job
    document: Composed
    theme: Theme
    shelf: FontShelf
    css: str
    book: Workbook | None

    @cached_property
    def pdf(self) -> RenderedPdf:
        return render_pdf(self.document, self.css, self.theme, self.shelf)

    @cached_property
    def docx(self) -> bytes:
        """As in a build, its contents filled in from the PDF's pages."""
        return render_docx(self.document, self.theme, self.pdf.anchors, self.pdf.pages)

    @cached_property
    def docx_alone(self) -> bytes:
        """Without the layout of the PDF, which takes most of the time."""
        return render_docx(self.document, self.theme)

    @cached_property
    def html(self) -> bytes:
        return render_html(self.document, self.css, self.theme, self.shelf)

    @cached_property
    def xlsx(self) -> bytes | None:
        return None if self.book is None else render_xlsx(self.book, self.theme)

    def faults(self, *, on_paper: bool) -> list[Fault]:
        """What reopening finds wrong with the files in every format; `on_paper` says whether a PDF is one of them."""
        files = {"x.docx": self.docx if on_paper else self.docx_alone, "x.html": self.html}
        if on_paper:
            files["x.pdf"] = self.pdf.data
        if self.xlsx is not None:
            files["x.xlsx"] = self.xlsx
        expected = Expected(self.document, self.job.kind, self.theme, self.shelf)
        return verify_document(expected, files)


class Stress:
    """A project folder that one random bank after another is written to."""

    def __init__(self, root: Path) -> None:
        self.root = root
        (root / "content").mkdir(parents=True, exist_ok=True)

    def inspected(self, case: Case) -> tuple[Workspace, Inspection]:
        """The project of a case as the command reads and checks it."""
        (self.root / "content/random.yaml").write_text(as_yaml(case.bank), encoding="utf-8")
        pack = {"bank": "random", "formats": ["pdf", "docx", "html", "xlsx"], **case.pack}
        (self.root / "packs.yaml").write_text(as_yaml({**case.project, "packs": [pack]}), encoding="utf-8")
        workspace = open_workspace(self.root)
        shelf = open_shelf(workspace.theme, workspace.root)
        missing = glyph_finder(shelf, workspace.theme)
        return workspace, inspect_project(workspace, missing, BY_ID, ignoring=NOT_FIRM)

    def errors(self, case: Case) -> list[Finding]:
        return self.inspected(case)[1].errors

    def made(self, case: Case, documents: Iterable[str] = ()) -> Iterator[Made]:
        """The documents of a bank that nothing keeps from being printed, all or those named."""
        workspace, inspection = self.inspected(case)
        banks = inspection.require()
        composer = Composer(workspace)
        shelf = open_shelf(workspace.theme, workspace.root)
        wish = Wish(documents=tuple(documents))
        for job in plan_jobs(chosen_packs(workspace.project, banks, wish), banks, wish):
            document = composer.compose(job.kind, job.bank, job.pack)
            theme = pack_theme(workspace.theme, job.pack, workspace.project, job.bank.locale)
            book = composer.workbook(job.kind, job.bank, job.pack)
            yield Made(job, document, theme, shelf, composer.stylesheet(), book)
