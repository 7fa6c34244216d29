"""What every crew does, and what goes to and fro."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from builder.errors import BuildError, MachineError, RequestError

if TYPE_CHECKING:  # nothing heavy: every worker begins with this
    from builder.plan.targets import Job
    from builder.press.workshop import Made


@dataclass(frozen=True, slots=True)
class Order:
    """A job and how long it is likely to take, in seconds."""

    job: Job
    seconds: float


@dataclass(frozen=True, slots=True)
class Task:
    """A job by its names alone: what a worker needs besides the project's files."""

    pack: str
    document: str
    formats: tuple[str, ...]

    @classmethod
    def of(cls, job: Job) -> Task:
        return cls(job.pack.id, job.kind.id, job.formats)

    @property
    def where(self) -> str:
        return f"{self.pack}/{self.document}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one order: its files, or the error that stopped it."""

    made: Sequence[Made] = ()
    error: Exception | None = None

    @classmethod
    def of(cls, work: Callable[[], Sequence[Made]]) -> Outcome:
        """Does the work. What stops every job alike is raised: what the machine lacks, a wrong request."""
        try:
            return cls(work())
        except (MachineError, RequestError):
            raise
        except Exception as error:
            return cls(error=error)


Outcomes = Generator[tuple[int, Outcome], None, None]
"""Index of each order with its outcome."""


class Crew(Protocol):
    """Makes files; an order that fails costs itself only."""

    def work(self, orders: Sequence[Order], started: Callable[[int], None]) -> Outcomes:
        """Index of each order with its outcome, as they are done; `started` hears the index of each begun.

        Raises MachineError where no order can be made. To be closed when it is left early.
        """


class LostError(BuildError):
    """Whoever made a document ended, or never answered, each time it was tried."""
