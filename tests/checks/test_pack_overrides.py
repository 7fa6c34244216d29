"""What packs.yaml changes of a bank is checked like the bank itself."""

from __future__ import annotations

import pytest
from small_bank import BANK, edited, project, unmarked

from builder.checks.inspect import inspect_project

UNMARKED = edited("marking: 密件甲\n", "")


@pytest.fixture
def found(tmp_path):
    """Line, column and code of the findings in packs.yaml."""

    def _found(packs, bank=BANK):
        workspace = project(tmp_path, packs, night_desk=bank)
        findings = inspect_project(workspace, lambda locale, text: set(), ()).findings
        return [(f.place.line, f.place.column, f.code) for f in findings if f.place.file.name == "packs.yaml"]

    return _found


@pytest.mark.parametrize(
    ("packs", "code"),
    [
        ("packs:\n  - {bank: night-desk, aggregation: ‸trim-total}\n", "TRIM-RATERS"),
        ("packs:\n  - {bank: night-desk, marking: 招聘‸绝密}\n", "STATE-SECRET"),
        ("marking: ‸秘密\n", "STATE-SECRET"),
        ("marking: ‸秘密\npacks:\n  - bank: night-desk\n", "STATE-SECRET"),
    ],
)
def test_what_no_bank_may_say_no_pack_may_either(found, packs, code):
    packs, (place,) = unmarked(packs)
    assert found(packs, UNMARKED) == [(*place, code)]


@pytest.mark.parametrize(
    ("packs", "bank"),
    [
        ("packs:\n  - {bank: night-desk, aggregation: consensus}\n", BANK),
        ("packs:\n  - {bank: night-desk, aggregation: trim-total}\n", BANK + "panel_size: 5\n"),
        ("packs:\n  - {bank: night-desk, marking: 普通商密}\n", BANK),
        ("packs:\n  - {bank: night-desk, marking: 机密}\n", BANK + "state_secret: true\n"),
        ("marking: 秘密\n", UNMARKED + "state_secret: true\n"),
        ("marking: 秘密\n", BANK),  # the bank's own marking is the one that is printed
        ("marking: 秘密\npacks:\n  - {bank: night-desk, marking: 内部资料}\n", UNMARKED),
    ],
)
def test_what_is_lawful_and_fair_is_let_be(found, packs, bank):
    assert found(packs, bank) == []
