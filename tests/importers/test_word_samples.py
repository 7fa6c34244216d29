"""The samples, retyped in Word in the ways people do that: what is found is what is found in the text."""

from __future__ import annotations

import pytest
from import_outline import bank_of, outline_of
from in_word import MANNERS, in_word
from kept_words import lost_words
from test_samples import FILES

CASES = [
    (file, manner)
    for i, file in enumerate(FILES)
    for j, manner in enumerate(MANNERS)
    if (i + j) % 3 == 0 and not (manner == "one paragraph" and file.suffix == ".md")
]


def test_every_sample_is_retyped_and_every_manner_is_used():
    assert {file for file, _ in CASES} == set(FILES)
    assert {manner for _, manner in CASES} == set(MANNERS)


@pytest.mark.parametrize(("file", "manner"), CASES, ids=lambda value: getattr(value, "stem", value))
def test_a_sample_in_word_is_understood_as_the_text_is(file, manner, tmp_path):
    text = file.read_text(encoding="utf-8")
    path = tmp_path / "imported.docx"
    path.write_bytes(in_word(text, manner))
    data, _ = bank_of(path, tmp_path)
    assert outline_of(data) == file.with_suffix(".outline").read_text(encoding="utf-8")
    assert lost_words(text, data) == []
