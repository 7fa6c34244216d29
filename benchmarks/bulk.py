"""Sheets in bulk against other ways to make them: `.venv/bin/python benchmarks/bulk.py [SHEETS]`.

Needs the dependency group `bench`. 7,000 score sheets are 1,000 candidates before 7 raters. Each way runs in a process
of its own, from the composed document to bytes, after its engine has made one sheet. What makes sheets one by one is
measured on a sample; so is Typst, which wants about a megabyte of memory for every sheet in a document. Ratios are of
processor time, all threads together: they hold from machine to machine, milliseconds do not.
"""

from __future__ import annotations

import io
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "tests" / "support"), str(ROOT / "benchmarks")]

import slotted  # noqa: E402
from bulk_typst import typst_inputs, typst_source  # noqa: E402
from table import Row, shown  # noqa: E402

from builder.compose.compose import Composer  # noqa: E402
from builder.content.project import open_workspace  # noqa: E402
from builder.fonts import open_shelf  # noqa: E402
from builder.plan.campaign.stacks import IN_A_WORD_FILE  # noqa: E402
from builder.press.crews.memory import peak_memory  # noqa: E402
from builder.render.bulk import Bulk  # noqa: E402
from builder.render.docx import render_docx  # noqa: E402
from builder.render.pdf import render_pdf  # noqa: E402

_SAMPLES = {"typst": 1400, "typst_tagged": 1400, "weasyprint": 20, "docxtpl": 40}
Copies = list[dict[str, str]]


class Ways:
    """The ways to make sheets; each yields the bytes of its files."""

    def __init__(self) -> None:
        workspace = open_workspace(ROOT)
        self.theme = workspace.theme.in_language("zh-CN")
        self.css = Composer(workspace).stylesheet()
        self.shelf = open_shelf(self.theme, None)
        self.sheet = slotted.score_sheet()

    def bundle(self, copies: Copies) -> Iterator[bytes]:
        """Ours: one PDF."""
        titles = [f"{copy['draw_number']} {copy['rater']}" for copy in copies]
        yield self._bulk().pdf(copies, titles, duplex=False).data

    def pdf_files(self, copies: Copies) -> Iterator[bytes]:
        """Ours: a tagged PDF each."""
        return self._bulk().pdfs(copies)

    def word_files(self, copies: Copies) -> Iterator[bytes]:
        """Ours: a Word file each."""
        return self._bulk().docx(copies)

    def word_book(self, copies: Copies) -> Iterator[bytes]:
        """Ours: Word files of 60 sheets."""
        bulk = self._bulk()
        for begin in range(0, len(copies), IN_A_WORD_FILE):
            yield bulk.book(copies[begin : begin + IN_A_WORD_FILE])

    def weasyprint(self, copies: Copies) -> Iterator[bytes]:
        """A WeasyPrint loop."""
        for copy in copies:
            yield render_pdf(slotted.filled(self.sheet, copy), self.css, self.theme, self.shelf).data

    def typst(self, copies: Copies) -> Iterator[bytes]:
        """Typst, one document, untagged."""
        yield self._typst(copies, tags=False)

    def typst_tagged(self, copies: Copies) -> Iterator[bytes]:
        """Typst, one document, tagged."""
        yield self._typst(copies, tags=True)

    def docxtpl(self, copies: Copies) -> Iterator[bytes]:
        """A docxtpl loop."""
        from docxtpl import DocxTemplate

        fields = {name: f"{{{{ {name} }}}}" for name in slotted.SAMPLES}
        template = io.BytesIO(render_docx(slotted.filled(self.sheet, fields), self.theme))
        for copy in copies:
            document, stream = DocxTemplate(template), io.BytesIO()
            document.render(copy)
            document.save(stream)
            yield stream.getvalue()

    def _typst(self, copies: Copies, *, tags: bool) -> bytes:
        import typst

        source, inputs = typst_source(self.sheet).encode(), typst_inputs(copies)
        fonts = [str(self.shelf.folder)]
        return typst.compile(
            source, sys_inputs=inputs, font_paths=fonts, ignore_system_fonts=True, pdf_tags=tags
        )

    def _bulk(self) -> Bulk:
        return Bulk(self.sheet, self.css, self.theme, self.shelf)


def measured(way: Callable[[Copies], Iterator[bytes]], copies: Copies) -> dict[str, float]:
    """Milliseconds (of processors, and passed) and bytes a sheet, and the process's peak of memory in MB."""
    for _ in way(copies[:1]):
        pass
    begun, used = time.perf_counter(), time.process_time()
    size = sum(len(data) for data in way(copies))
    used, passed = time.process_time() - used, time.perf_counter() - begun
    each = {"cpu": 1000 * used, "wall": 1000 * passed, "bytes": size}
    peak = peak_memory() / 1_000_000
    return {**{name: value / len(copies) for name, value in each.items()}, "peak": peak}


def in_own_process(name: str, count: int) -> dict[str, Any]:
    command = [sys.executable, __file__, str(count), name]
    return dict(json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))


PAIRS = (
    ("bundle", "weasyprint", "≤ 1/100"),
    ("bundle", "typst", "≤ 1/2 of the time, 1/10 of the size"),
    ("bundle", "typst_tagged", ""),
    ("pdf_files", "weasyprint", ""),
    ("word_files", "docxtpl", ""),
    ("word_book", "docxtpl", ""),
)


def rows(count: int = 7000) -> Iterator[Row]:
    found = {}
    for name in dict.fromkeys(way for ours, theirs, _ in PAIRS for way in (ours, theirs)):
        found[name] = in_own_process(name, min(count, _SAMPLES.get(name, count)))
    for ours, theirs, wanted in PAIRS:
        time_ratio, size_ratio = (found[theirs][what] / found[ours][what] for what in ("cpu", "bytes"))
        what = (
            f"{count:,} score sheets. {getattr(Ways, ours).__doc__} Against: {getattr(Ways, theirs).__doc__}"
        )
        ratio = f"1/{time_ratio:.1f} of the time, 1/{size_ratio:.1f} of the size"
        yield Row(what, _figures(found[ours]), _figures(found[theirs]), ratio, wanted)


def _figures(one: dict[str, Any]) -> str:
    return f"{one['cpu']:.2f} ms, {one['bytes']:,.0f} bytes a sheet; {one['peak']:.0f} MB at most"


def main(count: int = 7000, name: str = "") -> None:
    if not name:
        print(shown(list(rows(count))))
    else:
        print(json.dumps(measured(getattr(Ways(), name), list(slotted.sheets(count)))))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]), *sys.argv[2:])
