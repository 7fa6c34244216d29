"""A document composed, rendered and verified in memory: what a built file is, and what planting does to it."""

from __future__ import annotations

import functools
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from small_bank import BANK, loaded, project

from builder.compose.documents import BY_ID
from builder.fonts import open_shelf
from builder.model.project import PackSpec
from builder.plan.targets import Job
from builder.press.preparing import Preparation
from builder.render.docx import render_docx
from builder.render.html import render_html
from builder.render.pdf import render_pdf
from builder.verify.expected import Expected
from builder.verify.fault import Fault
from builder.verify.verify import verify_document

FORMATS = ("pdf", "docx", "html")


@dataclass(frozen=True)
class Verified:
    """The files of one document by format, and what they are held against."""

    expected: Expected
    files: Mapping[str, bytes]

    def faults(self, **changed: bytes) -> list[Fault]:
        """What is wrong with the files, some of them changed; only those that are named, if any are."""
        files = changed or self.files
        return verify_document(self.expected, {f"night-desk/file.{form}": files[form] for form in files})

    def codes(self, **changed: bytes) -> set[str]:
        return {fault.code for fault in self.faults(**changed)}


@functools.cache
def verified(document: str, text: str = BANK, packs: str = "organisation: 云栈客服中心\n") -> Verified:
    """A document of the bank of this text in every format, with its templates built in."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = project(Path(folder), packs)
        bank = loaded(workspace.content, text).bank
        shelf = open_shelf(workspace.theme, workspace.root)
        job = Job(PackSpec(bank=bank.id), bank, bank, BY_ID[document], FORMATS)
        made = Preparation(workspace, shelf)
        work = made.prepared(job)
        pdf = render_pdf(work.document, made.css, work.theme, shelf)
        files = {
            "pdf": pdf.data,
            "docx": render_docx(work.document, work.theme, pdf.anchors, pdf.pages, None),
            "html": render_html(work.document, made.css, work.theme, shelf),
        }
        return Verified(made.expected(work), files)
