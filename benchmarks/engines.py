"""A whole build against the engines alone: `.venv/bin/python benchmarks/engines.py [BANK]`.

Both are processes of their own, run in turn. The bare one is handed the composed HTML of the bank's documents and does
nothing but WeasyPrint's own calls, as its documentation shows them (one font configuration and one parsed style sheet
for all documents), and the Word writer. Ours reads and checks the bank, composes, lays out with the Han justification,
writes, reopens and verifies every file, and records what it was made from.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from table import ROOT, Row, in_turn, s, shown

from builder.compose.compose import Composer
from builder.compose.documents import DOCUMENTS
from builder.content.bank import load_bank
from builder.content.project import open_workspace
from builder.fonts import open_shelf
from builder.model.composed import Composed
from builder.model.project import PackSpec
from builder.render.pdf.stylesheet import theme_css

PACKS = Path(sys.executable).with_name("packs")
RUNS = 3


def documents(bank: str) -> list[tuple[Composed, str, str]]:
    """Every document of the bank, composed, with its two style sheets; prepares the fonts on the way."""
    workspace = open_workspace(ROOT)
    shelf = open_shelf(workspace.theme, workspace.root)
    os.environ["FONTCONFIG_FILE"] = str(shelf.fontconfig)
    loaded, _ = load_bank(workspace.content / f"{bank}.yaml", Path(f"content/{bank}.yaml"))
    assert loaded is not None
    composer, found = Composer(workspace), []
    for kind in DOCUMENTS:
        if not kind.fits(loaded.bank):
            continue
        made = composer.compose(kind, loaded.bank, PackSpec(bank=bank))
        opening = re.search(r'<body class="([^"]*)"', made.html)
        classes = opening[1].split() if opening else []
        theme = workspace.theme.in_language(made.language)
        plain, landscape = "plain" in classes, "landscape" in classes
        look = theme_css(theme, made.language, shelf, plain=plain, landscape=landscape)
        found.append((made, look, composer.stylesheet()))
    return found


def bare(bank: str) -> None:
    """Prints the seconds that the engines take for the bank's documents, importing them included."""
    composed = documents(bank)
    workspace = open_workspace(ROOT)
    begun = time.perf_counter()
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    from builder.render.docx import render_docx

    fonts = FontConfiguration()
    sheets: dict[str, CSS] = {}
    for made, look, css in composed:
        for text in (look, css):
            sheets[text] = sheets.get(text) or CSS(string=text, font_config=fonts)

        def fetched(address: str, made: Composed = made, **_: object) -> dict[str, object]:
            return {"string": made.assets[address.partition(":")[2]]}

        HTML(string=made.html, url_fetcher=fetched).write_pdf(
            stylesheets=[sheets[look], sheets[css]],
            font_config=fonts,
            pdf_variant="pdf/ua-1",
            presentational_hints=True,
        )
        render_docx(made, workspace.theme.in_language(made.language))
    print(json.dumps(time.perf_counter() - begun))


def rows(bank: str = "qa-specialist") -> Iterator[Row]:
    told: list[float] = []

    def engines() -> None:
        ran = subprocess.run(
            [sys.executable, __file__, bank, "bare"], check=True, capture_output=True, text=True
        )
        told.append(float(json.loads(ran.stdout.splitlines()[-1])))

    with tempfile.TemporaryDirectory() as folder:
        command = [
            PACKS,
            "build",
            bank,
            "--project",
            ROOT,
            "--output",
            folder,
            "--force",
            "-q",
            "--jobs",
            "1",
        ]
        whole, _ = in_turn(
            lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL), engines, RUNS
        )
    alone = sorted(told[1:])[len(told[1:]) // 2]
    yield Row(
        f"cold build of `{bank}`, all documents in both formats, `--jobs 1`, against the bare engines on the composed HTML",
        s(whole),
        s(alone),
        f"{whole / alone:.2f}",
        "≤ 1.15",
    )


if __name__ == "__main__":
    if "bare" in sys.argv:
        bare(sys.argv[1])
    else:
        print(shown(list(rows(*sys.argv[1:2]))))
