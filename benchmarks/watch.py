"""How long an author waits for the page: from a saved bank to its PDF in the output folder.

`.venv/bin/python benchmarks/watch.py [BANK] [EDITS]`. Every edit is timed in turn with laying out the whole document, so that a
machine whose speed drifts slows both. The watcher's own silence after a save (40 ms) comes on top.
"""

from __future__ import annotations

import resource
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from table import ROOT, Row, s, shown

from builder.errors import Finding, PacksError
from builder.plan.wish import Wish
from builder.render.pdf import render_pdf
from builder.verify.fault import Fault
from builder.watch.rounds import Rounds
from builder.watch.standing import Standing
from builder.words import Words


@dataclass
class Silent:
    """A voice that says nothing but problems."""

    said: list[str] = field(default_factory=list)
    at: tuple[float, float] = (0.0, 0.0)
    """Wall and processor seconds when something was said last: the PDF is in place."""

    def say(self, sentence: Words, /) -> None:
        self.said.append(str(sentence))
        self.at = time.perf_counter(), time.process_time()

    def findings(self, findings: Sequence[Finding], /) -> None:
        self.said += [str(finding.sentence) for finding in findings]

    def faults(self, faults: Sequence[Fault], /) -> None:
        self.said += [str(fault.sentence) for fault in faults]

    def problem(self, error: PacksError, /) -> None:
        raise error

    def waiting(self) -> None:
        raise AssertionError("nobody else builds here")


def rows(bank: str = "support-lead-en", edits: int = 5) -> Iterator[Row]:
    """The median of some edits of one question, against whole layouts between them."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        (root / "content").mkdir()
        (root / "packs.yaml").write_text("locale: zh-CN\n", encoding="utf-8")
        file = Path(shutil.copy(ROOT / "content" / f"{bank}.yaml", root / "content"))
        standing = Standing(root, Wish((bank,), ("interviewer-pack",), ("pdf",)))
        heard = Silent()
        rounds = Rounds(standing, lambda: root / "output", heard, lambda: False)
        rounds.begin()
        rounds.settle()
        text, waits, wholes, pages = file.read_text(encoding="utf-8"), [], [], 0
        middle = text.index("stem:", len(text) // 2)
        comma = text.index("，" if "，" in text[middle:] else ", ", middle) + 1
        for number in range(edits + 1):
            file.write_text(f"{text[:comma]} {number} {text[comma:]}", encoding="utf-8")
            before = time.perf_counter(), time.process_time()
            rounds.after({file})
            waits.append((heard.at[0] - before[0], heard.at[1] - before[1]))
            made = standing.workshop.preparation
            work = made.prepared(standing.jobs[0])
            begun = time.perf_counter(), time.process_time()
            pages = render_pdf(work.document, made.css, work.theme, made.shelf).pages
            wholes.append((time.perf_counter() - begun[0], time.process_time() - begun[1]))
    wait, whole = (statistics.median(wall for wall, _ in rows[1:]) for rows in (waits, wholes))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    what = f"`--watch`: one question edited in `{bank}` ({pages} pages), from the saved bank to its PDF, against laying out the whole; {peak} MB at most"
    yield Row(what, s(wait), s(whole), f"{wait / whole:.2f}", "≤ 0.6 s at 32 pages")


if __name__ == "__main__":
    print(shown(list(rows(*sys.argv[1:2], *map(int, sys.argv[2:3])))))
