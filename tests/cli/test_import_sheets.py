"""`packs import` of spreadsheets: columns named by hand, notes on what was found, and errors that say what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from packs_command import files_of, packs
from workbooks import inline, raw_workbook, saved, workbook_of

from builder.errors import RequestError
from builder.importers.reading.reading import read_manuscript

DRAWN = Path(__file__).parents[1] / "importers" / "workbooks"


@pytest.fixture
def project(tmp_path):
    (tmp_path / "packs.yaml").write_text("locale: zh-CN\n", encoding="utf-8")
    return tmp_path


def test_a_workbook_becomes_a_bank_and_its_points_are_checked(project):
    text = (DRAWN / "criteria-below.txt").read_text(encoding="utf-8").replace("责任到人 | 3", "责任到人 | 5")
    saved(project, "old.xlsx", workbook_of(text))
    ran = packs("import", "old.xlsx", cwd=project)
    assert (ran.code, ran.out) == (0, "content/old.yaml\n")
    assert "old.xlsx: 1 sections, 2 questions, 0 answers, 2 rubrics with 5 lines" in ran.err
    checked = packs("check", "content/old.yaml", "--format", "json", cwd=project)
    assert {"TOTAL-SUM", "RUBRIC-BANDS"} <= {f["code"] for f in checked.json["findings"]}


def test_columns_are_named_by_heading_or_letter_and_what_is_left_is_told(project):
    saved(project, "old.xlsx", workbook_of("# 题库\n题面 | 甲 | 乙\n交接的步骤 | 当面交接 | 夜班\n"))
    ran = packs("--lang", "zh", "import", "old.xlsx", "--map", "题面=stem", "--map", "B=answer", cwd=project)
    assert ran.code == 0
    assert "没有认出的列：乙" in ran.err
    bank = (project / "content/old.yaml").read_text(encoding="utf-8")
    assert "stem: 交接的步骤" in bank
    assert "model_answer: 当面交接" in bank
    assert "交接的步骤 | 乙: 夜班" in bank


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ("题木=stem", "no table has a column “题木”"),
        ("题目=stim", "no column can hold “stim”"),
        ("题目", "does not say"),
    ],
)
def test_a_mapping_that_cannot_be_is_told_before_anything_is_written(project, said, says):
    saved(project, "old.xlsx", workbook_of("# 题库\n题目 | 答案\n你怎么交接？ | 当面\n"))
    before = files_of(project)
    ran = packs("import", "old.xlsx", "--map", said, cwd=project)
    assert (ran.code, ran.out, files_of(project)) == (2, "", before)
    assert says in ran.err


@pytest.mark.parametrize("name", ["old.xls", "old.ods", "old.numbers", "old.xlsb", "old.ET"])
def test_other_spreadsheets_are_to_be_saved_anew(tmp_path, name):
    with pytest.raises(RequestError) as refused:
        read_manuscript(saved(tmp_path, name, b"anything"))
    assert "save it as .xlsx" in refused.value.hint.in_language("en")


def test_a_protected_workbook_and_a_damaged_cell_are_told_with_the_file(project):
    saved(project, "a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"))
    saved(project, "b.xlsx", raw_workbook('<row r="7"><c r="C7" t="s"><v>3</v></c></row>'))
    assert "a.xlsx: the workbook is protected by a password" in packs("import", "a.xlsx", cwd=project).err
    assert "b.xlsx: sheet “题库”: cell C7 refers to a text" in packs("import", "b.xlsx", cwd=project).err


def test_macros_are_told(project):
    data = raw_workbook(inline("题目") + inline("你怎么交接？"), xl__vbaProject·bin="x")
    saved(project, "old.xlsm", data)
    assert "工作簿含有宏" in packs("--lang", "zh", "import", "old.xlsm", cwd=project).err


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_csv_in_the_encodings_that_spreadsheets_write(project, encoding):
    text = '题号,题目,分值\r\n1,你怎么交接夜班？,10\r\n2,"仓库进水,你怎么办？",10\r\n'
    saved(project, "old.csv", text.encode(encoding))
    assert "1 sections, 2 questions" in packs("import", "old.csv", cwd=project).err
    assert "stem: 仓库进水,你怎么办？" in (project / "content/old.yaml").read_text(encoding="utf-8")


def test_the_same_workbook_gives_the_same_bytes(project):
    saved(project, "old.xlsx", workbook_of((DRAWN / "company-template.txt").read_text(encoding="utf-8")))
    for seed in ("1", "2"):
        packs("import", "old.xlsx", "-o", f"x{seed}.yaml", cwd=project, PYTHONHASHSEED=seed)
    first, second = ((project / f"x{seed}.yaml").read_text(encoding="utf-8") for seed in "12")
    assert first.replace("id: x1\n", "") == second.replace("id: x2\n", "")


def test_tables_of_questions_in_a_document_are_read_like_sheets(project):
    text = (
        "# 门店店长面试题库\n\n## 一、专业知识（每题10分，共2题）\n\n"
        "| 题号 | 题目 | 参考答案 | 评分标准 |\n| --- | --- | --- | --- |\n"
        "| 1 | 什么是坪效？ | 单位面积的销售额。 | 概念（6分）；举例（4分） |\n"
        "| 2 | 如何做周盘点？ | 先封存，再清点。 | 步骤（10分） |\n\n"
        "## 二、情景模拟\n\n| 题号 | 题目 | 优(12-15分) | 良(8-11分) | 差(0-7分) |\n| --- | --- | --- | --- | --- |\n"
        "| 3 | 顾客要求退换已拆封的食品，你怎么办？ | 按规定并安抚 | 只按规定 | 争执 |\n\n注意事项：请勿外传。\n"
    )
    (project / "old.md").write_text(text, encoding="utf-8")
    ran = packs("import", "old.md", "-v", cwd=project)
    assert "old.md: 2 sections, 3 questions, 2 answers, 3 rubrics with 4 lines" in ran.err
    assert "专业知识: 2 questions" in ran.err
    assert "not understood" not in ran.err
