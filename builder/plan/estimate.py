"""How long documents take to make: what they took last time, or as long as they have text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from builder.plan.manifest import Entry
from builder.plan.targets import Job

SECONDS_EACH, CHARACTERS_PER_SECOND = 0.5, 8000


def estimated_seconds(jobs: Iterable[Job], entries: Iterable[Entry]) -> Sequence[float]:
    """Seconds for each job, good enough to begin with the longest; `entries` are those of the last build."""
    taken: dict[tuple[str, str], float] = {}
    for entry in entries:
        key = (entry.pack, entry.document)
        taken[key] = taken.get(key, 0.0) + entry.seconds
    return [taken.get((job.pack.id, job.kind.id)) or _guessed(job) for job in jobs]


def _guessed(job: Job) -> float:
    return SECONDS_EACH + len(job.kind.view(job.bank).model_dump_json()) / CHARACTERS_PER_SECOND
