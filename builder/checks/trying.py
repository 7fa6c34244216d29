"""Bank files against every rule: one after the other, or, where there is much to read, on all cores."""

from __future__ import annotations

import datetime
import gc
import multiprocessing
import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from builder.checks.ignoring import Ignored
from builder.checks.pictures import image_findings
from builder.checks.registry import rule_findings
from builder.content.bank import LoadedBank, load_bank
from builder.errors import ContentError, Finding

WORTH_MORE_PROCESSES = 2_000_000
"""Bytes of YAML: less is read before other processes are up. About 800 questions."""
MOST_PROCESSES = 8


@dataclass(frozen=True, slots=True)
class Trial:
    """One bank file that is to be read and tried."""

    file: Path
    shown: Path
    root: Path
    ignoring: Collection[str]
    as_of: datetime.date | None


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of one file: what was found in it, and of a bank that could be read, the rest."""

    findings: Sequence[Finding]
    bank_id: str | None = None
    translation_of: str | None = None
    ignored: Ignored | None = None
    locale: str = ""
    characters: str = ""
    """Every character of its texts, once."""
    loaded: LoadedBank | None = None
    """The bank itself, unless it was read in another process: it would take longer to hand over than to read."""


class Banks(Mapping[str, LoadedBank]):
    """Banks by id; one that was tried in another process is read here when somebody asks for it."""

    def __init__(self) -> None:
        self._held: dict[str, LoadedBank | Trial] = {}

    def add(self, bank_id: str, trial: Trial, loaded: LoadedBank | None) -> None:
        """Adds the bank of a file that could be read."""
        self._held[bank_id] = loaded or trial

    def __getitem__(self, bank_id: str) -> LoadedBank:
        held = self._held[bank_id]
        if isinstance(held, Trial):
            loaded, findings = load_bank(held.file, held.shown)
            if loaded is None:  # changed since it was tried
                raise ContentError(findings)
            self._held[bank_id] = held = loaded
        return held

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)


def all_tried(trials: Sequence[Trial]) -> Sequence[Tried]:
    """Every file tried, in the order given; the findings do not depend on how many processes worked."""
    sizes = [trial.file.stat().st_size if trial.file.is_file() else 0 for trial in trials]
    processes = min(os.cpu_count() or 1, MOST_PROCESSES, len(trials))
    if processes < 2 or sum(sizes) < WORTH_MORE_PROCESSES:
        return [tried(trial) for trial in trials]
    # The largest first, so that no process is left with it at the end.
    order = sorted(range(len(trials)), key=lambda i: (-sizes[i], i))
    with ProcessPoolExecutor(processes, multiprocessing.get_context("spawn")) as pool:
        done = dict(zip(order, pool.map(_tried_elsewhere, [trials[i] for i in order]), strict=True))
    return [done[i] for i in range(len(trials))]


def tried(trial: Trial) -> Tried:
    """One file read and tried."""
    with _seldom_collecting():
        loaded, findings = load_bank(trial.file, trial.shown)
        if loaded is None:
            return Tried(findings)
        ignored = Ignored(loaded, trial.ignoring)
        found = list(rule_findings(loaded, ignored, trial.as_of))
        found += image_findings(loaded, trial.file.parent, trial.root)
        bank = loaded.bank
        letters = "".join(sorted(set().union(*(text for _, text in loaded.source.strings()))))
        return Tried(found, bank.id, bank.translation_of, ignored, bank.locale, letters, loaded)


def _tried_elsewhere(trial: Trial) -> Tried:
    return replace(tried(trial), loaded=None)


@contextmanager
def _seldom_collecting() -> Iterator[None]:
    """Reading makes many values and no cycles; looking for cycles costs a quarter of the time."""
    thresholds = gc.get_threshold()
    gc.set_threshold(200_000, 50, 50)
    try:
        yield
    finally:
        gc.set_threshold(*thresholds)
