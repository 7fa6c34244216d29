"""An output folder that takes nothing, or not all: a sentence, exit code 3, and what was there is there still."""

from __future__ import annotations

import os
import subprocess

import pytest
from packs_command import COMMAND, environment

FULL = """
import os
written = os.fsync
count = [0]
def fsync(descriptor):
    count[0] += 1
    if count[0] > {until}:
        raise OSError(28, os.strerror(28))
    written(descriptor)
os.fsync = fsync
"""
DOCUMENTS = ("--document", "score-sheet", "--document", "interviewer-pack")
BUILD = ("build", "-q", "--force", "--format", "html", *DOCUMENTS)


def documents(output):
    return {name: data for name, data in output.items() if name.count("/")}


@pytest.fixture
def edited(sample):
    """A project that was built, and edited since."""
    assert sample.packs(*BUILD).code == 0
    sample.replace("请讲一件客户自己", "这一句是新加的。请讲一件客户自己")
    return sample


@pytest.mark.parametrize("until", [0, 3])
def test_a_disk_that_is_full(edited, python_that, until):
    before = edited.output()
    ran = edited.packs(*BUILD, "--jobs", "1", **python_that(FULL.format(until=until)))
    assert (ran.code, ran.out) == (3, "")
    assert "No space left on device" in ran.err
    assert "--output" in ran.err
    after = edited.output()
    assert sorted(after) == sorted(before)
    again = edited.packs(*BUILD)
    assert (again.code, again.err) == (0, "")
    whole = edited.output()
    changed = [name for name in documents(before) if after[name] != before[name]]
    assert all(after[name] == whole[name] for name in changed)
    assert len(changed) == (0 if until == 0 else 1)


def test_a_limit_on_the_size_of_files(edited):
    before = edited.output()
    script = f'ulimit -f 8; exec "{COMMAND}" build -q --force --format html --document score-sheet --jobs 1'
    done = subprocess.run(["sh", "-c", script], cwd=edited.root, env=environment(), capture_output=True)
    assert (done.returncode, done.stdout) == (3, b"")
    assert b"File too large" in done.stderr
    assert documents(edited.output()) == documents(before)
    assert not [name for name in edited.output() if name.endswith(".part")]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_folder_that_cannot_be_written(edited, jobs):
    target = edited.root / "output"
    if os.geteuid() == 0:  # permissions do not hold for root, but this does
        folder = "/sys/kernel/packs"
    else:
        target.chmod(0o555)
        folder = str(target / "new")
    before = edited.output()
    ran = edited.packs(*BUILD, "--jobs", jobs, "--output", folder)
    target.chmod(0o755)
    assert (ran.code, ran.out) == (3, "")
    assert "cannot be written" in ran.err
    assert "--output" in ran.err
    assert edited.output() == before
