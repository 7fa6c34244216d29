"""A cell that is changed in an exported sheet changes that field of the bank, and those lines of its text."""

from __future__ import annotations

import difflib
import random

import pytest
from exchanged import FIRST, SHIPPED, column, csv_rows, edit, leaves, merged, shipped, workbook_of, written

from builder.content.bank import load_bank
from builder.exchange.editing.nodes import parsed
from builder.exchange.sheets.columns import sheet_of

TEXTS = (
    "改过的一句话。",
    "=SUM(A1)：等号开头",
    "- 第一项\n- 第二项",
    "key: value # not a comment",
    "@某人，+1",
    "'单引号开头",
    '“引号”与 "quotes"',
    "第一段\n\n第二段 | 竖线 |",
)
INTENT = {"zh-CN": "出题思路", "en": "Intent"}
FREE = ("text", "line")
"""Kinds of columns that hold any words."""


def only_this_field_changed(bank, done, path):
    before, after = dict(leaves(bank.source.data)), dict(leaves(done.data))
    differ = {p for p in {*before, *after} if before.get(p) != after.get(p)}
    assert differ
    assert {p[: len(path)] for p in differ} == {path}


def only_its_lines_changed(bank, done, path):
    """Lines that changed stand within the old value's lines, or below what stands before it where it is new."""
    span = bank.source.values.get(path)
    old, new = bank.source.text.splitlines(), done.text.splitlines()
    for kind, i1, i2, _, _ in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal" and span is not None:
            assert span.line <= i1
            assert i2 <= max(span.end_line, span.line + 1)


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_any_cell_of_words_in_the_csv_file(file, tmp_path):
    bank, chance = shipped(file), random.Random(file.stem)
    rows = csv_rows(bank)
    free = [i for i, c in enumerate(sheet_of("questions").columns) if c.kind in FREE]
    guided = [i for i, row in enumerate(rows) if i and row[column(rows, INTENT[bank.bank.locale])]]
    for text in chance.sample(TEXTS, 2):
        i, j = chance.choice(guided), chance.choice(free)
        changed = [list(row) for row in rows]
        changed[i][j] = f"'{text}" if text[0] in "=+-@" else text
        done = merged(bank, written(changed, tmp_path / "bank.csv"))
        (change,) = done.outcome.changes
        assert change.new == text.strip()
        only_this_field_changed(bank, done, change.path)
        only_its_lines_changed(bank, done, change.path)
        assert load_bank(tmp_path / "merged.yaml", tmp_path / "merged.yaml")[0] is not None


def test_a_cell_of_each_sheet_of_the_workbook(tmp_path):
    bank, chance = shipped(SHIPPED[0]), random.Random(7)

    def work(book):
        for sheet in book.worksheets:
            cells = [c for row in sheet.iter_rows(FIRST, max_col=sheet.max_column - 1) for c in row]
            free = [c for c in cells if is_words(c, sheet)]
            chosen = chance.choice(free)
            chosen.value = f"{chosen.value}（补充）"

    done = merged(bank, edit(workbook_of(bank, tmp_path / "bank.xlsx"), work))
    changes = done.outcome.changes
    assert len(changes) == len({change.cell.address.partition("!")[0] for change in changes}) == 6
    before, after = dict(leaves(bank.source.data)), dict(leaves(done.data))
    differ = {p for p in {*before, *after} if before.get(p) != after.get(p)}
    assert differ == {change.path for change in changes}
    assert all(after[change.path].strip() == change.new for change in changes)
    old, new = bank.source.text.splitlines(), done.text.splitlines()
    assert len(old) == len(new)
    assert sum(a != b for a, b in zip(old, new, strict=True)) == 6


def is_words(cell, sheet):
    fixed = (
        ".about",
        ".section",
        ".id",
        ".question",
        ".key",
        ".draw",
        ".type",
        ".competencies",
        ".competency",
    )
    fixed += (".red_flags", ".anchors", ".level_1", ".level_2", ".level_3")
    is_long = (
        isinstance(cell.value, str)
        and len(cell.value) > (3 if sheet.title == "部分" else 12)
        and "\n" not in cell.value
    )
    return is_long and not sheet.cell(2, cell.column).value.endswith(fixed)


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_nothing_changed_changes_nothing(file, tmp_path):
    bank = shipped(file)
    done = merged(bank, written(csv_rows(bank), tmp_path / "bank.csv"))
    assert (done.outcome.changes, done.outcome.additions, done.outcome.notes) == ([], [], [])
    assert done.text == bank.source.text


def test_nothing_changed_in_a_workbook_changes_nothing(tmp_path):
    bank = shipped(SHIPPED[3])
    done = merged(bank, workbook_of(bank, tmp_path / "bank.xlsx"))
    assert (done.outcome.changes, done.outcome.notes, done.text) == ([], [], bank.source.text)


def test_the_tree_of_a_text_has_its_values():
    bank = shipped(SHIPPED[0])
    assert list(parsed(bank.source.text).entries) == list(bank.source.data)
