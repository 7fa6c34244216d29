"""Characters that a document is composed with, whatever the author's keyboard made."""

from __future__ import annotations

import pytest

from builder.compose.letters import settable


@pytest.mark.parametrize(
    ("typed", "composed"), [("re\u0301sume\u0301", "r\u00e9sum\u00e9"), ("Mu\u0308ller", "M\u00fcller")]
)
def test_a_letter_and_its_accent_are_one_character(typed: str, composed: str):
    assert settable(typed) == composed


def test_other_characters_stay_as_they_are():
    text = "①㎡　“ﬁ”神 q\u0308 <td class='x'>甲\u200b乙</td>"
    assert settable(text) == text


@pytest.mark.parametrize("mark", ["…", "。", "“"])
def test_a_long_run_of_marks_may_be_broken(mark: str):
    composed = settable(f"姓名{mark * 60}甲")
    assert max(len(part) for part in composed.split("\u200b")) <= 10
    assert composed.replace("\u200b", "") == f"姓名{mark * 60}甲"


def test_a_short_one_stays_whole():
    assert settable("他说：“……。”") == "他说：“……。”"


def test_a_soft_hyphen_is_left_out():
    assert settable("on\u00adcall") == "oncall"
