"""The hook that other repositories use names a command that exists, and is valid for pre-commit."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner

from builder.cli.main import packs
from builder.content.reading import read_source

ROOT = Path(__file__).resolve().parents[1]


def test_the_hook_definition_is_valid():
    checked = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (checked.stdout, checked.returncode) == ("", 0)


def test_the_hook_runs_a_command_that_there_is():
    (hook,) = read_source(ROOT / ".pre-commit-hooks.yaml").data
    program, command, *options = hook["entry"].split()
    assert (program, options) == ("packs", [])
    assert CliRunner().invoke(packs, [command, "--help"]).exit_code == 0
