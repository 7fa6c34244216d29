"""Measures `packs build` as users run it: `.venv/bin/python benchmarks/builds.py`.

A copy of the shipped banks is built by the real command, each figure a ratio within one run: nothing to do against
importing click and pydantic alone; one question edited against a cold build; two worker processes against one.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from table import ROOT, Row, in_turn, ms, process, s, shown

PACKS = Path(sys.executable).with_name("packs")
BARE = "import click, pydantic"
RUNS = 9


def project(folder: Path) -> Path:
    """A copy of the shipped banks."""
    root = folder / "project"
    shutil.copytree(ROOT / "content", root / "content")
    shutil.copy(ROOT / "packs.yaml", root)
    return root


def rows() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        root = project(Path(folder))
        forced = (PACKS, "build", "--project", root, "--force", "--jobs")
        pairs = [(process(*forced, "1"), process(*forced, "2")) for _ in range(2)]
        cold, two = min(one for one, _ in pairs), min(two for _, two in pairs)
        yield Row("six banks, `--jobs 1` against `--jobs 2`", s(two), s(cold), f"{cold / two:.2f}×", "≥ 1.7×")
        yield _nothing_to_do(root)
        yield _one_edit(root, cold)
        yield _help()


def _nothing_to_do(root: Path) -> Row:
    bare = (sys.executable, "-c", BARE)
    ours, theirs = in_turn(lambda: process(PACKS, "build", "--project", root), lambda: process(*bare), RUNS)
    what = f'`packs build` with nothing to do, against `python -c "{BARE}"`'
    return Row(what, ms(ours), ms(theirs), f"{ours / theirs:.2f}", "≤ 2.5")


def _help() -> Row:
    ours, theirs = in_turn(
        lambda: process(PACKS, "--help"), lambda: process(sys.executable, "-c", "import click"), RUNS
    )
    return Row(
        '`packs --help`, against `python -c "import click"`', ms(ours), ms(theirs), f"{ours / theirs:.2f}"
    )


def _one_edit(root: Path, cold: float) -> Row:
    """One probe edited: the interviewer's pack is made anew, and whatever else shows the probe."""
    file = root / "content/qa-specialist.yaml"
    text = file.read_text(encoding="utf-8")
    start = text.index("probes:")
    mark = text.index("？", start)
    file.write_text(f"{text[:mark]}，后来呢{text[mark:]}", encoding="utf-8")
    begun = time.perf_counter()
    ran = subprocess.run(
        [PACKS, "build", "--project", root, "--json", "-q", "--jobs", "1"], check=True, capture_output=True
    )
    took = time.perf_counter() - begun
    made = {item["file"] for item in json.loads(ran.stdout)["files"]}
    entries = json.loads((root / "output/manifest.json").read_text(encoding="utf-8"))["files"]
    share = (
        cold * sum(e["seconds"] for e in entries if e["file"] in made) / sum(e["seconds"] for e in entries)
    )
    what = f"one probe edited, {len(made)} files made anew, against their share of a cold build"
    return Row(what, s(took), s(share), f"{took - share:+.2f} s", "≤ +0.3 s")


if __name__ == "__main__":
    print(shown(list(rows())))
