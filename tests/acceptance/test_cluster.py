"""A build on a cluster of processes of their own: the same bytes, though a worker is killed meanwhile."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time

import pytest
from pack_projects import ProjectFolder
from packs_command import environment, files_of
from parted import parted_project

SLEEPY = """
import os, pathlib, time
from builder.press.crews.bench import Bench
made = Bench.make
def make(self, task):
    pathlib.Path(os.environ["BEGUN"], str(os.getpid())).touch()
    time.sleep(0.5)
    return made(self, task)
Bench.make = make
"""


def dask(*arguments, **variables):
    command = [sys.executable, "-m", "dask", *arguments, "--no-dashboard"]
    return subprocess.Popen(
        command,
        env=environment(**variables),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


@pytest.fixture
def cluster(tmp_path, python_that):
    """Address of a scheduler with two workers, and its processes; workers note when they begin."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
    (tmp_path / "begun").mkdir()
    begins = {**python_that(SLEEPY), "BEGUN": str(tmp_path / "begun")}
    local = ("--local-directory", str(tmp_path / "dask"))
    processes = [dask("scheduler", "--host", "127.0.0.1", "--port", address.rpartition(":")[2])]
    for _ in range(2):
        processes.append(dask("worker", address, "--nthreads", "1", "--no-nanny", *local, **begins))
    yield address, processes
    for process in processes:
        process.kill()
        process.wait()


@pytest.fixture
def project(tmp_path):
    return ProjectFolder(parted_project(tmp_path / "项目").root)


def test_a_killed_workers_documents_are_made_by_another_and_bytes_are_those_made_here(
    project, cluster, tmp_path
):
    address, processes = cluster
    command = ("build", "--format", "docx", "--json", "-q")
    here = project.packs(*command, "--jobs", "1", "--output", "here")
    assert here.code == 0, here.err
    building = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "from builder.cli.main import run; run()",
            *command,
            "--scheduler",
            address,
            "--output",
            "there",
        ],
        cwd=project.root,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    until = time.monotonic() + 200
    while (
        len(begun := {file.name for file in (tmp_path / "begun").iterdir()}) < 2 and building.poll() is None
    ):
        assert time.monotonic() < until
        time.sleep(0.02)
    victim = next(process for process in processes[1:] if str(process.pid) in begun)
    victim.send_signal(signal.SIGKILL)
    _, err = building.communicate(timeout=300)
    assert building.returncode == 0, err.decode()
    ours, theirs = (files_of(project.root / folder) for folder in ("here", "there"))
    documents = [name for name in ours if name.endswith(".docx")]
    assert len(documents) >= 5
    assert {name: theirs[name] for name in documents} == {name: ours[name] for name in documents}


def test_a_scheduler_that_is_not_there_is_the_machines_matter(project):
    ran = project.packs("build", "--scheduler", "tcp://127.0.0.1:9", "--format", "html")
    assert (ran.code, ran.out) == (3, "")
    assert "the scheduler tcp://127.0.0.1:9 does not answer" in ran.err
    assert "dask scheduler" in ran.err


def test_an_address_that_is_none_is_too(project):
    ran = project.packs("build", "--scheduler", "nonsense", "--format", "html")
    assert (ran.code, ran.out) == (3, "")
    assert "nonsense" in ran.err
