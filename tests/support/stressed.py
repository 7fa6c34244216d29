"""Random banks through the whole house, in memory: read, checked, composed, rendered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from random_cases import Case, as_yaml, draw_logos

from builder.checks.inspect import Inspection, inspect_project
from builder.checks.registry import ALL_RULES
from builder.compose.documents import BY_ID
from builder.content.project import Workspace, open_workspace
from builder.errors import Finding
from builder.fonts import glyph_finder, open_shelf
from builder.plan.targets import chosen_packs, plan_jobs
from builder.plan.wish import Wish
from builder.press.preparing import Preparation, Prepared
from builder.render.docx import render_docx
from builder.render.html import render_html
from builder.render.pdf import RenderedPdf, render_pdf
from builder.render.xlsx import render_xlsx
from builder.verify.fault import Fault
from builder.verify.verify import verify_document

NOT_FIRM = frozenset(rule.code for rule in ALL_RULES if not rule.firm)
"""What an author may switch off must not keep the bank from being printed."""


@dataclass(frozen=True)
class Made:
    """One document of a random bank; each format is rendered when it is asked for."""

    work: Prepared
    press: Preparation

    @property
    def kind(self) -> str:
        """The document's id."""
        return self.work.job.kind.id

    @property
    def html_text(self) -> str:
        """What was composed."""
        return self.work.document.html

    @cached_property
    def pdf(self) -> RenderedPdf:
        return render_pdf(self.work.document, self.press.css, self.work.theme, self.press.shelf)

    @cached_property
    def docx(self) -> bytes:
        """As in a build, its contents filled in from the PDF's pages."""
        return render_docx(self.work.document, self.work.theme, self.pdf.anchors, self.pdf.pages)

    @cached_property
    def docx_alone(self) -> bytes:
        """Without the layout of the PDF, which takes most of the time."""
        return render_docx(self.work.document, self.work.theme)

    @cached_property
    def html(self) -> bytes:
        return render_html(self.work.document, self.press.css, self.work.theme, self.press.shelf)

    @cached_property
    def xlsx(self) -> bytes | None:
        return None if self.work.workbook is None else render_xlsx(self.work.workbook, self.work.theme)

    def faults(self, *, on_paper: bool, thorough: bool = False) -> list[Fault]:
        """What reopening finds wrong with the files in every format; `on_paper` says whether a PDF is one of them."""
        files = {"x.docx": self.docx if on_paper else self.docx_alone, "x.html": self.html}
        if on_paper:
            files["x.pdf"] = self.pdf.data
        if self.xlsx is not None:
            files["x.xlsx"] = self.xlsx
        return verify_document(self.press.expected(self.work), files, thorough=thorough)


class Stress:
    """A project folder that one random bank after another is written to."""

    def __init__(self, root: Path) -> None:
        self.root = root
        (root / "content").mkdir(parents=True, exist_ok=True)
        draw_logos(root)

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
        press = Preparation(workspace, open_shelf(workspace.theme, workspace.root))
        wish = Wish(documents=tuple(documents))
        for job in plan_jobs(chosen_packs(workspace.project, banks, wish), banks, wish):
            for form in job.formats:
                press.file(job, form)
            yield Made(press.prepared(job), press)
