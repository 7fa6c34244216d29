"""A worker process: unpacks the project, then makes one task after the other until it is dismissed."""

from __future__ import annotations

import signal
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.reduction import ForkingPickler
from pathlib import Path
from typing import TYPE_CHECKING, Any

from builder.errors import MachineError, PacksError, RequestError
from builder.press.crews.crew import Outcome, WorkerTask
from builder.press.crews.lifeline import inbox
from builder.press.crews.memory import peak_memory

if TYPE_CHECKING:
    from builder.press.crews.crew import Workbench
    from builder.press.crews.setting import Setting


@dataclass(frozen=True, slots=True)
class Reply:
    """What came of a task, or some of it, and the most memory that the worker has had until now, in bytes."""

    outcome: Outcome | Exception
    """An exception stops every task alike."""
    peak: int


def serve(connection: Connection[Any, Any], folder: Path) -> None:
    """The life of a worker process: says that it is there, gets parcel and setting, then tasks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the command's to answer
    messages = inbox(connection, folder)
    connection.send(None)
    parcel, setting = messages.get()
    desk = _Desk(parcel, setting, folder)
    while True:
        for reply in desk.answers(messages.get()):
            connection.send_bytes(_portable(reply))


class _Desk:
    """Answers tasks; engines are loaded and the project is unpacked for the first."""

    def __init__(self, parcel: bytes, setting: Setting, folder: Path) -> None:
        self._outfit = parcel, folder, setting
        self._bench: Workbench | None = None

    def answers(self, task: WorkerTask) -> Iterator[Reply]:
        """What comes of a task, as it comes; the last reply ends it."""
        waiting: Sequence[Any] = ()
        try:
            for files in self._make(task):
                if waiting:
                    yield Reply(Outcome(waiting, unfinished=True), peak_memory())
                waiting = files
        except (MachineError, RequestError) as error:  # stops every task alike
            yield Reply(error, peak_memory())
        except Exception as error:
            yield Reply(Outcome(error=error), peak_memory())
        else:
            yield Reply(Outcome(waiting), peak_memory())

    def _make(self, task: WorkerTask) -> Iterator[Sequence[Any]]:
        if self._bench is None:
            parcel, folder, setting = self._outfit
            self._bench = task.bench(parcel, folder, setting)
        return self._bench.make(task)


def _portable(reply: Reply) -> bytes:
    """The reply as bytes; a mistake of ours brings its place along, and an error that cannot be sent is told in words."""
    error = reply.outcome if isinstance(reply.outcome, Exception) else reply.outcome.error
    trace = "".join(traceback.format_exception(error)) if error else ""
    if error and not isinstance(error, PacksError):
        error.add_note(trace)
    try:
        return bytes(ForkingPickler.dumps(reply))
    except Exception:
        return bytes(ForkingPickler.dumps(Reply(Outcome(error=RuntimeError(trace)), reply.peak)))
