"""Workbooks of every kind we met, in our own words: what is found in each, and that nothing of it is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from import_outline import bank_of, outline_of
from kept_words import lost_words
from workbooks import saved, words_in, workbook_of

from builder.importers.reading.workbook import read_xlsx
from builder.importers.sheets.fields import field_of, likely_field_of
from builder.importers.understanding.levels import level_head

DRAWN = sorted((Path(__file__).parents[1] / "workbooks").glob("*.txt"))
FORM = {
    "同上",
    "Hard",
    "Easy",
    "项目",
    "合计",
    "小计",
    "总计",
    "Total",
    "记录",
    "得分",
    "评委1",
    "评委2",
    "评委3",
    "Notes",
}
"""Words of forms, which a bank does not hold."""
SHEETS = {"评分表", "结构化面试评分表", "Sheet1", "工作表1", "题库", "Bank", "Export", "Question bank"}
ASKING = {"Your interview question", "What does a good answer include?", "Which topic is it about?"}
"""Headings of a survey's answers."""


def is_heading(words):
    return words in FORM | SHEETS | ASKING or bool(
        field_of(words) or likely_field_of(words) or level_head(words)
    )


def data_of(drawn: Path, folder: Path):
    file = saved(folder, f"{drawn.stem}.xlsx", workbook_of(drawn.read_text(encoding="utf-8")))
    return bank_of(file, folder)[0]


def test_there_are_more_than_twenty_of_them():
    assert len(DRAWN) > 20


@pytest.mark.parametrize("drawn", DRAWN, ids=lambda file: file.stem)
def test_what_is_found_is_what_a_reader_finds(drawn, tmp_path):
    data = data_of(drawn, tmp_path)
    assert outline_of(data) == drawn.with_suffix(".outline").read_text(encoding="utf-8")


@pytest.mark.parametrize("drawn", DRAWN, ids=lambda file: file.stem)
def test_no_words_are_lost(drawn, tmp_path):
    source = "\n".join(w for w in words_in(drawn.read_text(encoding="utf-8")) if not is_heading(w))
    assert lost_words(source, data_of(drawn, tmp_path)) == []


@pytest.mark.parametrize("drawn", DRAWN, ids=lambda file: file.stem)
def test_every_character_of_a_workbook_is_in_one_block_or_left_out(drawn):
    manuscript = read_xlsx(drawn.name, workbook_of(drawn.read_text(encoding="utf-8")))
    assert list(manuscript.uncovered()) == []
    assert all(
        w.removesuffix(".0") in manuscript.source
        for w in words_in(drawn.read_text(encoding="utf-8"))
        if "\n" not in w
    )


def test_criteria_that_are_called_like_competencies_assess_these(tmp_path):
    data = data_of(next(d for d in DRAWN if d.stem == "criteria-by-competency"), tmp_path)
    names = {c["id"]: c["name"] for c in data["competencies"]}
    criteria = [c for q in data["sections"][0]["questions"] for c in q["rubric"]]
    assert [names[c["competency"]] for c in criteria] == [c["title"] for c in criteria]
