"""`packs import`: a bank a person can finish, a report, and no file ever overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest
from packs_command import files_of, packs

from builder.checks.registry import rule_findings
from builder.content.bank import load_bank

SAMPLES = Path(__file__).parents[1] / "importers" / "samples"


@pytest.fixture
def project(tmp_path):
    (tmp_path / "packs.yaml").write_text("locale: zh-CN\n", encoding="utf-8")
    return tmp_path


def found_in(project):
    """What the rules say of the bank content/old.yaml."""
    loaded, findings = load_bank(project / "content/old.yaml", Path("old.yaml"))
    assert findings == []
    return {(f.code, f.sentence.in_language("en")) for f in rule_findings(loaded)}


def test_a_text_becomes_a_bank_that_check_has_a_list_of_work_for(project):
    ran = packs("import", SAMPLES / "rubric-lines.txt", cwd=project)
    assert (ran.code, ran.out) == (0, "content/rubric-lines.yaml\n")
    assert "rubric-lines.txt: 2 sections, 4 questions, 0 answers, 2 rubrics with 6 lines" in ran.err
    bank = (project / "content/rubric-lines.yaml").read_text(encoding="utf-8")
    assert bank.startswith("# yaml-language-server: $schema=bank.schema.json\n")
    assert (project / "content/bank.schema.json").is_file()
    checked = packs("check", "content/rubric-lines.yaml", "--format", "json", cwd=project)
    lines = bank.splitlines()
    found = {(f["code"], lines[f["line"] - 1].strip()) for f in checked.json["findings"]}
    assert ("RUBRIC-MISSING", "- id: q-03") in found
    assert ("TEXT-PLACEHOLDER", "name: 待定") in found
    assert not {code for code, _ in found} & {
        "KEY-MISSING",
        "YAML-SYNTAX",
        "TYPE-WRONG",
        "SECTION-SUM",
        "TIME-OVER",
    }


def test_a_bank_that_nobody_finished_is_not_printed(project):
    packs("import", SAMPLES / "levels.txt", cwd=project)
    ran = packs("build", "levels", cwd=project)
    assert ran.code == 1
    assert "TEXT-PLACEHOLDER" in ran.err
    assert not list(project.glob("output/**/*.pdf"))


def test_points_that_disagree_are_kept_for_check_to_say_so(project):
    text = (
        (SAMPLES / "rubric-lines.txt")
        .read_text(encoding="utf-8")
        .replace("原因分析（6分）", "原因分析（9分）")
    )
    (project / "old.txt").write_text(text, encoding="utf-8")
    packs("import", "old.txt", cwd=project)
    assert ("KEY-POINT-SUM", "key points add up to 23, the question is worth 20") in found_in(project)


def test_a_document_that_breaks_off_is_told(project):
    ran = packs("--lang", "zh", "import", SAMPLES / "endless-line.txt", cwd=project)
    assert "原文似乎在第 1 题处中断" in ran.err
    assert "# check: 原文似乎在这道题处中断" in (project / "content/endless-line.yaml").read_text(
        encoding="utf-8"
    )


def test_what_is_not_understood_is_kept_and_check_says_where(project):
    (project / "old.txt").write_text(
        "面试题\n\n本卷由三组轮流使用\n\n1. 你怎么交接？\n答：当面交接。\n", encoding="utf-8"
    )
    ran = packs("import", "old.txt", cwd=project)
    assert "1 lines not understood, kept under “unparsed”:\n    本卷由三组轮流使用\n" in ran.err
    said = "text of the imported document that belongs nowhere yet: “本卷由三组轮流使用”"
    assert ("TEXT-UNPARSED", said) in found_in(project)


def test_nothing_is_overwritten(project):
    source = SAMPLES / "levels.txt"
    assert packs("import", source, cwd=project).code == 0
    before = files_of(project)
    again = packs("import", source, cwd=project)
    assert (again.code, files_of(project)) == (2, before)
    assert "content/levels.yaml exists already" in again.err


def test_several_files_are_a_bank_each_or_one_together(project):
    files = (SAMPLES / "levels.txt", SAMPLES / "english-guide.txt")
    assert packs("import", *files, "-q", cwd=project).out.split() == [
        "content/levels.yaml",
        "content/english-guide.yaml",
    ]
    ran = packs("import", *files, "-o", "both.yaml", cwd=project)
    assert (ran.code, ran.out) == (0, "both.yaml\n")
    assert (project / "both.yaml").read_text(encoding="utf-8").count("      - id: q-") == 7


def test_outside_a_project_a_file_must_be_named(tmp_path):
    assert packs("import", SAMPLES / "levels.txt", cwd=tmp_path).code == 2
    assert packs("import", SAMPLES / "levels.txt", "-o", "x.yaml", cwd=tmp_path).code == 0


@pytest.mark.parametrize("name", ["题库.yaml", "A.yaml", "x.txt"])
def test_a_name_that_no_bank_can_have_is_refused(tmp_path, name):
    ran = packs("import", SAMPLES / "levels.txt", "-o", name, cwd=tmp_path)
    assert (ran.code, list(tmp_path.iterdir())) == (2, [])


def test_names_without_latin_letters_are_numbered(project):
    for name in ("甲.txt", "乙.txt"):
        (project / name).write_text("1. 你怎么交接？\n", encoding="utf-8")
    ran = packs("import", "甲.txt", "乙.txt", cwd=project)
    assert ran.out.split() == ["content/imported.yaml", "content/imported-2.yaml"]


@pytest.mark.parametrize(
    ("name", "says"), [("nothing.txt", "there is no file"), ("x.zip", "a format that cannot be read")]
)
def test_what_cannot_be_read_is_said(project, name, says):
    ran = packs("import", name, cwd=project)
    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err


def test_the_same_file_gives_the_same_bytes(project):
    for seed in ("1", "2"):
        packs(
            "import", SAMPLES / "english-guide.txt", "-o", f"x{seed}.yaml", cwd=project, PYTHONHASHSEED=seed
        )
    first, second = ((project / f"x{seed}.yaml").read_text(encoding="utf-8") for seed in "12")
    assert first.replace("id: x1\n", "") == second.replace("id: x2\n", "")
