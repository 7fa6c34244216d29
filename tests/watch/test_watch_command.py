"""`packs build --watch` as a user runs it: it follows an edit and ends with Ctrl-C."""

from __future__ import annotations

import os
import signal
import subprocess

import pytest
from packs_command import COMMAND, environment, packs
from small_bank import BANK, edited, project


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_it_builds_follows_an_atomic_save_and_ends_with_130(tmp_path):
    root = tmp_path / "p"
    project(root, night_desk=BANK)
    file, made = root / "content" / "night-desk.yaml", root / "output" / "night-desk" / "question-cards.html"
    command = [COMMAND, "build", "--watch", "--document", "question-cards", "--format", "html"]
    with subprocess.Popen(command, cwd=root, env=environment(), stderr=subprocess.PIPE, text=True) as running:
        try:
            assert running.stderr is not None
            assert "question-cards.html made in" in running.stderr.readline()
            assert running.stderr.readline().startswith("watching p")
            aside = file.with_name(".night-desk.yaml.swp")
            aside.write_text(edited("两部电话同时响", "三部电话同时响"), encoding="utf-8")
            aside.replace(file)
            assert running.stderr.readline().startswith(
                "night-desk.yaml: night-desk/question-cards.html made"
            )
            assert "三部电话同时响" in made.read_text(encoding="utf-8")
            running.send_signal(signal.SIGINT)
            assert "interrupted" in running.stderr.read()
        finally:
            running.kill()
    assert running.returncode == 130
    assert not list((root / "output").rglob("*.part"))


def test_it_does_not_go_with_a_dry_run(tmp_path):
    project(tmp_path, night_desk=BANK)
    ran = packs("build", "--watch", "--dry-run", cwd=tmp_path)
    assert (ran.code, "--watch does not go with" in ran.err) == (2, True)
