"""The commands on projects: what they print, what they write, how they end."""

from __future__ import annotations

import json
import re

import jsonschema
import pytest
from pack_projects import SAMPLE
from packs_command import files_of, packs
from ruamel.yaml import YAML

HAN = re.compile("[\u4e00-\u9fff]")
CHECK = ("check", "--as-of", "2026-11-22")
"""Checked on a day on which no review is overdue."""


def spoil(project):
    """One error, in a known line."""
    return project.replace("panel_size: 3", "panel_sise: 3")


A_WARNING = """
import builder.checks.registry as registry
from builder.checks.rule import Rule, Slip
from builder.errors import Severity
from builder.words import words
def slips(loaded):
    yield Slip(("panel_size",), words("{said}", said="a panel of three is small"), words("{said}", said="ask five"))
registry.RULES = (*registry.RULES, Rule("PANEL-SMALL", slips, Severity.WARNING))
"""


@pytest.fixture
def warned(python_that):
    """An environment in which one more rule warns of something in every bank."""
    return python_that(A_WARNING)


class TestInit:
    @pytest.mark.parametrize(("locale", "greeting"), [("zh-CN", "示例岗位"), ("en", "Sample position")])
    def test_a_new_project_is_right_and_builds_at_once(self, tmp_path, locale, greeting):
        made = packs("init", "my packs", "--locale", locale, cwd=tmp_path)
        assert made.code == 0
        assert made.out.splitlines()[:2] == ["my packs/packs.yaml", f"my packs/{SAMPLE}"]
        assert sorted(f"my packs/{name}" for name in files_of(tmp_path / "my packs")) == sorted(
            made.out.splitlines()
        )
        project = tmp_path / "my packs"
        assert greeting in (project / SAMPLE).read_text("utf-8")
        assert packs(*CHECK, "--strict", cwd=project).code == 0
        assert packs("build", "-q", "--document", "score-sheet", cwd=project).code == 0
        assert (project / "output/sample-bank/score-sheet.docx").stat().st_size > 5000

    def test_it_says_what_to_do_next(self, tmp_path):
        assert packs("init", "p", cwd=tmp_path).err == "Next: cd p && packs build\n"

    def test_the_language_of_the_terminal_is_that_of_the_sample(self, tmp_path):
        packs("init", "中文", cwd=tmp_path, LANG="zh_CN.UTF-8")
        packs("init", "english", cwd=tmp_path, LANG="en_GB.UTF-8")
        assert "locale: zh-CN" in (tmp_path / "中文/packs.yaml").read_text("utf-8")
        assert "locale: en" in (tmp_path / "english/packs.yaml").read_text("utf-8")

    @pytest.mark.parametrize("standing", ["packs.yaml", SAMPLE, ".gitignore"])
    def test_nothing_is_ever_overwritten(self, tmp_path, standing):
        (tmp_path / "p" / standing).parent.mkdir(parents=True)
        (tmp_path / "p" / standing).write_text("mine\n")
        ran = packs("init", "p", cwd=tmp_path)
        assert ran.code == 2
        assert f"p/{standing} exists already" in ran.err
        assert files_of(tmp_path / "p") == {standing: b"mine\n"}

    def test_a_file_where_the_folder_should_be_is_a_usage_error(self, tmp_path):
        (tmp_path / "p").write_text("mine\n")
        assert packs("init", "p", cwd=tmp_path).code == 2
        assert (tmp_path / "p").read_text() == "mine\n"


class TestNew:
    def test_a_new_bank_is_right_and_builds(self, sample):
        made = sample.packs("new", "bank", "night-shift", "--title", '夜班"组长"')
        assert (made.code, made.out) == (0, "content/night-shift.yaml\n")
        bank = YAML(typ="safe").load(sample.root / "content/night-shift.yaml")
        assert (bank["id"], bank["position"]["title"]) == ("night-shift", '夜班"组长"')
        assert sample.packs("check").code == 0
        assert "night-shift/score-sheet.pdf" in sample.packs("build", "--dry-run", "night-shift").out

    def test_it_speaks_the_language_asked_for(self, sample):
        assert sample.packs("new", "bank", "lead-en", "--locale", "en").code == 0
        assert "locale: en" in sample.read("content/lead-en.yaml")

    def test_a_bank_that_exists_is_left_alone(self, sample):
        before = sample.read(SAMPLE)
        ran = sample.packs("new", "bank", "sample-bank")
        assert ran.code == 2
        assert "sample-bank.yaml exists already" in ran.err
        assert sample.read(SAMPLE) == before

    @pytest.mark.parametrize("name", ["Night", "夜班", "../x", "a b", "-x"])
    def test_a_name_that_cannot_be_an_id_is_refused(self, sample, name):
        before = files_of(sample.root)
        assert sample.packs("new", "bank", "--", name).code == 2
        assert files_of(sample.root) == before


