"""Kills builds at moments drawn by lot, and tells what each left behind; run as a program of its own.

    killed_builds.py PROJECT KILLS SEED  →  a JSON list of what was wrong, on standard output

Every build is the whole command, in a process group of its own that is killed at once. It is forked from this
process, which has everything loaded: only that makes fifty of them a matter of seconds.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import signal
import sys
import time
from pathlib import Path

JOBS_TWO = 20
"""Every so many-th build is made by two worker processes."""
SETTINGS = """\
organisation: 第{number}次
packs: [{{bank: night-desk, documents: [score-sheet, question-cards]}}]
"""


def main(root: Path, kills: int, seed: int) -> list[str]:
    os.chdir(root)
    lots = random.Random(seed)
    (root / "packs.yaml").write_text(SETTINGS.format(number="零"), encoding="utf-8")
    _build("1")  # loads everything, for those who are forked
    took = {jobs: max(_whole(root, jobs) for _ in range(2)) for jobs in ("1", "2")}
    wrong: list[str] = []
    cut = 0
    for number in range(kills):
        jobs = "2" if number % JOBS_TWO == JOBS_TWO - 1 else "1"
        old = _documents(root)
        (root / "packs.yaml").write_text(SETTINGS.format(number=number), encoding="utf-8")
        pid = _begin(jobs)
        time.sleep(lots.uniform(0, took[jobs]))
        cut += _kill(pid)
        left = _documents(root)
        _whole(root, "1")
        new = _documents(root)
        wrong += [f"{number}: {said}" for said in _faults(root, old, left, new)]
    if cut < kills / 2:
        wrong.append(f"only {cut} of {kills} builds were still at work when they were killed")
    return wrong


def _build(jobs: str) -> int:
    from builder.cli.main import run

    try:
        run(["build", "-q", "--force", "--format", "html", "--jobs", jobs])
    except SystemExit as ending:
        return int(ending.code or 0)
    return 70


def _begin(jobs: str) -> int:
    pid = os.fork()
    if pid:
        return pid
    os.setpgid(0, 0)
    sys.stdout = sys.stderr = open(os.devnull, "w")  # noqa: PTH123, SIM115
    os._exit(_build(jobs))


def _kill(pid: int) -> bool:
    """Kills a build with its workers; whether it was still at work."""
    at_work = os.waitpid(pid, os.WNOHANG) == (0, 0)
    if at_work:
        for victim in (lambda: os.killpg(pid, signal.SIGKILL), lambda: os.kill(pid, signal.SIGKILL)):
            try:
                victim()
            except ProcessLookupError:  # it has no group of its own yet
                continue
        os.waitpid(pid, 0)
    return at_work


def _whole(root: Path, jobs: str) -> float:
    """A build that nobody disturbs; seconds it takes."""
    begun = time.monotonic()
    _, status = os.waitpid(_begin(jobs), 0)
    if status:
        raise SystemExit(f"a build that was not killed ended with {status}")
    return time.monotonic() - begun


def _documents(root: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in (root / "output").glob("*/*.html")}


def _faults(root: Path, old: dict[str, bytes], left: dict[str, bytes], new: dict[str, bytes]) -> list[str]:
    found = [f"{name} was lost" for name in old if name not in left]
    found += [f"{name} is neither old nor new" for name in left if left[name] not in (old[name], new[name])]
    found += [f"{name} did not change" for name in new if new[name] == old[name]]
    rest = sorted(file.name for file in (root / "output").rglob("*.part"))
    found += [f"{name} is left behind" for name in rest]
    manifest = json.loads((root / "output/manifest.json").read_text("utf-8"))["files"]
    told = {Path(entry["file"]).name: entry["sha256"] for entry in manifest}
    if told != {name: hashlib.sha256(data).hexdigest() for name, data in new.items()}:
        found.append("the manifest tells of other files")
    return found


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))
