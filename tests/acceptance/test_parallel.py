"""`packs build` with several processes: the same as with one, and an end whenever it is asked for."""

from __future__ import annotations

import json
import time

import pytest
from pack_projects import ProjectFolder
from parted import parted_project
from processes import Running, gone, in_session

WORKERS_THAT_ARE = """
import os, pathlib, re, sys, time, types
class Bench:
    def __init__(self, parcel, folder, setting):
        pass
    def make(self, task):
        pathlib.Path(os.environ["BUSY"], task.document).touch()
        {busy}
module = types.ModuleType("bench")
module.Bench = Bench
sys.modules["builder.press.crews.bench"] = module
"""
BUSY = {"waiting": "time.sleep(600)", "computing in C": "re.match('(a+)+$', 'a' * 80 + 'b')"}


@pytest.fixture
def project(tmp_path):
    return ProjectFolder(parted_project(tmp_path / "项目").root)


def test_any_number_of_processes_anywhere_makes_the_same_bytes_and_says_the_same(project, tmp_path):
    documents = ("question-cards", "panel-summary")
    command = ("build", "--json", *(part for name in documents for part in ("--document", name)))
    elsewhere = ProjectFolder(parted_project(tmp_path / "another place").root)
    one = project.packs(*command, "--jobs", "1", PYTHONHASHSEED="1", TZ="Asia/Shanghai", LC_ALL="C.UTF-8")
    three = elsewhere.packs(
        *command, "--jobs", "3", PYTHONHASHSEED="2", TZ="America/New_York", LC_ALL="en_GB.UTF-8"
    )
    assert (one.code, three.code) == (0, 0), one.err + three.err
    assert one.err == three.err
    first, second = ([{**file, "seconds": 0} for file in ran.json["files"]] for ran in (one, three))
    assert first == second
    assert len(first) == 5
    ours, theirs = (
        {name: data for name, data in folder.output().items() if name.count("/")}
        for folder in (project, elsewhere)
    )
    assert len(ours) == len(first)
    assert ours == theirs


def test_documents_that_cannot_be_made_do_not_keep_the_others_from_it(project):
    broken = (
        '{% extends "builtin/score-sheet.html.j2" %}\n{% block body %}{{ nothing.at.all }}{% endblock %}\n'
    )
    project.write("templates/score-sheet.html.j2", broken)
    project.write("templates/candidate-handout.html.j2", broken.replace("score-sheet", "candidate-handout"))
    runs = [project.packs("build", "--format", "html", "--force", "--jobs", jobs) for jobs in ("1", "2")]
    assert [ran.code for ran in runs] == [1, 1]
    assert runs[0].err == runs[1].err
    for name in ("score-sheet", "candidate-handout"):
        assert f"templates/{name}.html.j2:2:" in runs[0].err
    last = runs[0].err.splitlines()[-1]
    assert "2 documents could not be made" in last
    assert "night-desk/score-sheet, night-desk/candidate-handout" in last
    made = {entry["file"] for entry in json.loads(project.read("output/manifest.json"))["files"]}
    assert {"night-desk/interviewer-pack.html", "night-desk/question-cards.html"} <= made
    assert not {"night-desk/score-sheet.html", "night-desk/candidate-handout.html"} & made


@pytest.mark.parametrize("jobs", ["0", "-1", "many"])
def test_a_number_of_jobs_that_is_none_is_a_usage_error(project, jobs):
    ran = project.packs("build", "--jobs", jobs)
    assert (ran.code, jobs in ran.err) == (2, True)


class TestBusyWorkers:
    @pytest.fixture(params=BUSY)
    def busy(self, request, project, python_that, tmp_path):
        """A build whose two workers are busy and will not be done."""
        for folder in ("busy", "tmp"):
            (tmp_path / folder).mkdir()
        code = WORKERS_THAT_ARE.format(busy=BUSY[request.param])
        places = {"BUSY": str(tmp_path / "busy"), "TMPDIR": str(tmp_path / "tmp")}
        running = Running(
            project.root, "build", "--format", "html", "--jobs", "2", **python_that(code), **places
        )
        running.until(tmp_path / "busy/interviewer-pack")
        yield running
        running.end()

    def test_ctrl_c_ends_them_at_once(self, busy, tmp_path, project):
        before = time.monotonic()
        busy.press_ctrl_c()
        code, out, err = busy.end()
        assert time.monotonic() - before < 20  # they would be busy for minutes
        assert (code, out) == (130, "")
        assert err.splitlines()[-1] == "interrupted; files already written are whole"
        assert "Traceback" not in err
        assert gone(busy.process.pid, 2)
        assert list((tmp_path / "tmp").iterdir()) == []
        assert not [name for name in project.output() if name.endswith(".part")]

    def test_they_do_not_outlive_a_command_that_is_killed(self, busy):
        assert len(in_session(busy.process.pid)) >= 3
        busy.process.kill()
        assert gone(busy.process.pid, 20)


def test_a_command_that_is_killed_leaves_no_copy_of_the_project(project, python_that, tmp_path):
    for folder in ("busy", "tmp"):
        (tmp_path / folder).mkdir()
    code = python_that(WORKERS_THAT_ARE.format(busy=BUSY["waiting"]))
    places = {"BUSY": str(tmp_path / "busy"), "TMPDIR": str(tmp_path / "tmp")}
    running = Running(project.root, "build", "--format", "html", "--jobs", "2", **code, **places)
    running.until(tmp_path / "busy/interviewer-pack")
    while len(list((tmp_path / "busy").iterdir())) < 2:  # a worker that has not begun cannot tidy up
        assert running.process.poll() is None
        time.sleep(0.02)
    assert list((tmp_path / "tmp").glob("packs-*"))
    running.process.kill()
    assert gone(running.process.pid, 20)
    running.end()
    assert list((tmp_path / "tmp").glob("packs-*")) == []