class TestSchema:
    @pytest.mark.parametrize(("name", "file"), [("bank", SAMPLE), ("packs", "packs.yaml")])
    def test_it_is_a_schema_that_the_sample_fits(self, unbuilt, name, file):
        schema = unbuilt.packs("schema", name).json
        jsonschema.Draft202012Validator.check_schema(schema)
        data = json.loads(json.dumps(YAML(typ="safe").load(unbuilt.root / file), default=str))
        jsonschema.validate(data, schema)
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({**data, "panel_sise": 3}, schema)

    def test_writing_puts_them_beside_the_files_they_describe(self, unbuilt):
        names = ["content/bank.schema.json", "packs.schema.json", "theme.schema.json"]
        before = {name: unbuilt.read(name) for name in names}
        for name in names:
            (unbuilt.root / name).unlink()
        ran = unbuilt.packs("schema", "--write")
        assert sorted(ran.out.splitlines()) == sorted(names)
        assert {name: unbuilt.read(name) for name in names} == before
        assert "$schema=bank.schema.json" in unbuilt.read(SAMPLE).splitlines()[0]

    def test_an_unknown_name_is_a_usage_error(self, unbuilt):
        ran = unbuilt.packs("schema", "banks")
        assert ran.code == 2
        assert "'bank'" in ran.err


class TestCheck:
    def test_a_project_in_order_gets_one_line(self, unbuilt):
        ran = unbuilt.packs(*CHECK)
        assert (ran.code, ran.err) == (0, "")
        assert ran.out.splitlines() == ["1 banks, nothing to mend"]

    def test_quiet_says_nothing_then(self, unbuilt):
        ran = unbuilt.packs(*CHECK, "-q")
        assert (ran.code, ran.out, ran.err) == (0, "", "")

    def test_a_finding_has_place_code_sentence_excerpt_and_hint(self, unbuilt):
        line = spoil(unbuilt)
        ran = unbuilt.packs(*CHECK, "-q")
        assert (ran.code, ran.err) == (1, "")
        assert ran.out.splitlines() == [
            f"{SAMPLE}:{line}:1  KEY-UNKNOWN  unknown key “panel_sise”",
            "    panel_sise: 3",
            "    ^",
            "    → did you mean “panel_size”?",
            "1 errors, 0 warnings",
        ]

    def test_json_is_alone_on_standard_output_and_has_a_version(self, unbuilt):
        line = spoil(unbuilt)
        ran = unbuilt.packs(*CHECK, "--format", "json")
        assert (ran.code, ran.err) == (1, "")
        assert ran.json == {
            "version": 1,
            "findings": [
                {
                    "file": SAMPLE,
                    "line": line,
                    "column": 1,
                    "code": "KEY-UNKNOWN",
                    "severity": "error",
                    "sentence": "unknown key “panel_sise”",
                    "hint": "did you mean “panel_size”?",
                }
            ],
        }

    def test_json_of_a_project_in_order_has_no_findings(self, unbuilt):
        assert unbuilt.packs(*CHECK, "--format", "json").json == {"version": 1, "findings": []}

    def test_warnings_fail_only_when_strict(self, unbuilt, warned):
        plain, strict = unbuilt.packs(*CHECK, **warned), unbuilt.packs(*CHECK, "--strict", **warned)
        assert f"{SAMPLE}:41:13  PANEL-SMALL  a panel of three is small" in plain.out
        assert "0 errors, 1 warnings" in plain.out
        assert plain.out == strict.out
        assert (plain.code, strict.code) == (0, 1)

    def test_a_review_is_overdue_on_the_day_named_or_that_of_the_environment(self, unbuilt):
        later = unbuilt.packs("check", "--as-of", "2099-01-01")
        assert (later.code, "REVIEW-OVERDUE" in later.out) == (0, True)
        assert "REVIEW-OVERDUE" in unbuilt.packs("check", SOURCE_DATE_EPOCH="4070908800").out
        assert "REVIEW-OVERDUE" not in unbuilt.packs("check", SOURCE_DATE_EPOCH="1795305600").out
        assert "REVIEW-OVERDUE" not in unbuilt.packs(*CHECK, SOURCE_DATE_EPOCH="4070908800").out
        assert "REVIEW-OVERDUE" not in unbuilt.packs("build", "--dry-run", SOURCE_DATE_EPOCH="4070908800").err

    @pytest.mark.parametrize("day", ["tomorrow", "2026-13-01", "20261122"])
    def test_a_day_that_is_none_is_a_usage_error(self, unbuilt, day):
        ran = unbuilt.packs("check", "--as-of", day)
        assert (ran.code, day in ran.err) == (2, True)

    def test_an_epoch_that_is_no_number_is_said_to_be_none(self, unbuilt):
        ran = unbuilt.packs("check", SOURCE_DATE_EPOCH="yesterday")
        assert (ran.code, "yesterday" in ran.err) == (2, True)

    def test_only_the_files_named_are_looked_at(self, unbuilt):
        spoil(unbuilt)
        unbuilt.packs("new", "bank", "other")
        assert unbuilt.packs(*CHECK, "content/other.yaml").code == 0
        assert unbuilt.packs(*CHECK, "content/other.yaml", SAMPLE).code == 1

    def test_files_are_named_from_where_one_stands(self, unbuilt):
        spoil(unbuilt)
        ran = packs("check", "sample-bank.yaml", cwd=unbuilt.root / "content")
        assert ran.code == 1
        assert ran.out.startswith(f"{SAMPLE}:")


