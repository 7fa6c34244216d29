"""Processes of this machine, read from /proc: who belongs to a session, and whether they go away."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path

from packs_command import COMMAND, environment


def in_session(leader: int) -> list[int]:
    """The processes, not counting dead ones, of the session that `leader` began."""
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                state, _, _, session = (folder / "stat").read_text().rpartition(")")[2].split()[:4]
            except OSError:  # it ended in this moment
                continue
            if int(session) == leader and state not in "ZX":
                found.append(int(folder.name))
    return found


def gone(leader: int, seconds: float) -> bool:
    """Whether nobody of the session is left, at the latest after so long."""
    until = time.monotonic() + seconds
    while in_session(leader) and time.monotonic() < until:
        time.sleep(0.05)
    return not in_session(leader)


class Running:
    """The command, begun in a session of its own."""

    def __init__(self, cwd: Path, *arguments: str | Path, **variables: str) -> None:
        self.process = subprocess.Popen(
            [COMMAND, *map(str, arguments)],
            cwd=cwd,
            env=environment(**variables),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )

    def until(self, file: Path, seconds: float = 120) -> None:
        """Waits until a file is there."""
        until = time.monotonic() + seconds
        while not file.exists():
            assert self.process.poll() is None, self.process.stderr.read().decode()
            assert time.monotonic() < until, f"{file} never came"
            time.sleep(0.02)

    def press_ctrl_c(self) -> None:
        """As a terminal does: everybody in the group hears of it."""
        os.killpg(self.process.pid, signal.SIGINT)

    def end(self) -> tuple[int, str, str]:
        """Exit code, output, errors; whatever is left of the session is ended."""
        try:
            out, err = self.process.communicate(timeout=120)
        finally:
            for pid in in_session(self.process.pid):
                os.kill(pid, signal.SIGKILL)
        return self.process.returncode, out.decode(), err.decode()
