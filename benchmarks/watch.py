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
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from builder.errors import Finding, PacksError
from builder.plan.wish import Wish
from builder.render.pdf import render_pdf
from builder.verify.fault import Fault
from builder.watch.rounds import Rounds
from builder.watch.standing import Standing
from builder.words import Words

ROOT = Path(__file__).resolve().parents[1]


@dataclass
class Silent:
    """A voice that says nothing but problems."""

    said: list[str] = field(default_factory=list)

    def say(self, sentence: Words, /) -> None:
        self.said.append(str(sentence))

    def findings(self, findings: Sequence[Finding], /) -> None:
        self.said += [str(finding.sentence) for finding in findings]

    def faults(self, faults: Sequence[Fault], /) -> None:
        self.said += [str(fault.sentence) for fault in faults]

    def problem(self, error: PacksError, /) -> None:
        raise error

    def waiting(self) -> None:
        raise AssertionError("nobody else builds here")


def measure(bank: str, edits: int) -> None:
    """Prints the median of some edits of one question, and of whole layouts between them."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        (root / "content").mkdir()
        (root / "packs.yaml").write_text("locale: zh-CN\n", encoding="utf-8")
        file = Path(shutil.copy(ROOT / "content" / f"{bank}.yaml", root / "content"))
        standing = Standing(root, Wish((bank,), ("interviewer-pack",), ("pdf",)))
        rounds = Rounds(standing, lambda: root / "output", Silent(), lambda: False)
        rounds.begin()
        rounds.settle()
        text, waits, wholes, pages = file.read_text(encoding="utf-8"), [], [], 0
        middle = text.index("stem:", len(text) // 2)
        comma = text.index("，" if "，" in text[middle:] else ", ", middle) + 1
        for number in range(edits + 1):
            file.write_text(f"{text[:comma]} {number} {text[comma:]}", encoding="utf-8")
            before = time.perf_counter(), time.process_time()
            rounds.after({file})
            waits.append((time.perf_counter() - before[0], time.process_time() - before[1]))
            made = standing.workshop.preparation
            work = made.prepared(standing.jobs[0])
            begun = time.perf_counter(), time.process_time()
            pages = render_pdf(work.document, made.css, work.theme, made.shelf).pages
            wholes.append((time.perf_counter() - begun[0], time.process_time() - begun[1]))
    wait, whole = (statistics.median(wall for wall, _ in rows[1:]) for rows in (waits, wholes))
    used, needed = (statistics.median(cpu for _, cpu in rows[1:]) for rows in (waits, wholes))
    print(f"{bank}, {pages} pages: from saved bank to PDF {wait:.2f} s ({used:.2f} s of processor)")
    print(f"  the whole laid out: {whole:.2f} s ({needed:.2f} s of processor); ratio {used / needed:.3f}")
    print(f"  memory at most: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    measure(
        sys.argv[1] if len(sys.argv) > 1 else "qa-specialist", int(sys.argv[2]) if len(sys.argv) > 2 else 5
    )
