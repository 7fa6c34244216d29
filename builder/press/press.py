"""Jobs through a crew and into place; a job that fails costs its own files only."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from builder.errors import BuildError, ContentError, Finding, PacksError
from builder.plan.estimate import estimated_seconds
from builder.plan.targets import Job
from builder.press.crews.crew import Crew, Order
from builder.press.delivery import Delivery, Printed
from builder.verify.fault import FaultyError
from builder.words import words


class UnfinishedError(BuildError):
    """Some documents could not be made, the others were; `errors` says why, job by job in the plan's order."""

    def __init__(self, where: Sequence[str], errors: Sequence[PacksError]) -> None:
        named = ", ".join(where)
        super().__init__(words("{count} documents could not be made: {named}", count=len(where), named=named))
        self.errors = list(errors)


class Press:
    """Prints jobs into one output folder; `hire` gives the crew that makes them."""

    def __init__(self, hire: Callable[[Sequence[Order]], Crew], output: Path) -> None:
        self._hire = hire
        self._delivery = Delivery(output)

    def run(self, jobs: Sequence[Job], started: Callable[[Job], None] = lambda job: None) -> list[Printed]:
        """Makes every file of every job; `started` hears of each as it is begun. Files come in the plan's order.

        Raises, once all others are made, the error of the one job that failed or UnfinishedError; at once
        MachineError where nothing can be made or written.
        """
        self._delivery.clear_remains()
        printed: dict[int, list[Printed]] = {}
        failed: dict[int, Exception] = {}
        seconds = estimated_seconds(jobs, self._delivery.entries)
        orders = [Order(job, time) for job, time in zip(jobs, seconds, strict=True)]
        with closing(self._hire(orders).work(orders, lambda index: started(jobs[index]))) as outcomes:
            for index, outcome in outcomes:
                if outcome.error is None:
                    printed[index] = self._delivery.put(outcome.made)
                else:
                    failed[index] = outcome.error
        raise_for([(f"{jobs[i].pack.id}/{jobs[i].kind.id}", failed[i]) for i in sorted(failed)])
        return [file for index in sorted(printed) for file in printed[index]]


def raise_for(failed: Sequence[tuple[str, Exception]]) -> None:
    """Raises what stopped the one job that failed, a mistake of ours before all, or all that failed together."""
    ours = [error for _, error in failed if not isinstance(error, PacksError)]
    if ours or len(failed) == 1:
        raise [*ours, *(error for _, error in failed)][0]
    errors = [error for _, error in failed if isinstance(error, PacksError)]
    if errors:
        raise UnfinishedError([where for where, _ in failed], _merged(errors))


def _merged(errors: Sequence[PacksError]) -> list[PacksError]:
    """What is wrong with content is told once, though several documents stumble over it; so are files' faults."""
    findings: list[Finding] = []
    for error in errors:
        if isinstance(error, ContentError):
            findings += [finding for finding in error.findings if finding not in findings]
    faults = [f for error in errors if isinstance(error, FaultyError) for f in error.faults]
    others = [error for error in errors if not isinstance(error, ContentError | FaultyError)]
    content = [ContentError(findings)] if findings else []
    faulty = [FaultyError(faults)] if faults else []
    return [*content, *faulty, *others]
