"""One worker process as its command sees it: hired, given tasks, listened to, dismissed."""

from __future__ import annotations

import contextlib
import multiprocessing
import shutil
import signal
import tempfile
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from builder.press.crews.crew import WorkerTask
from builder.press.crews.setting import Setting
from builder.press.crews.worker import Reply, serve

_SPAWNING = multiprocessing.get_context("spawn")


class Hand:
    """A worker process with a private folder; it is busy from the day it is hired."""

    def __init__(
        self, parcel: bytes, setting: Setting, order: int, task: WorkerTask, patience: float
    ) -> None:
        self._gift: tuple[bytes, Setting] = parcel, setting
        self._patience = patience
        self._folder = Path(tempfile.mkdtemp(prefix="packs-"))
        self.connection: Connection[Any, Any]
        self.connection, theirs = _SPAWNING.Pipe()
        self._process = _SPAWNING.Process(target=serve, args=(theirs, self._folder), daemon=True)
        with _unreachable_by_keyboard():
            self._process.start()
        theirs.close()  # what the process does not hold any more tells that it ended
        self._is_there = False
        self._begin(order, task)

    def give(self, order: int, task: WorkerTask) -> None:
        """The next task, to one that has answered. Raises OSError where the process has ended."""
        self._begin(order, task)
        self.connection.send(task)

    def go_on(self) -> None:
        """It has sent some of what it makes: patience with it begins anew."""
        self._until = time.monotonic() + self._patience

    def hear(self) -> Reply | None:
        """What it says; None when it has only come to work. Raises EOFError or OSError where it has ended."""
        reply: Reply | None = self.connection.recv()
        if not self._is_there:
            self._is_there = True
            self.connection.send(self._gift)
            self.connection.send(self._task)
        return reply

    @property
    def remaining(self) -> float:
        """Seconds until patience with its task is at an end."""
        return self._until - time.monotonic()

    def exit_code(self) -> int | None:
        """How a process that closed its connection ended: negative for a signal."""
        self._process.join(1)
        return self._process.exitcode

    def dismiss(self) -> None:
        """Ends the process, whatever it is doing, and removes its folder."""
        self._process.kill()
        self._process.join()
        self.connection.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _begin(self, order: int, task: WorkerTask) -> None:
        self.order, self._task = order, task
        self.go_on()


@contextlib.contextmanager
def _unreachable_by_keyboard() -> Iterator[None]:
    """A process started now never hears of Ctrl-C, not even while it starts: it inherits the mask."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
