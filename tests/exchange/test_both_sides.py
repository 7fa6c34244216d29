"""A sheet that comes back to a bank which was changed meanwhile, and rows and columns that were moved or are gone."""

from __future__ import annotations

import pytest
from exchanged import cell, changed, column, csv_rows, edit, merged, sheet_cell, workbook_of, written
from small_bank import BANK, edited, loaded

from builder.errors import ContentError, RequestError

TITLE, STEM = "题目名称", "题干"


@pytest.fixture
def bank(tmp_path):
    return loaded(tmp_path, BANK)


@pytest.fixture
def rows(bank):
    return csv_rows(bank)


def test_what_was_changed_in_the_bank_alone_stays(bank, rows, tmp_path):
    later = loaded(tmp_path, edited("两部电话同时响，你怎么办？", "三部电话同时响，你怎么办？"))
    done = merged(later, written(changed(rows, "q-calm", TITLE, "新题名"), tmp_path / "a.csv"))
    assert [(c.old, c.new) for c in done.outcome.changes] == [("密题名：沉着", "新题名")]
    assert "三部电话同时响" in done.text
    assert "1 cells are older than the bank" in done.notes


def test_what_was_changed_on_both_sides_is_a_conflict(bank, rows, tmp_path):
    later = loaded(tmp_path, edited("密题名：沉着", "密题名：镇定"))
    done = merged(later, written(changed(rows, "q-calm", TITLE, "冷静"), tmp_path / "a.csv"))
    (conflict,) = done.outcome.conflicts
    assert (conflict.field, conflict.bank, conflict.sheet) == (TITLE, "密题名：镇定", "冷静")
    assert done.text == later.source.text


def test_the_same_change_on_both_sides_is_none(bank, rows, tmp_path):
    later = loaded(tmp_path, edited("密题名：沉着", "冷静"))
    done = merged(later, written(changed(rows, "q-calm", TITLE, "冷静"), tmp_path / "a.csv"))
    assert (done.outcome.conflicts, done.text) == ([], later.source.text)


def test_without_the_memory_whatever_differs_is_a_change(bank, rows, tmp_path):
    later = loaded(tmp_path, edited("密题名：沉着", "密题名：镇定"))
    done = merged(later, written([row[:-1] for row in rows], tmp_path / "a.csv"))
    assert [(c.old, c.new) for c in done.outcome.changes] == [("密题名：镇定", "密题名：沉着")]
    assert "does not remember" in done.notes


def test_two_files_that_change_a_cell_differently_are_in_conflict(bank, rows, tmp_path):
    one = written(changed(rows, "q-calm", TITLE, "冷静"), tmp_path / "a.csv")
    other = written(changed(rows, "q-calm", TITLE, "沉稳"), tmp_path / "b.csv")
    done = merged(bank, one, other)
    assert [c.new for c in done.outcome.changes] == ["冷静"]
    assert [c.sheet for c in done.outcome.conflicts] == ["沉稳"]


def test_columns_and_rows_may_move_and_columns_may_go(bank, rows, tmp_path):
    keep = [column(rows, name) for name in (STEM, "题目编号", TITLE)] + [len(rows[0]) - 1]
    moved = [[row[i] for i in keep] for row in [rows[0], *reversed(rows[1:])]]
    moved = [[c.replace("两部电话", "三部电话") for c in row] for row in moved]
    done = merged(bank, written(moved, tmp_path / "a.csv"))
    assert done.text == edited("两部电话同时响", "三部电话同时响")
    assert done.notes == ""


def test_without_the_ids_rows_are_known_by_what_they_were_made_as(bank, rows, tmp_path):
    without = [row[1:] for row in changed(rows, "q-calm", TITLE, "冷静")]
    assert merged(bank, written(without, tmp_path / "a.csv")).text == edited("密题名：沉着", "冷静")


def test_a_row_that_is_gone_stays_in_the_bank(bank, rows, tmp_path):
    done = merged(bank, written([row for row in rows if row[0] != "q-calm"], tmp_path / "a.csv"))
    assert done.text == bank.source.text
    assert "q-calm" in done.notes
    assert "retired" in done.notes


def test_an_id_that_was_changed_is_left_out(bank, rows, tmp_path):
    renamed = changed(changed(rows, "q-calm", TITLE, "冷静"), "q-calm", "题目编号", "q-other")
    done = merged(bank, written(renamed, tmp_path / "a.csv"))
    assert done.text == edited("密题名：沉着", "冷静")
    assert "q-calm: ids are not changed" in done.notes


