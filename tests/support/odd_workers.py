"""Worker processes that do not do what they should: entries to put in the place of the pool's own.

All but `plain` have no engines and make a word of each document, so that they are there at once.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

from builder.errors import BuildError, MachineError
from builder.press.crews import worker
from builder.words import words

ODD = "question-cards"
"""The document that makes them stumble."""


def _serve(connection: Any, folder: Path, stumble: Callable[[], object]) -> None:
    class Bench:
        def __init__(self, parcel: bytes, folder: Path, setting: Any) -> None:
            (folder / "unpacked").write_bytes(parcel)

        def make(self, task: Any) -> Any:
            if task.document == ODD:
                stumble()
            yield [task.where]

    bench = ModuleType("bench")
    bench.Bench = Bench
    sys.modules["builder.press.crews.bench"] = bench
    worker.serve(connection, folder)


def right(connection: Any, folder: Path) -> None:
    _serve(connection, folder, lambda: None)


def dying(connection: Any, folder: Path) -> None:
    _serve(connection, folder, lambda: os.kill(os.getpid(), signal.SIGKILL))


def leaving(connection: Any, folder: Path) -> None:
    _serve(connection, folder, lambda: os._exit(3))


def hanging(connection: Any, folder: Path) -> None:
    _serve(connection, folder, lambda: time.sleep(600))


def dying_once(connection: Any, folder: Path) -> None:
    def once() -> None:
        mark = Path(os.environ["DIED_ONCE"])
        if not mark.exists():
            mark.touch()
            os._exit(1)

    _serve(connection, folder, once)


def dying_at_once(connection: Any, folder: Path) -> None:
    os._exit(1)


def refusing(connection: Any, folder: Path) -> None:
    def refuse() -> None:
        raise BuildError(words("{said}", said="no"), words("{said}", said="ask later"))

    _serve(connection, folder, refuse)


def unfit(connection: Any, folder: Path) -> None:
    def refuse() -> None:
        raise MachineError(words("{said}", said="no fonts"))

    _serve(connection, folder, refuse)


def mistaken(connection: Any, folder: Path) -> None:
    _serve(connection, folder, lambda: 1 / 0)


def unsendable(connection: Any, folder: Path) -> None:
    def refuse() -> None:
        raise ValueError(lambda: "no pickle of this")

    _serve(connection, folder, refuse)


def grown(connection: Any, folder: Path) -> None:
    """Says that it has grown large, and leaves a note that it was there."""
    worker.peak_memory = lambda: 10**9
    Path(os.environ["WORKERS"], str(os.getpid())).touch()
    _serve(connection, folder, lambda: None)
