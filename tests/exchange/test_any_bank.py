"""Banks of any content go out and come back unchanged, and any bank's text can be edited into another's."""

from __future__ import annotations

import pytest
from exchanged import csv_rows, merged, written
from hypothesis import HealthCheck, given, settings
from random_banks import banks
from random_cases import as_yaml
from small_bank import loaded

from builder.content.validate import keys_at
from builder.exchange.editing import CannotEditError, rewritten
from builder.exchange.editing.values import same
from builder.model.bank import Bank

FEW = settings(
    max_examples=5, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("random")


def bank_of(data, folder):
    return loaded(folder, as_yaml({**data, "id": "random"}), "random")


@FEW
@given(data=banks())
def test_a_sheet_that_nobody_touched_changes_nothing(folder, data):
    bank = bank_of(data, folder)
    rows = csv_rows(bank)
    assert merged(bank, written(rows, folder / "a.csv")).text == bank.source.text
    without_memory = merged(bank, written([row[:-1] for row in rows], folder / "a.csv"))
    assert without_memory.text == bank.source.text


@FEW
@given(one=banks(), other=banks())
def test_the_text_of_one_bank_becomes_the_data_of_another(folder, one, other):
    old, new = bank_of(one, folder), bank_of(other, folder)
    try:
        text = rewritten(old.source.text, old.source.data, new.source.data, lambda p: keys_at(Bank, p))
    except CannotEditError:
        pytest.fail("every value of these texts can be edited in its place")
    assert same(loaded(folder, text, "random").source.data, new.source.data)
