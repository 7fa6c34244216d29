"""The wheel: everything inside, at work in a folder of its own, the checkout never read."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from pack_projects import CHECKOUT, DOCUMENTS
from packs_command import environment

WATCH = """
import os, sys
def watch(event, arguments):
    if event == "open" and isinstance(arguments[0], str):
        path = os.path.abspath(arguments[0])
        if path.startswith(os.environ["CHECKOUT"] + os.sep) and not path.startswith(sys.prefix + os.sep):
            os.write(log, path.encode() + b"\\n")
log = os.open(os.environ["OPENED"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
sys.addaudithook(watch)
"""
RUN = "import sys; from builder.cli.main import run; run(sys.argv[1:])"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    home = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    command += ["--no-index", "--disable-pip-version-check", "--wheel-dir", str(home), str(CHECKOUT)]
    done = subprocess.run(command, cwd=home, env=environment(), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    (made,) = home.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """Runs the installed program in a folder; gives what it opened of the checkout as well."""
    site = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    (site / "sitecustomize.py").write_text(WATCH, encoding="utf-8")
    log = site / "opened.txt"

    def run(*arguments: str, cwd: Path) -> tuple[subprocess.CompletedProcess[str], list[str]]:
        extra = {"PYTHONPATH": str(site), "CHECKOUT": str(CHECKOUT), "OPENED": str(log)}
        log.write_text("")
        done = subprocess.run(
            [sys.executable, "-c", RUN, *arguments],
            cwd=cwd,
            env=environment(**extra),
            capture_output=True,
            text=True,
        )
        return done, log.read_text("utf-8").splitlines()

    return run


def test_templates_labels_messages_and_types_are_inside(wheel):
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    own = CHECKOUT / "templates"
    templates = {f"builder/templates/{p.relative_to(own).as_posix()}" for p in own.rglob("*") if p.is_file()}
    assert len(templates) > 20
    assert templates <= inside
    assert {
        "builder/messages/zh/main.toml",
        "builder/checks/examples/bank.yaml",
        "builder/py.typed",
    } <= inside
    assert not [name for name in inside if name.startswith(("tests/", "content/", "output/", "benchmarks/"))]


def test_it_gives_the_command(wheel):
    with zipfile.ZipFile(wheel) as archive:
        (name,) = [n for n in archive.namelist() if n.endswith("entry_points.txt")]
        assert "packs = builder.cli.main:run" in archive.read(name).decode()


def test_two_commands_in_an_empty_folder_make_the_packs(installed, tmp_path):
    done, opened = installed("init", "my-packs", "--locale", "zh-CN", cwd=tmp_path)
    assert (done.returncode, opened) == (0, []), done.stderr
    done, opened = installed("build", "-q", cwd=tmp_path / "my-packs")
    assert (done.returncode, opened) == (0, []), done.stderr
    made = {path.name for path in (tmp_path / "my-packs/output/sample-bank").iterdir()}
    assert {f"{document}.{form}" for document in DOCUMENTS for form in ("pdf", "docx")} <= made


def test_what_it_makes_is_what_the_checkout_makes(installed, sample_source, tmp_path):
    installed("init", "样例", "--locale", "zh-CN", cwd=tmp_path)
    done, _ = installed("build", "-q", "--document", "score-sheet", cwd=tmp_path / "样例")
    assert done.returncode == 0, done.stderr
    for form in ("pdf", "docx"):
        name = f"output/sample-bank/score-sheet.{form}"
        assert (tmp_path / "样例" / name).read_bytes() == (sample_source / name).read_bytes(), form


def test_the_watch_does_see_the_checkout_being_read(installed, tmp_path):
    _, opened = installed("check", "--project", str(CHECKOUT), cwd=tmp_path)
    assert f"{CHECKOUT}/packs.yaml" in opened
