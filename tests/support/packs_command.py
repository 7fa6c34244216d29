"""The command `packs`, run as a user runs it: a process of its own, in some folder, in some locale."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

COMMAND = Path(sys.executable).with_name("packs")
_NOT_THE_USERS = ("LANG", "LC_", "PYTHON", "FONTCONFIG", "NO_COLOR", "SOURCE_DATE_EPOCH", "TZ")


@dataclass(frozen=True)
class Ran:
    """What one run of the command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as JSON: it must hold nothing else."""
        return json.loads(self.out)


def environment(**changes: str | None) -> dict[str, str]:
    """The environment of a plain English terminal; None takes a variable away."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(_NOT_THE_USERS)}
    kept |= {"LANG": "C.UTF-8"}
    kept |= {k: v for k, v in changes.items() if v is not None}
    return {k: v for k, v in kept.items() if k not in changes or changes[k] is not None}


def packs(*arguments: str | Path, cwd: Path, umask: int = -1, **variables: str | None) -> Ran:
    """Runs `packs …` in `cwd`; no run, whatever happens, may show a traceback."""
    done = subprocess.run(
        [COMMAND, *map(str, arguments)],
        cwd=cwd,
        env=environment(**variables),
        umask=umask,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=300,
    )
    out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    assert "Traceback" not in out + err, err
    return Ran(done.returncode, out, err)


def files_of(folder: Path) -> dict[str, bytes]:
    """Relative path → bytes of every file below a folder."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
