"""Help: there at once, complete, with examples, in both languages."""

from __future__ import annotations

import subprocess
import sys

import click
import pytest
from packs_command import environment, packs

from builder.cli.main import packs as group

HEAVY = (
    "weasyprint",
    "docx",
    "pydantic",
    "lxml",
    "jinja2",
    "ruamel.yaml",
    "rich",
    "fontTools",
    "PIL",
    "pikepdf",
)


def commands(command=group, name="packs"):
    """(words on the command line, command) of every command and sub-command."""
    found = [(name, command)]
    if isinstance(command, click.Group):
        context = click.Context(command)
        for child in command.list_commands(context):
            found += commands(command.get_command(context, child), f"{name} {child}")
    return found


ALL = commands()


def test_the_list_of_commands_is_not_empty():
    assert {name for name, _ in ALL} >= {
        f"packs {c}" for c in ("build", "check", "init", "new", "new bank", "schema")
    }


@pytest.mark.parametrize(("name", "command"), ALL, ids=[name for name, _ in ALL])
class TestEveryCommand:
    def test_it_says_what_it_does(self, name, command):
        assert len(command.help or "") > 15

    def test_it_has_an_example_that_begins_with_it(self, name, command):
        assert f": {name}" in (command.epilog or "").replace("：", ": "), command.epilog

    def test_every_option_says_what_it_is_for(self, name, command):
        options = [p for p in command.params if isinstance(p, click.Option)]
        assert [o.name for o in options if len(o.help or "") < 5] == []

    def test_its_help_is_shown_and_fits_the_screen(self, name, command, tmp_path):
        ran = packs(*name.split()[1:], "--help", cwd=tmp_path, COLUMNS="80")
        assert (ran.code, ran.err) == (0, "")
        assert ran.out.startswith(f"Usage: {name}")
        assert command.epilog.split(": ", 1)[1][:30] in " ".join(ran.out.split())
        assert [line for line in ran.out.splitlines() if len(line) > 80] == []

    def test_its_help_is_there_in_chinese(self, name, command, tmp_path):
        by_option = packs("--lang", "zh", *name.split()[1:], "--help", cwd=tmp_path)
        by_locale = packs(*name.split()[1:], "--help", cwd=tmp_path, LANG="zh_CN.UTF-8")
        assert "示例：" in by_option.out
        assert by_option.out == by_locale.out
        assert "Example" not in by_option.out


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["biuld"]], ids=" ".join)
def test_help_version_and_slips_load_nothing_heavy(tmp_path, arguments):
    code = (
        "import sys\n"
        "from builder.cli.main import run\n"
        "try:\n"
        f"    run({arguments!r})\n"
        "finally:\n"
        f"    print('LOADED', [m for m in {HEAVY!r} if m in sys.modules])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment(), capture_output=True, text=True
    )
    assert done.stdout.splitlines()[-1] == "LOADED []"


def test_the_check_for_heavy_modules_does_see_one(tmp_path):
    code = "import sys, lxml.etree\n" + f"print([m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], env=environment(), capture_output=True, text=True)
    assert done.stdout == "['lxml']\n"


def test_schema_and_init_do_not_wait_for_the_engine(tmp_path):
    code = "from builder.cli.main import run\nrun(['schema', 'bank'])"
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", code],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        text=True,
    )
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "pydantic" in loaded
    assert not loaded & {"weasyprint", "docx", "fontTools", "PIL", "jinja2"}


def test_the_version_is_that_of_the_package(tmp_path):
    from importlib.metadata import version

    assert packs("--version", cwd=tmp_path).out == f"packs {version('interview-packs')}\n"
