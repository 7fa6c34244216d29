"""A build may be killed at any moment: no file is half, none is lost, and the next build finishes the job."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from packs_command import environment
from small_bank import BANK, project

PROGRAM = Path(__file__).resolve().parents[1] / "support/killed_builds.py"
KILLS, SEED = 50, 20261122


def test_fifty_builds_killed_at_moments_drawn_by_lot(tmp_path):
    project(tmp_path, night_desk=BANK)
    command = [sys.executable, PROGRAM, tmp_path, str(KILLS), str(SEED)]
    done = subprocess.run(command, env=environment(), capture_output=True, timeout=500, text=True)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == []
