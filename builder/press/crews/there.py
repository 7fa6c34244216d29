"""A cluster's worker: makes a task of a project that it knows from a parcel alone."""

from __future__ import annotations

import hashlib
import platform
import tempfile
import threading
from collections.abc import Mapping
from pathlib import Path

from builder.press.crews.bench import Bench
from builder.press.crews.crew import Outcome, Task
from builder.press.crews.sameness import makers, require_same
from builder.press.crews.setting import Setting

_alone = threading.Lock()
"""Engines keep state for the whole process: the threads of a worker take turns."""
_benches: dict[tuple[str, Setting], tuple[Bench, tempfile.TemporaryDirectory[str]]] = {}


def made_there(parcel: bytes, setting: Setting, ours: Mapping[str, str], task: Task) -> Outcome:
    """The task's files, or what kept it from making them.

    Raises MachineError where this worker's versions or fonts differ from `ours`, or the machine lacks something.
    """
    with _alone:
        return Outcome.of(lambda: next(_bench(parcel, setting, ours).make(task)))


def _bench(parcel: bytes, setting: Setting, ours: Mapping[str, str]) -> Bench:
    """The bench of this project: one is kept, so that engines and templates stay warm."""
    name = hashlib.sha256(parcel).hexdigest(), setting
    if name not in _benches:
        for _, folder in _benches.values():
            folder.cleanup()
        _benches.clear()
        folder = tempfile.TemporaryDirectory(prefix="packs-")
        bench = Bench(parcel, Path(folder.name), setting)
        require_same(ours, makers(bench.shelf), platform.node())
        _benches[name] = bench, folder
    return _benches[name][0]