class TestBuild:
    def test_it_says_what_it_does_on_standard_error_alone(self, unbuilt):
        ran = unbuilt.packs("build", "--document", "score-sheet", "--format", "html")
        assert (ran.code, ran.out) == (0, "")
        assert "score-sheet" in ran.err
        assert ran.err.splitlines()[-1] == "1 files in output"
        ours = [".packs.lock", ".packs.quick", ".packs.record", "manifest.json"]
        assert sorted(unbuilt.output()) == [*ours, "sample-bank/score-sheet.html"]

    def test_json_lists_every_file_with_its_checksum(self, unbuilt):
        import hashlib

        ran = unbuilt.packs("build", "-q", "--json", "--document", "score-sheet")
        assert ran.json["version"] == 1
        assert [f["file"] for f in ran.json["files"]] == [
            "sample-bank/score-sheet.pdf",
            "sample-bank/score-sheet.docx",
        ]
        for entry in ran.json["files"]:
            data = unbuilt.output()[entry["file"]]
            assert (hashlib.sha256(data).hexdigest(), len(data)) == (entry["sha256"], entry["size"])
            assert entry["pages"] == 1

    def test_a_dry_run_names_the_files_and_writes_none(self, unbuilt):
        before = files_of(unbuilt.root)
        ran = unbuilt.packs("build", "--dry-run", "--document", "score-sheet", "--document", "question-cards")
        assert ran.code == 0
        for document in ("score-sheet", "question-cards"):
            for form in ("pdf", "docx"):
                assert f"sample-bank/{document}.{form}" in ran.out
        assert "interviewer-pack" not in ran.out
        assert files_of(unbuilt.root) == before

    def test_strict_lets_warnings_stop_it(self, sample, warned):
        before = sample.output()
        ran = sample.packs("build", "--strict", "--force", **warned)
        assert (ran.code, ran.out) == (1, "")
        assert "0 errors, 1 warnings" in ran.err
        assert sample.output() == before

    def test_a_warning_is_said_and_does_not_stop_it(self, unbuilt, warned):
        command = ("build", "--document", "score-sheet", "--format", "html")
        told, quiet = unbuilt.packs(*command, **warned), unbuilt.packs(*command, "-q", **warned)
        assert (told.code, quiet.code) == (0, 0)
        assert "PANEL-SMALL" in told.err
        assert "0 errors, 1 warnings" in told.err
        assert quiet.err == ""

    def test_another_output_folder_leaves_the_projects_own_alone(self, sample):
        before = sample.output()
        ran = sample.packs(
            "build", "-q", "--output", "print/today", "--document", "score-sheet", "--format", "html"
        )
        assert ran.code == 0
        assert (sample.root / "print/today/sample-bank/score-sheet.html").is_file()
        assert sample.output() == before

    def test_file_names_can_be_in_the_readers_language(self, unbuilt):
        unbuilt.write("theme.yaml", "file_names: localised\n")
        ran = unbuilt.packs("build", "-q", "--document", "score-sheet", "--format", "html")
        assert ran.code == 0, ran.err
        assert "sample-bank/面试评分表.html" in unbuilt.output()


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["biuld"], "did you mean “build”?"),
        (["verifi", "x"], "there is no command “verifi”"),
        (["build", "sample-bnk"], "did you mean “sample-bank”?"),
        (["build", "--document", "scoresheet"], "did you mean “score-sheet”?"),
        (["build", "--document", "zzz"], "there are: interviewer-pack, score-sheet"),
        (["build", "--format", "odt"], "'pdf', 'docx', 'html'"),
        (["build", "--dryrun"], "--dry-run"),
        (["check", "--formt", "json"], "--format"),
        (["init"], "DIR"),
        (["new", "bank"], "ID"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_slip_on_the_command_line_gets_a_hint(unbuilt, arguments, hint):
    before = files_of(unbuilt.root)
    ran = unbuilt.packs(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert hint in ran.err
    assert files_of(unbuilt.root) == before


class TestDoctor:
    def test_a_machine_in_order(self, unbuilt):
        ran = unbuilt.packs("doctor")
        assert (ran.code, ran.err) == (0, "")
        assert "✗" not in ran.out
        for examined in ("Python", "native libraries", "fonts", "sample-bank.yaml", "output folder"):
            assert f"✓ {examined}: " in ran.out

    def test_json_has_a_row_for_each_thing(self, unbuilt):
        told = unbuilt.packs("doctor", "--json").json
        assert told["version"] == 1
        assert len(told["results"]) >= 6
        for row in told["results"]:
            assert set(row) == {"what", "ok", "found", "fix"}
            assert row["ok"] is True

    def test_a_character_no_font_has_is_named_with_what_finds_it(self, unbuilt):
        unbuilt.replace("panel_size: 3", "panel_size: 3\nmarking: 内部\U0001f600")
        ran = unbuilt.packs("doctor", "--json")
        assert ran.code == 3
        (failed,) = [row for row in ran.json["results"] if not row["ok"]]
        assert "U+1F600" in failed["found"]
        assert failed["fix"] == "packs check"

    def test_outside_a_project_it_says_so(self, tmp_path):
        ran = packs("doctor", cwd=tmp_path)
        assert ran.code == 3
        assert "✓ Python" in ran.out
        assert "packs init my-packs" in ran.out

    def test_a_project_file_that_is_wrong_is_said(self, unbuilt):
        unbuilt.write("packs.yaml", "localle: zh-CN\n")
        ran = unbuilt.packs("doctor")
        assert ran.code == 3
        assert "localle" in ran.out


class TestLanguage:
    @pytest.mark.parametrize(
        "variables", [{"LANG": "zh_CN.UTF-8"}, {"LC_ALL": "zh_CN.UTF-8"}, {"LC_MESSAGES": "zh_TW"}]
    )
    def test_the_terminals_language_is_spoken(self, unbuilt, variables):
        spoil(unbuilt)
        assert HAN.search(unbuilt.packs(*CHECK, **variables).out.splitlines()[0].rpartition("  ")[2])

    def test_the_option_wins_over_the_terminal(self, unbuilt):
        spoil(unbuilt)
        chinese = unbuilt.packs("--lang", "zh", *CHECK, LANG="C")
        english = unbuilt.packs("--lang", "en", *CHECK, LANG="zh_CN.UTF-8")
        assert "unknown key" in english.out
        assert "unknown key" not in chinese.out
        assert HAN.search(chinese.out)

    @pytest.mark.parametrize("locale", ["C", "POSIX", "zh_CN.GBK", "zh_CN.UTF-8"])
    def test_chinese_comes_out_whole_in_any_locale(self, unbuilt, locale):
        unbuilt.replace("panel_size: 3", "panel_size: 三名考官")
        ran = unbuilt.packs(*CHECK, LANG=locale)
        assert ran.code == 1
        assert "panel_size: 三名考官" in ran.out
        assert "“三名考官”" in ran.out

    def test_codes_places_and_exit_codes_are_the_same_in_both(self, unbuilt):
        spoil(unbuilt)
        chinese, english = (
            unbuilt.packs("--lang", lang, *CHECK, "--format", "json") for lang in ("zh", "en")
        )
        assert chinese.code == english.code == 1
        same = ("file", "line", "column", "code", "severity")
        assert [[f[k] for k in same] for f in chinese.json["findings"]] == [
            [f[k] for k in same] for f in english.json["findings"]
        ]

    def test_an_unknown_language_is_a_usage_error(self, unbuilt):
        assert unbuilt.packs("--lang", "fr", "check").code == 2


class TestColour:
    def terminal(self, project, **variables):
        """What `packs check` writes to a terminal."""
        import os
        import pty
        import subprocess

        from packs_command import COMMAND, environment

        leader, follower = pty.openpty()
        command = subprocess.Popen(
            [COMMAND, "check"],
            cwd=project.root,
            env=environment(**variables),
            stdout=follower,
            stderr=follower,
        )
        os.close(follower)
        written = b""
        try:
            while part := os.read(leader, 4096):
                written += part
        except OSError:  # the other end is closed
            pass
        os.close(leader)
        assert command.wait() == 1
        return written.decode()

    def test_a_terminal_gets_colour(self, unbuilt):
        spoil(unbuilt)
        assert "\x1b[" in self.terminal(unbuilt, TERM="xterm-256color")

    def test_no_color_is_honoured(self, unbuilt):
        spoil(unbuilt)
        written = self.terminal(unbuilt, TERM="xterm-256color", NO_COLOR="1")
        assert "KEY-UNKNOWN" in written
        assert "\x1b[" not in written

    def test_a_file_or_pipe_never_gets_any(self, unbuilt):
        spoil(unbuilt)
        assert "\x1b[" not in unbuilt.packs(*CHECK).out
