"""Documents of every shape we met, in our own words: what is found in each, and that nothing of it is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from import_outline import bank_of, outline_of
from kept_words import lost_words

SAMPLES = Path(__file__).with_name("samples")
FILES = sorted(file for file in SAMPLES.iterdir() if file.suffix != ".outline")


def test_there_are_samples_of_many_shapes_in_both_languages():
    assert len(FILES) >= 14
    locales = {file.with_suffix(".outline").read_text(encoding="utf-8").count("待定") > 0 for file in FILES}
    assert locales == {True, False}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_what_is_found_is_what_a_reader_finds(file, tmp_path):
    data, _ = bank_of(file, tmp_path)
    assert outline_of(data) == file.with_suffix(".outline").read_text(encoding="utf-8")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_words_are_lost(file, tmp_path):
    data, _ = bank_of(file, tmp_path)
    assert lost_words(file.read_text(encoding="utf-8"), data) == []


def test_losing_words_would_be_noticed(tmp_path):
    data, _ = bank_of(SAMPLES / "levels.txt", tmp_path)
    del data["sections"][0]["questions"][0]["probes"]
    assert lost_words((SAMPLES / "levels.txt").read_text(encoding="utf-8"), data) != []
