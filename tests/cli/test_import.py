"""`packs import`: a bank a person can finish, a report, and no file ever overwritten."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from own_packs import Desk, word_files
from packs_command import files_of, packs
from small_bank import loaded
from small_bank import project as small_project

from builder.checks.registry import rule_findings
from builder.content.bank import load_bank
from builder.errors import RequestError
from builder.exchange import bringing
from builder.importers.blocks import LeftOut, Manuscript
from builder.importers.draft import Draft
from builder.importers.importing import Guidance, Imported
from builder.importers.report import report
from builder.words import words

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


@pytest.mark.parametrize("name", ["x.txt", "x.md", "x.html", "x.csv"])
@pytest.mark.parametrize("text", ["", " \n\n\u3000\n"])
def test_a_file_without_words_makes_no_bank(project, name, text):
    (project / name).write_text(text, encoding="utf-8")
    ran = packs("--lang", "zh", "import", name, cwd=project)
    assert (ran.code, ran.out) == (2, "")
    assert f"错误：{name} 里没有可以导入的文字" in ran.err
    assert not (project / "content").exists()


def test_more_than_a_bank_can_hold_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(bringing, "MAX_BYTES", 2_000)
    with pytest.raises(RequestError) as refused:
        bringing.new_banks([SAMPLES / "levels.txt"], None, tmp_path, Guidance())
    said = refused.value.sentence.in_language("en")
    assert said.startswith(f"{tmp_path.as_posix()}/levels.yaml would be larger than")


def test_pieces_of_a_pdf_are_told_by_their_page():
    left = LeftOut("1 / 2", words("a page number"), 3, 0, 5)
    pdf = Imported("x", "", [Manuscript("x.PDF", "1 / 2", (), (left,))], [Draft("x.PDF")])
    told = [line.in_language("zh") for line in report(pdf, verbose=True)]
    assert "    第 3 页：页码：“1 / 2”" in told


def test_a_folder_is_no_file(project):
    (project / "old.docx").mkdir()
    ran = packs("import", "old.docx", cwd=project)
    assert (ran.code, ran.err) == (2, "error: old.docx is a folder\n  → name the files in it\n")


def test_a_file_is_not_read_twice(project):
    ran = packs("import", SAMPLES / "levels.txt", SAMPLES / ".." / "samples" / "levels.txt", cwd=project)
    assert ran.code == 2
    assert "levels.txt is named twice" in ran.err
    assert not (project / "content").exists()


def test_a_text_without_questions_is_said_to_have_none(project):
    (project / "old.txt").write_text("本制度自发布之日起施行。\n", encoding="utf-8")
    ran = packs("import", "old.txt", cwd=project)
    assert ran.code == 0
    assert "old.txt: no question was found in it\n" in ran.err


def test_a_word_file_that_is_cut_short_is_said_to_be(project):
    (project / "old.docx").write_bytes(b"PK\x03\x04" + b"x" * 400)
    ran = packs("--lang", "zh", "import", "old.docx", cwd=project)
    assert (ran.code, ran.err.splitlines()[0]) == (2, "错误：old.docx 已损坏或不完整，打不开")


def test_where_there_is_no_table_columns_cannot_be_told(project):
    ran = packs("import", SAMPLES / "levels.txt", "--map", "题面=stem", cwd=project)
    assert ran.code == 2
    assert "there is no table in the files" in ran.err


def test_the_same_file_gives_the_same_bytes(project):
    for seed in ("1", "2"):
        packs(
            "import", SAMPLES / "english-guide.txt", "-o", f"x{seed}.yaml", cwd=project, PYTHONHASHSEED=seed
        )
    first, second = ((project / f"x{seed}.yaml").read_text(encoding="utf-8") for seed in "12")
    assert first.replace("id: x1\n", "") == second.replace("id: x2\n", "")


class TestOurOwnFiles:
    """Packs that were built, edited in Word, and imported again."""

    @pytest.fixture
    def papers(self, project):
        workspace = small_project(project, "locale: zh-CN\n")
        bank = loaded(workspace.content).bank
        (workspace.content / "night-desk.yaml").unlink()
        word_files(workspace, bank, project)
        return project

    def test_become_the_bank_again(self, papers):
        ran = packs("import", *sorted(papers.glob("*.docx")), cwd=papers)
        assert (ran.code, ran.out) == (0, "content/night-desk.yaml\n")
        assert "made by this program; nothing was changed in them" in ran.err
        assert packs("check", "content/night-desk.yaml", cwd=papers).code == 0
        again = packs("import", *sorted(papers.glob("*.docx")), cwd=papers)
        assert again.code == 2
        assert "content/night-desk.yaml exists already" in again.err

    def test_and_a_stranger_of_their_banks_name_are_not_written_by_halves(self, papers):
        shutil.copy(SAMPLES / "levels.txt", papers / "night-desk.txt")
        ran = packs("import", "interviewer-pack.docx", "night-desk.txt", cwd=papers)
        assert (ran.code, ran.out) == (2, "")
        assert "two of the files would become content/night-desk.yaml" in ran.err
        assert not list(papers.glob("content/*.yaml"))

    def test_of_one_name_are_told_apart(self, papers):
        (papers / "hers").mkdir()
        shutil.copy(papers / "interviewer-pack.docx", papers / "hers")
        files = ("interviewer-pack.docx", "hers/interviewer-pack.docx")
        ran = packs("import", *files, "-o", "content/x.yaml", cwd=papers)
        assert "interviewer-pack.docx, hers/interviewer-pack.docx are the same document" in ran.err

    def test_with_words_of_no_field_are_not_said_to_be_unchanged(self, papers):
        desk = Desk(papers / "interviewer-pack.docx")
        desk.document.add_paragraph("密：请人事部再看一遍。")
        desk.save()
        ran = packs("import", "interviewer-pack.docx", "-o", "content/x.yaml", cwd=papers)
        assert "no field was changed in them" in ran.err
        assert "Next: packs check content/x.yaml" in ran.err

    def test_are_not_merged_as_if_somebody_else_had_written_them(self, papers):
        packs("import", *sorted(papers.glob("*.docx")), cwd=papers)
        before = files_of(papers)
        ran = packs("import", "interviewer-pack.docx", "--merge", "night-desk", "--yes", cwd=papers)
        assert (ran.code, files_of(papers)) == (2, before)
        assert "is a Word file of a pack, which is not merged" in ran.err

    def test_say_what_was_changed_in_them(self, papers):
        desk = Desk(papers / "interviewer-pack.docx")
        desk.replace("密：先接哪一部？", "密：先管哪一部？")
        desk.save()
        ran = packs("import", *sorted(papers.glob("*.docx")), "-o", "content/other.yaml", cwd=papers)
        assert ran.out == "content/other.yaml\n"
        assert "1 changes taken over" in ran.err
        assert "    questions/q-calm/probes/0: “密：先管哪一部？”" in ran.err
        assert "id: other\n" in (papers / "content/other.yaml").read_text(encoding="utf-8")
