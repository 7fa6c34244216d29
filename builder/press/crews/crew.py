"""What every crew does, and what goes to and fro."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from builder.errors import BuildError, MachineError, RequestError

if TYPE_CHECKING:  # nothing heavy: every worker begins with this
    from builder.plan.targets import Job
    from builder.press.crews.bench import Bench
    from builder.press.crews.setting import Setting

TIRED = 285_000_000
"""Bytes of peak memory after which a worker is replaced by a fresh one, where that costs little."""


class Workbench(Protocol):
    """Makes the files of one project's tasks, from a parcel; what tasks share is made once."""

    def make(self, task: Any) -> Iterator[Sequence[Any]]:
        """The task's files, some at a time. Raises what making them raises."""


class WorkerTask(Protocol):
    """What a worker process needs to know besides the project's files."""

    @property
    def where(self) -> str:
        """Its name for people."""

    @property
    def alone(self) -> str:
        """The command that does this and little else."""

    @property
    def tired(self) -> int:
        """Bytes of peak memory after which who made it is replaced by a fresh worker."""

    def bench(self, parcel: bytes, folder: Path, setting: Setting) -> Workbench:
        """Where it is made."""


class Ordered(Protocol):
    """A task and how long it is likely to take, in seconds."""

    @property
    def task(self) -> WorkerTask: ...

    @property
    def seconds(self) -> float: ...


@dataclass(frozen=True, slots=True)
class Order:
    """A job and how long it is likely to take, in seconds."""

    job: Job
    seconds: float

    @property
    def task(self) -> Task:
        return Task.of(self.job)


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

    @property
    def alone(self) -> str:
        return f"packs build --jobs 1 {self.pack}"

    @property
    def tired(self) -> int:
        return TIRED

    def bench(self, parcel: bytes, folder: Path, setting: Setting) -> Bench:
        from builder.press.crews.bench import Bench

        return Bench(parcel, folder, setting)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one order: its files, or the error that stopped it."""

    made: Sequence[Any] = ()
    error: Exception | None = None
    unfinished: bool = False
    """Whether more is to come of it. An order that is begun anew comes from its beginning."""

    @classmethod
    def of(cls, work: Callable[[], Sequence[Any]]) -> Outcome:
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

    def work(self, orders: Sequence[Any], started: Callable[[int], None]) -> Outcomes:
        """Index of each order with its outcome, as they are done; `started` hears the index of each begun.

        Raises MachineError where no order can be made. To be closed when it is left early.
        """


class LostError(BuildError):
    """Whoever made a document ended, or never answered, each time it was tried."""
