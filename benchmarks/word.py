"""Writing the Word file of the 20-question interviewer's pack: `.venv/bin/python benchmarks/word.py`.

Ours goes from composed HTML to bytes in a warm process. pandoc makes the same text from Markdown, a process a run, as it
is used. docxtpl, in a warm process too, fills every text of the questions into a template that is the same pack with
places for them (a model answer of several paragraphs is one there, which spares it some). Needs `pandoc`, and `docxtpl` on the path (`make bench` puts it there); what is missing is not compared, and said.
"""

from __future__ import annotations

import importlib.util
import io
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from table import ROOT, Row, in_turn, ms, shown

from builder.compose.compose import Composer
from builder.compose.documents import BY_ID
from builder.content.bank import load_bank
from builder.content.project import open_workspace
from builder.model.bank import Bank, Section
from builder.model.composed import Composed
from builder.model.project import PackSpec
from builder.model.theme import Theme
from builder.render.docx import render_docx

RUNS = 7
KEPT = {"id", "type", "ignore", "competencies", "competency", "difficulty", "status", "parallel_group", "label", "draw", "calibration", "tags"}  # fmt: skip
"""Fields whose words are not an author's text."""
WHAT = "Word file of the 20-question interviewer's pack, composed HTML to bytes, against "


def pack() -> tuple[Composed, Theme, Bank]:
    """The composed interviewer's pack of the Chinese bank, its theme and the bank."""
    loaded, _ = load_bank(ROOT / "content/qa-specialist.yaml", Path("content/qa-specialist.yaml"))
    assert loaded is not None
    document = _composed(loaded.bank)
    return document, open_workspace(ROOT).theme.in_language(document.language), loaded.bank


def _composed(bank: Bank) -> Composed:
    return Composer(open_workspace(ROOT)).compose(BY_ID["interviewer-pack"], bank, PackSpec(bank=bank.id))


def rows() -> Iterator[Row]:
    document, theme, bank = pack()
    if shutil.which("pandoc"):
        yield _against_pandoc(document, theme)
    else:
        print("pandoc is not installed; not compared", file=sys.stderr)
    if importlib.util.find_spec("docxtpl"):
        yield _against_docxtpl(document, theme, bank)
    else:
        print("docxtpl is not installed; not compared", file=sys.stderr)


def _against_pandoc(document: Composed, theme: Theme) -> Row:
    with tempfile.TemporaryDirectory() as folder:
        markdown, word = Path(folder) / "pack.md", Path(folder) / "pack.docx"
        command = ["pandoc", "-f", "html", "-t", "markdown-smart", "-o", str(markdown)]
        subprocess.run(command, input=document.html.encode(), check=True)
        pandoc = ["pandoc", str(markdown), "-o", str(word)]
        ours, theirs = in_turn(
            lambda: render_docx(document, theme), lambda: subprocess.run(pandoc, check=True), RUNS
        )
    return Row(f"{WHAT}pandoc, md → docx", ms(ours), ms(theirs), f"{ours / theirs:.2f}", "≤ 1")


def _against_docxtpl(document: Composed, theme: Theme, bank: Bank) -> Row:
    from docxtpl import DocxTemplate

    gaps, texts = _with_gaps(bank)
    template = render_docx(_composed(gaps), theme)

    def filled() -> bytes:
        made, stream = DocxTemplate(io.BytesIO(template)), io.BytesIO()
        made.render({"texts": texts}, autoescape=True)
        made.save(stream)
        return stream.getvalue()

    ours, theirs = in_turn(lambda: render_docx(document, theme), filled, RUNS)
    what = f"{WHAT}docxtpl filling {len(texts)} texts into a template of the same pack"
    return Row(what, ms(ours), ms(theirs), f"{ours / theirs:.2f}", "≤ 1")


def _with_gaps(bank: Bank) -> tuple[Bank, list[str]]:
    """The bank with a place for every text of its questions, and the texts."""
    texts: list[str] = []

    def gap(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: gap(inner) if key not in KEPT else inner for key, inner in value.items()}
        if isinstance(value, list):
            return [gap(inner) for inner in value]
        if not isinstance(value, str):
            return value
        texts.append(value)
        return f"{{{{ texts[{len(texts) - 1}] }}}}"

    sections = [gap(section.model_dump()) for section in bank.sections]
    return bank.model_copy(update={"sections": [Section.model_validate(s) for s in sections]}), texts


if __name__ == "__main__":
    print(shown(list(rows())))
