"""Measures `packs build` as users run it: `.venv/bin/python benchmarks/builds.py`.

A copy of the shipped banks is built by the real command, each figure a ratio within one run: nothing to do against
importing click and pydantic alone; one question edited against a cold build; two worker processes against one.
"""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKS = Path(sys.executable).with_name("packs")
BARE = "import click, pydantic"
RUNS = 9


def seconds(*command: str | Path) -> float:
    """Wall seconds of one process."""
    begun = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - begun


def project(folder: Path) -> Path:
    """A copy of the shipped banks."""
    root = folder / "project"
    shutil.copytree(ROOT / "content", root / "content")
    shutil.copy(ROOT / "packs.yaml", root)
    return root


def nothing_to_do(root: Path) -> None:
    pairs = [
        (seconds(PACKS, "build", "--project", root), seconds(sys.executable, "-c", BARE)) for _ in range(RUNS)
    ]
    ours, bare = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"nothing to do: {ours * 1000:.0f} ms; {BARE}: {bare * 1000:.0f} ms; ratio {ours / bare:.2f}")


def one_edit(root: Path, cold: float) -> None:
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
    share = sum(e["seconds"] for e in entries if e["file"] in made) / sum(e["seconds"] for e in entries)
    print(
        f"one probe edited: {took:.1f} s for {len(made)} files, cold build {cold:.1f} s; their share of it "
        f"{share * cold:.1f} s; over that share {took - share * cold:+.2f} s"
    )


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = project(Path(folder))
        cold = seconds(PACKS, "build", "--project", root, "--force", "--jobs", "1")
        two = seconds(PACKS, "build", "--project", root, "--force", "--jobs", "2")
        print(f"six banks, --jobs 1: {cold:.1f} s; --jobs 2: {two:.1f} s; {cold / two:.2f} times as fast")
        nothing_to_do(root)
        one_edit(root, cold)


if __name__ == "__main__":
    main()
