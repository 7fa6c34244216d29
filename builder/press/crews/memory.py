"""How much memory a worker has had, and how many workers a machine has room for."""

from __future__ import annotations

import os
import resource
import sys
from pathlib import Path

A_WORKER = 300_000_000
"""Bytes that one worker may have at its peak."""


def peak_memory() -> int:
    """The most memory this process has had, in bytes.

    Why not getrusage on Linux: there it begins with what the process that started this one had.
    """
    try:
        return _kibibytes(Path("/proc/self/status"), "VmHWM")
    except (OSError, StopIteration):
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return peak if sys.platform == "darwin" else peak * 1024


def room_for_workers() -> int:
    """As many workers as there are processors for this process, and memory that nothing else uses; at least one."""
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(processors, _free_memory() // A_WORKER))


def _free_memory() -> int:
    """Bytes: what the system has to give, or what a container may use."""
    try:
        free = _kibibytes(Path("/proc/meminfo"), "MemAvailable")
    except (OSError, StopIteration):
        free = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    try:
        return min(free, int(Path("/sys/fs/cgroup/memory.max").read_text("ascii")))
    except (OSError, ValueError):  # no container, or one without a limit
        return free


def _kibibytes(file: Path, key: str) -> int:
    lines = (line.split() for line in file.read_text("ascii", "replace").splitlines())
    return next(int(line[1]) * 1024 for line in lines if line and line[0] == f"{key}:")
