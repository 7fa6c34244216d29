"""The crew of one: this process, one job after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from builder.content.project import Workspace
from builder.fonts import FontShelf
from builder.press.crews.crew import Order, Outcome, Outcomes
from builder.press.workshop import Workshop


class Here:
    """Makes the jobs in this process, in the order of the plan."""

    def __init__(self, workspace: Workspace, shelf: FontShelf, *, strict: bool) -> None:
        self._workshop = Workshop(workspace, shelf, strict=strict)

    def work(self, orders: Sequence[Order], started: Callable[[int], None]) -> Outcomes:
        for index, order in enumerate(orders):
            started(index)
            yield index, Outcome.of(lambda job=order.job: self._workshop.make(job))  # type: ignore[misc]
