"""Runs the fuzz targets: python tests/fuzz/run.py --count 1000000 --seed 1 [--jobs 2] [--target bank]

Half of the inputs go to each target. Input n of a seed is always the same; `--only bank:4711` repeats one.
Exits with 1 where anything was found; each finding is kept in `--findings` with its traceback.
"""

from __future__ import annotations

import argparse
import collections
import multiprocessing
import os
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import fuzz_banks
import fuzz_markdown

MAKERS: dict[str, Any] = {"bank": fuzz_banks.make, "markdown": fuzz_markdown.make}
TARGETS: dict[str, Any] = {"bank": fuzz_banks.BankTarget, "markdown": fuzz_markdown.MarkdownTarget}
CHUNK = 2_000
SLOW = 1.0
"""Seconds from which on an input is told as slow; a batch of texts counts as one."""


def nth(target: str, seed: int, number: int) -> Any:
    """Input `number` of a seed."""
    return MAKERS[target](Random(f"{seed}:{target}:{number}"))


Tally = tuple[collections.Counter[str], list[tuple[str, int, str]]]


def run_chunk(work: tuple[str, int, int, int]) -> Tally:
    """Counts of what became of the inputs, and (target, number, traceback) of each that broke a promise."""
    target, seed, first, last = work
    tally: collections.Counter[str] = collections.Counter()
    broken: list[tuple[str, int, str]] = []
    with tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as folder:
        checker = TARGETS[target](Path(folder).resolve())
        step = fuzz_markdown.BATCH if target == "markdown" else 1
        for start in range(first, last, step):
            numbers = range(start, min(start + step, last))
            begun = time.perf_counter()
            for number, became in _checked(checker, target, seed, numbers):
                tally[f"{target} {became[0]}"] += 1
                if became[1]:
                    broken.append((target, number, became[1]))
            if time.perf_counter() - begun > SLOW:
                tally[f"{target} slow"] += 1
                broken.append((target, start, f"slow: {time.perf_counter() - begun:.1f} s\n"))
    return tally, broken


def _checked(checker: Any, target: str, seed: int, numbers: range) -> Iterator[tuple[int, tuple[str, str]]]:
    inputs = [nth(target, seed, number) for number in numbers]
    if len(inputs) > 1:
        try:
            yield from zip(numbers, ((became, "") for became in checker.check_all(inputs)), strict=True)
        except Exception:
            pass  # which of them it was, the loop below finds
        else:
            return
    for number, made in zip(numbers, inputs, strict=True):
        try:
            yield number, (checker.check(made, number), "")
        except Exception:
            yield number, ("broken", traceback.format_exc())


def chunks(targets: list[str], seed: int, count: int) -> list[tuple[str, int, int, int]]:
    """The work in pieces, the targets in turn."""
    each = count // len(targets)
    starts = range(0, each, CHUNK)
    return [(t, seed, start, min(start + CHUNK, each)) for start in starts for t in targets]


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--target", choices=list(TARGETS), action="append")
    parser.add_argument("--only", metavar="TARGET:NUMBER")
    parser.add_argument("--findings", type=Path, default=Path("fuzz-findings"))
    wanted = parser.parse_args()
    if wanted.only:
        target, _, number = wanted.only.partition(":")
        work = [(target, wanted.seed, int(number), int(number) + 1)]
        print(repr(nth(target, wanted.seed, int(number))))
    else:
        work = chunks(wanted.target or list(TARGETS), wanted.seed, wanted.count)
    begun, total, kinds = time.perf_counter(), collections.Counter[str](), collections.Counter[str]()
    with multiprocessing.Pool(wanted.jobs) as pool:
        for done, (tally, broken) in enumerate(pool.imap_unordered(run_chunk, work), 1):
            total += tally
            for target, number, trace in broken:
                _keep(wanted.findings, f"{wanted.seed}-{target}-{number}", trace, kinds)
            if done % 10 == 0 or done == len(work):
                print(f"{done}/{len(work)} {time.perf_counter() - begun:.0f} s {dict(total)}", flush=True)
    print(f"seed {wanted.seed}, {time.perf_counter() - begun:.0f} s: {dict(sorted(total.items()))}")
    for kind, times in kinds.most_common():
        print(f"{times} × {kind}")
    return 1 if kinds else 0


def _keep(folder: Path, name: str, trace: str, kinds: collections.Counter[str]) -> None:
    """Writes down the first few findings of each kind."""
    frames = [line.strip() for line in trace.splitlines() if "/builder/" in line]
    kind = f"{trace.strip().splitlines()[-1][:90]} {frames[-1] if frames else ''}"
    kinds[kind] += 1
    if kinds[kind] <= 5:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{name}.txt").write_text(trace, encoding="utf-8", errors="replace")


if __name__ == "__main__":
    sys.exit(main())
