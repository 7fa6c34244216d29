"""Measures, as ratios within one run, what the docs say about speed: `.venv/bin/python benchmarks/run.py`.

Every pair is run in turn (A B A B …) so that a machine whose speed drifts slows both; medians are shown. Nothing
here is a test: machines differ, ratios less so. `pandoc` is needed for the Word comparison.
"""

from __future__ import annotations

import contextlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from builder.model.composed import Composed
from builder.model.theme import Theme

ROOT = Path(__file__).resolve().parents[1]
RUNS = 7


def seconds(work: Callable[[], object]) -> float:
    """Seconds of one run."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def in_turn(first: Callable[[], object], second: Callable[[], object], runs: int) -> tuple[float, float]:
    """Median seconds of both, run alternately after one warm-up each."""
    first(), second()
    pairs = [(seconds(first), seconds(second)) for _ in range(runs)]
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)


def word_against_pandoc() -> None:
    """Writing the Word file of the 20-question interviewer pack, against pandoc's md → docx of the same text."""
    from builder.render.docx import render_docx

    if not shutil.which("pandoc"):
        print("Word file: pandoc is not installed; not compared")
        return
    document, theme = composed("interviewer-pack")
    with tempfile.TemporaryDirectory() as folder:
        markdown, word = Path(folder) / "pack.md", Path(folder) / "pack.docx"
        command = ["pandoc", "-f", "html", "-t", "markdown-smart", "-o", str(markdown)]
        subprocess.run(command, input=document.html.encode(), check=True)
        pandoc = ["pandoc", str(markdown), "-o", str(word)]
        ours, theirs = in_turn(
            lambda: render_docx(document, theme), lambda: subprocess.run(pandoc, check=True), RUNS
        )
    print(
        f"Word file, HTML to bytes: {ours * 1000:.0f} ms; pandoc md to docx: {theirs * 1000:.0f} ms; ratio {ours / theirs:.2f}"
    )


def build_against_engines() -> None:
    """A whole build of one bank, from reading YAML to files on disk, against the engines' own time in it."""
    spent = {"engines": 0.0}
    from builder.press import workshop

    pdf, docx = workshop.render_pdf, workshop.render_docx
    workshop.render_pdf = timed(pdf, spent)  # type: ignore[assignment]
    workshop.render_docx = timed(docx, spent)  # type: ignore[assignment]
    try:
        shares = []
        for _ in range(3):
            spent["engines"] = 0.0
            with tempfile.TemporaryDirectory() as folder:
                whole = seconds(lambda folder=folder: build(Path(folder)))  # type: ignore[misc]
            shares.append(whole / spent["engines"])
    finally:
        workshop.render_pdf, workshop.render_docx = pdf, docx
    print(
        f"Whole build over the engines' own time: {statistics.median(shares):.3f} (runs: {', '.join(f'{s:.3f}' for s in shares)})"
    )


def timed(work: Callable[..., object], spent: dict[str, float]) -> Callable[..., object]:
    """`work`, with its seconds added up."""

    def run(*arguments: object) -> object:
        begun = time.perf_counter()
        try:
            return work(*arguments)
        finally:
            spent["engines"] += time.perf_counter() - begun

    return run


def help_against_bare_python() -> None:
    """`packs --help` against `python -c "import click"`."""
    ours, theirs = in_turn(
        lambda: subprocess.run(
            [str(Path(sys.executable).with_name("packs")), "--help"], check=True, stdout=subprocess.DEVNULL
        ),
        lambda: subprocess.run([sys.executable, "-c", "import click"], check=True),
        RUNS,
    )
    print(
        f"packs --help: {ours * 1000:.0f} ms; importing click alone: {theirs * 1000:.0f} ms; ratio {ours / theirs:.2f}"
    )


def composed(kind: str) -> tuple[Composed, Theme]:
    """The composed document `kind` of the Chinese bank, and its theme."""
    from builder.compose.compose import Composer
    from builder.compose.documents import BY_ID
    from builder.content.bank import load_bank
    from builder.content.project import open_workspace
    from builder.model.project import PackSpec

    workspace = open_workspace(ROOT)
    loaded, _ = load_bank(ROOT / "content/qa-specialist.yaml", Path("content/qa-specialist.yaml"))
    assert loaded is not None
    document = Composer(workspace).compose(BY_ID[kind], loaded.bank, PackSpec(bank=loaded.bank.id))
    return document, workspace.theme.in_language(document.language)


def build(output: Path) -> None:
    """What `packs build qa-specialist` does, in this process."""
    from builder.cli.main import packs

    with quiet():
        packs.main(
            ["build", "qa-specialist", "--project", str(ROOT), "--output", str(output), "-q", "--jobs", "1"],
            standalone_mode=False,
        )


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Keeps the command's own lines out of the table."""
    with tempfile.TemporaryFile("w") as nowhere, contextlib.redirect_stdout(nowhere):
        yield


if __name__ == "__main__":
    help_against_bare_python()
    word_against_pandoc()
    build_against_engines()
