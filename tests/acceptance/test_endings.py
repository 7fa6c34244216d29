"""How the command ends when the machine, the user or we ourselves stop it."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from packs_command import COMMAND, environment, packs

NO_LIBRARY = """
import ctypes
class CDLL(ctypes.CDLL):
    def __init__(self, name, *args, **kwargs):
        if "harfbuzz-subset" in str(name):
            raise OSError("cannot open shared object file")
        super().__init__(name, *args, **kwargs)
ctypes.CDLL = CDLL
"""
OUR_BUG = """
import builder.content.schema
def broken(name):
    raise ZeroDivisionError("division by zero")
builder.content.schema.schema_text = broken
"""


class TestMissingLibrary:
    def test_a_build_says_which_and_what_installs_it(self, sample, python_that):
        before = sample.output()
        ran = sample.packs("build", "--force", **python_that(NO_LIBRARY))
        assert (ran.code, ran.out) == (3, "")
        assert "are missing: libharfbuzz-subset\n" in ran.err
        assert "sudo apt-get install libharfbuzz-subset0" in ran.err
        assert "brew install harfbuzz" in ran.err
        assert sample.output() == before

    def test_the_doctor_finds_it_too(self, sample, python_that):
        ran = sample.packs("doctor", "--json", **python_that(NO_LIBRARY))
        assert ran.code == 3
        failed = [row for row in ran.json["results"] if not row["ok"]]
        assert [row["what"] for row in failed] == ["libharfbuzz-subset"]
        assert "libharfbuzz-subset0" in failed[0]["fix"]

    def test_checking_needs_no_library(self, sample, python_that):
        assert sample.packs("check", **python_that(NO_LIBRARY)).code == 0


class TestFontCache:
    def test_one_that_cannot_be_written_is_the_machines_matter(self, sample):
        # A file stands where the folder should be: permissions do not hold for root.
        before = sample.output()
        ran = sample.packs("build", "--force", PACKS_CACHE=str(sample.write("cache", "a file\n")))
        assert (ran.code, ran.out) == (3, "")
        assert "fonts cannot be kept in" in ran.err
        assert "PACKS_CACHE" in ran.err
        assert sample.output() == before


class TestOurBug:
    def test_it_ends_with_70_and_a_report_to_send(self, sample, python_that, tmp_path):
        (tmp_path / "tmp").mkdir()
        ran = sample.packs("schema", "theme", TMPDIR=str(tmp_path / "tmp"), **python_that(OUR_BUG))
        assert (ran.code, ran.out) == (70, "")
        assert "a mistake of ours, not yours: ZeroDivisionError" in ran.err
        report = Path(re.search(r"send it to us: (.+)", ran.err)[1])
        assert report.is_relative_to(tmp_path / "tmp")
        text = report.read_text("utf-8")
        assert re.match(r"packs \d+\.\d+\.\d+, Python 3\.", text)
        assert "schema theme\n" in text
        assert "Traceback" in text
        assert text.endswith("ZeroDivisionError: division by zero\n")

    def test_it_is_said_in_chinese_too(self, sample, python_that):
        ran = sample.packs("--lang", "zh", "schema", **python_that(OUR_BUG))
        assert ran.code == 70
        assert "ZeroDivisionError" in ran.err
        assert re.search("[\u4e00-\u9fff]{8}", ran.err)


class TestInterruption:
    @pytest.fixture
    def interrupted(self, sample):
        """A build that gets Ctrl-C once it has begun to print, with what it said."""
        sample.replace("请讲一件客户自己", "这一句是新加的。请讲一件客户自己")
        building = subprocess.Popen(
            [COMMAND, "build"],
            cwd=sample.root,
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        first = building.stderr.readline().decode()
        assert "interviewer-pack" in first
        building.send_signal(signal.SIGINT)
        out, err = building.communicate(timeout=120)
        return building.returncode, out.decode(), err.decode()

    def test_it_ends_with_130_and_one_sentence(self, interrupted):
        code, out, err = interrupted
        assert (code, out) == (130, "")
        assert err.splitlines()[-1] == "interrupted; files already written are whole"
        assert "Traceback" not in err

    def test_what_was_there_is_there_still_and_the_next_build_works(self, sample_source, sample, interrupted):
        assert interrupted[0] == 130
        before = {p.name: p.read_bytes() for p in (sample_source / "output/sample-bank").iterdir()}
        after = {p.name: p.read_bytes() for p in (sample.root / "output/sample-bank").iterdir()}
        assert after == before
        assert sample.packs("build", "-q", "--document", "question-cards").code == 0
        cards = (sample.root / "output/sample-bank/question-cards.pdf").read_bytes()
        assert cards != before["question-cards.pdf"]


class TestPipes:
    @pytest.mark.parametrize("command", [["schema", "bank"], ["--help"], ["check", "--format", "json"]])
    def test_a_reader_that_goes_away_is_no_failure_of_the_program(self, sample, command):
        running = subprocess.Popen(
            [COMMAND, *command],
            cwd=sample.root,
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        running.stdout.close()
        err = running.stderr.read().decode()
        running.stderr.close()
        assert running.wait(timeout=60) in (0, 1)
        assert err == ""

    def test_a_closed_standard_output_does_not_stop_a_build(self, sample):
        script = f'"{COMMAND}" build -q --document score-sheet >&-'
        done = subprocess.run(["sh", "-c", script], cwd=sample.root, env=environment(), capture_output=True)
        assert (done.returncode, done.stderr) == (0, b"")


class TestFolders:
    def test_any_folder_below_the_project_will_do(self, sample):
        ran = packs("build", "--dry-run", "--force", cwd=sample.root / "content")
        assert ran.code == 0
        assert "sample-bank/score-sheet.pdf" in ran.out

    def test_the_project_can_be_named_from_anywhere(self, sample, tmp_path):
        (tmp_path / "别处").mkdir()
        ran = packs("check", "--project", sample.root, cwd=tmp_path / "别处")
        assert (ran.code, ran.err) == (0, "")

    def test_an_output_folder_is_meant_from_where_one_stands(self, sample, tmp_path):
        (tmp_path / "别处").mkdir()
        command = ("build", "-q", "--project", sample.root, "--document", "score-sheet", "--format", "html")
        ran = packs(*command, "--output", "打印件", cwd=tmp_path / "别处")
        assert (ran.code, ran.err) == (0, "")
        assert (tmp_path / "别处/打印件/sample-bank/score-sheet.html").is_file()

    def test_it_runs_as_a_module_of_this_python_as_well(self, sample):
        code = "from builder.cli.main import run; run(['check', '-q'])"
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=sample.root, env=environment(), capture_output=True
        )
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
