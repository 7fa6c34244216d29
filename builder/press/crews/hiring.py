"""Which crew makes a list of jobs: this process, processes of this machine, or a cluster."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from builder.content.project import Workspace
from builder.fonts import FontShelf
from builder.press.crews.crew import Crew, Order
from builder.press.crews.here import Here
from builder.press.crews.memory import room_for_workers
from builder.press.crews.pool import Pool
from builder.press.crews.setting import Setting
from builder.press.parcel import packed

WORTH_A_WORKER = 2.0
"""Seconds of work for which one more process is worth its start."""


@dataclass(frozen=True)
class Hiring:
    """Who shall make the files of a project, as the user wants it."""

    workspace: Workspace
    shelf: FontShelf
    strict: bool = False
    size: int | None = None
    """How many processes at most; without it, as many as the machine has room and the jobs need."""
    scheduler: str | None = None
    """Address of a cluster's scheduler."""
    patience: float = 900.0
    """Seconds that a job may take in another process before it is believed to hang."""

    def crew(self, orders: Sequence[Order]) -> Crew:
        """The crew for these orders. Raises MachineError where the cluster cannot be reached."""
        size = min(self.size or _worthwhile(orders), len(orders))
        if self.scheduler is None and size <= 1:
            return Here(self.workspace, self.shelf, strict=self.strict)
        banks = {id(order.job.whole): order.job.whole for order in orders}
        parcel = packed(self.workspace, banks.values())
        setting = Setting.of_this_run(strict=self.strict)
        if self.scheduler is None:
            return Pool(parcel, setting, size, self.patience)

        from builder.press.crews.cluster import Cluster
        from builder.press.crews.sameness import makers

        return Cluster(self.scheduler, parcel, setting, makers(self.shelf), self.patience)


def _worthwhile(orders: Sequence[Order]) -> int:
    needed = sum(order.seconds for order in orders) / WORTH_A_WORKER
    return max(1, min(room_for_workers(), int(needed)))