def test_a_row_that_was_copied_needs_an_id_of_its_own(bank, rows, tmp_path):
    twice = [*rows, next(row for row in rows if row[0] == "q-calm")]
    with pytest.raises(ContentError, match="second row with the id “q-calm”"):
        merged(bank, written(twice, tmp_path / "a.csv"))


def test_a_column_of_somebody_else_is_named(bank, rows, tmp_path):
    added = [[*row, "备注" if i == 0 else "好"] for i, row in enumerate(rows)]
    assert "备注" in merged(bank, written(added, tmp_path / "a.csv")).notes


def test_a_sheet_of_another_bank_is_refused(rows, tmp_path):
    text = BANK.replace("q-", "w-").replace("p-hello", "w-p").replace("d-later", "w-d")
    other = loaded(tmp_path, text.replace("id: night-desk", "id: day-desk"), "day-desk")
    with pytest.raises(RequestError, match="night-desk"):
        merged(other, written(rows, tmp_path / "a.csv"))


@pytest.mark.parametrize(
    ("heading", "text", "said"),
    [
        ("分值", "五分左右", "no number"),
        ("题型", "闲聊", "none of the choices"),
        ("测评要素", "没有的要素", "no competency of this bank"),
        ("红旗", "只有行为", "has no effect"),
        ("评分标准", "没有括号", "in brackets"),
        (STEM, "", "stem"),
        ("分值", "-3", "points"),
        ("追问", "长" * 500, "probes"),
    ],
)
def test_a_cell_that_cannot_be_is_named_and_nothing_is_written(bank, rows, tmp_path, heading, text, said):
    file = written(changed(rows, "q-handover", heading, text), tmp_path / "a.csv")
    with pytest.raises(ContentError) as caught:
        merged(bank, file)
    assert [f.place.file.name for f in caught.value.findings] == ["a.csv"]
    assert said in caught.value.findings[0].sentence.in_language("en")
    assert caught.value.findings[0].place.column == column(rows, heading) + 1


def test_a_formula_is_refused_at_its_cell(bank, tmp_path):
    def work(book):
        sheet_cell(book["试题"], "分值", 题目编号="q-calm").value = "=2+2"

    with pytest.raises(ContentError) as caught:
        merged(bank, edit(workbook_of(bank, tmp_path / "a.xlsx"), work))
    assert "试题!F" in caught.value.findings[0].sentence.in_language("en")


def test_a_competency_may_be_renamed_and_used_in_one_go(bank, tmp_path):
    def work(book):
        sheet_cell(book["测评要素"], "要素名称", 要素编号="calm").value = "镇定"
        sheet_cell(book["试题"], "测评要素", 题目编号="p-hello").value = "镇定\n交接"

    done = merged(bank, edit(workbook_of(bank, tmp_path / "a.xlsx"), work))
    assert [c["name"] for c in done.data["competencies"]] == ["交接", "镇定"]
    assert done.data["sections"][0]["questions"][2]["competencies"] == ["calm", "handover"]
    assert len(done.outcome.changes) == 2


def test_a_section_is_not_changed_by_a_question(bank, rows, tmp_path):
    done = merged(bank, written(changed(rows, "q-calm", "部分", "别的部分"), tmp_path / "a.csv"))
    assert done.text == bank.source.text
    assert "q-calm" in done.notes


def test_what_yaml_shares_is_written_out_or_refused(tmp_path):
    shared = edited("密：有先后}", "&said 密：有先后}").replace(
        "descriptor: 密：没有先后", "descriptor: *said"
    )
    bank = loaded(tmp_path, shared)
    rows = csv_rows(bank)
    good, bad = "密行 2.5–4：密：有先后", "密否 0–2：密：有先后"
    text = cell(rows, "q-calm", "评分标准")
    one = written(
        changed(rows, "q-calm", "评分标准", text.replace(bad, "密否 0–2：没有")), tmp_path / "a.csv"
    )
    assert merged(bank, one).text == shared.replace("*said", "没有")
    other = written(
        changed(rows, "q-calm", "评分标准", text.replace(good, "密行 2.5–4：有")), tmp_path / "b.csv"
    )
    with pytest.raises(ContentError, match="others share"):
        merged(bank, other)


def test_cells_show_what_the_bank_says(rows):
    assert cell(rows, "q-calm", STEM) == "两部电话同时响，你怎么办？"
    assert cell(rows, "p-hello", "练习题") == "是"
