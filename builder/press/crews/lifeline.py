"""A worker that its command has left, by whatever death, ends within a second or two."""

from __future__ import annotations

import ctypes
import os
import shutil
import signal
import sys
import threading
from multiprocessing.connection import Connection
from pathlib import Path
from queue import SimpleQueue
from typing import Any

_SET_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG of <sys/prctl.h>


def inbox(connection: Connection[Any, Any], folder: Path) -> SimpleQueue[Any]:
    """What the command sends, as it comes. Once the command is gone, `folder` is removed and the process ends.

    A thread listens, so that it ends in the middle of a job too.
    """
    messages: SimpleQueue[Any] = SimpleQueue()

    def listen() -> None:
        try:
            while True:
                messages.put(connection.recv())
        except (EOFError, OSError):
            shutil.rmtree(folder, ignore_errors=True)
            os._exit(1)

    _end_in_spite_of_c_code()
    threading.Thread(target=listen, daemon=True).start()
    return messages


def _end_in_spite_of_c_code() -> None:
    """C code that never gives way to the listening thread is ended by Linux, a second after the command.

    Linux sends signal 1 (SIGHUP) then; handled by the C library's own `alarm`, which it calls as `alarm(1)`, it
    needs no Python to run. The second is for the listening thread to tidy up.
    """
    if sys.platform == "linux":
        library = ctypes.CDLL(None)
        library.signal(signal.SIGHUP, library.alarm)
        library.prctl(_SET_DEATH_SIGNAL, signal.SIGHUP)
