"""Every rule's example: the wrong bank is found out at a place in the passage shown, the right one is clean."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.checks.examples import FOLDER, base_bank, example_of
from builder.checks.examples.trial import findings_of
from builder.checks.registry import ALL_RULES


def test_every_rule_has_an_example_and_every_example_a_rule():
    assert len(ALL_RULES) > 10
    assert {rule.code for rule in ALL_RULES} == {file.stem for file in Path(FOLDER).glob("*.toml")}


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.code)
def test_the_wrong_passage_is_found_and_the_right_one_is_not(rule):
    assert findings_of(rule.code, wrong=False) == []
    found = findings_of(rule.code, wrong=True)
    assert rule.code in {finding.code for finding in found}
    assert {f.severity for f in found if f.code == rule.code} == {rule.severity}
    assert all(f.hint for f in found)


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.code)
def test_the_passages_shown_differ_and_stand_in_the_bank(rule):
    example = example_of(rule.code)
    assert example.wrong != example.right
    assert all(right in base_bank() or example.companion for right, _ in example.edits)
