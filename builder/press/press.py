"""One job after the other: made in the workshop, put into place by the delivery."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from builder.content.project import Workspace
from builder.fonts import FontShelf
from builder.plan.targets import Job
from builder.press.delivery import Delivery, Printed
from builder.press.workshop import Workshop


class Press:
    """Prints the jobs of one project into one output folder."""

    def __init__(self, workspace: Workspace, shelf: FontShelf, output: Path, *, strict: bool = False) -> None:
        self._workshop = Workshop(workspace, shelf, strict=strict)
        self._delivery = Delivery(output)

    def run(
        self, jobs: Iterable[Job], started: Callable[[Job], None] = lambda job: None
    ) -> Iterator[Printed]:
        """Makes every file of every job.

        Raises the error of the first job that fails; files made until then are whole and recorded.
        """
        for job in jobs:
            started(job)
            yield from self._delivery.put(self._workshop.make(job))
