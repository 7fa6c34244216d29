"""What is printed first: the document that the edit changed most, then the rest of its pack, then the others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from builder.plan.targets import Job
from builder.watch.touched import Touched

Key = tuple[str, str]


def key(job: Job) -> Key:
    """What a job is called from one reading of the project to the next."""
    return job.pack.id, job.kind.id


class Order:
    """Remembers what each document showed last, to see what an edit changed."""

    def __init__(self) -> None:
        self._shown: dict[Key, str] = {}
        self._recent: frozenset[str] = frozenset()

    def sorted(self, jobs: Iterable[Job], what: Touched) -> list[Job]:
        """The jobs, those an author is waiting for first; otherwise in the order of a build."""
        self._recent = what.banks or self._recent
        edited = [(self._rank(job, what), number, job) for number, job in enumerate(jobs)]
        return [job for _, _, job in sorted(edited, key=lambda row: row[:2])]

    def likely(self, jobs: Sequence[Job]) -> Job | None:
        """The job whose next edit is nearest: of the bank edited last, the one that shows most of it."""
        recent = [job for job in jobs if job.pack.bank in self._recent] or jobs
        return max(recent, key=lambda job: len(self._shown.get(key(job), "")), default=None)

    def _rank(self, job: Job, what: Touched) -> tuple[bool, bool, int]:
        """Smaller is sooner."""
        if what.banks_only and job.pack.bank not in what.banks:
            return True, True, 0
        view = job.kind.view(job.bank).model_dump_json()
        before = self._shown.get(key(job), view)
        self._shown[key(job)] = view
        unnamed = job.kind.template not in what.templates
        return job.pack.bank not in self._recent, unnamed, -edited_length(before, view)


def edited_length(before: str, after: str) -> int:
    """Characters of `after`, or of `before` where that is more, between what both begin and end with."""
    if before == after:
        return 0
    start = _common(before, after)
    end = min(_common(before[::-1], after[::-1]), len(before) - start, len(after) - start)
    return max(len(before), len(after)) - start - end


def _common(first: str, second: str) -> int:
    low, high = 0, min(len(first), len(second))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if first[:middle] == second[:middle] else (low, middle - 1)
    return low
