"""Invisible characters that mislead a reader are told, those that belong to a script are not."""

from __future__ import annotations

import pytest
from small_bank import BANK, edited, loaded

from builder.checks.text import invisible_characters

STEM = "两部电话同时响，你怎么办？"


def found(tmp_path, stem):
    bank = loaded(tmp_path, edited(STEM, stem))
    return [(s.place(bank).line, s.place(bank).column, str(s.sentence)) for s in invisible_characters(bank)]


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\u202e", "RIGHT-TO-LEFT OVERRIDE"),
        ("\u2066", "LEFT-TO-RIGHT ISOLATE"),
        ("\u200b", "ZERO WIDTH SPACE"),
        ("\u200d", "ZERO WIDTH JOINER"),
        ("\u200e", "LEFT-TO-RIGHT MARK"),
        ("\ufeff", "ZERO WIDTH NO-BREAK SPACE"),
        ("\U000e0041", "TAG LATIN CAPITAL LETTER A"),
    ],
)
def test_a_character_that_misleads_is_told_with_its_place_and_name(tmp_path, character, name):
    ((line, column, sentence),) = found(tmp_path, f"两部{character}电话同时响，你怎么办？")
    lines = BANK.split("\n")
    assert (line, column) == next((i + 1, t.index(STEM) + 3) for i, t in enumerate(lines) if STEM in t)
    assert name in sentence


@pytest.mark.parametrize(
    "text",
    [
        STEM,
        "一家\U0001f468\u200d\U0001f469\u200d\U0001f467",
        "医\U0001f469\U0001f3fd\u200d\u2695\ufe0f",
        "long\u00adword",
        "甲\u2060乙",
        "甲\u3000乙\xa0丙",
    ],
)
def test_what_belongs_to_a_text_is_not_told(tmp_path, text):
    assert found(tmp_path, text) == []


def test_each_character_is_told_once_a_text(tmp_path):
    assert len(found(tmp_path, "\u200b两\u200b部\u202e电话")) == 2
