"""Documents of shapes that nobody planned for: nearly all that a reader finds is found, and hardly anything invented."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from kept_words import lost_words
from marked_documents import KINDS, manuscript_of, marked_documents, scores

from builder.importers.assembling.bank import assembled
from builder.importers.understanding.understanding import understand

FILES = sorted(Path(__file__).with_name("marked").glob("*.txt"))
DOCUMENTS = [document for file in FILES for document in marked_documents(file)]
KNOWN = {
    "B10.txt": "a label in the middle of a stem",
    "B17.txt": "bonus points for all questions",
    "E07.txt": "a level of one word",
    "E08.txt": "a rule for all questions, in one endless line",
    "E09.txt": "a stem of two words that runs on",
    "F09.txt": "a competency a question: its title, or a section",
    "N11.txt": "a question in a manual",
}
"""Documents in which something is missed or invented, and what it is."""


def test_there_are_many_documents():
    assert len(DOCUMENTS) >= 100


@pytest.mark.parametrize("document", [d for d in DOCUMENTS if d.name not in KNOWN], ids=lambda d: d.name)
def test_what_is_marked_is_found_and_nothing_else(document, tmp_path):
    found = scores(document, manuscript_of(document, tmp_path))
    assert {kind: (score.missed, score.invented) for kind, score in found.items()} == dict.fromkeys(
        KINDS, ([], [])
    )


@pytest.mark.parametrize("document", [d for d in DOCUMENTS if d.name in KNOWN], ids=lambda d: d.name)
def test_where_something_is_missed_it_is_little(document, tmp_path):
    found = scores(document, manuscript_of(document, tmp_path))
    assert sum(len(score.missed) + len(score.invented) for score in found.values()) <= 6


def test_most_is_found_where_line_breaks_are_lost(tmp_path):
    chinese = [
        d for d in DOCUMENTS if d.name.endswith(".txt") and re.search("[一-龥]", d.text) and d.questions
    ]
    lines = [document.in_one_line() for document in chinese]
    found = [scores(document, manuscript_of(document, tmp_path)) for document in lines]
    shares = {kind: [0, 0, 0] for kind in KINDS}
    for score in found:
        for kind in KINDS:
            shares[kind][0] += score[kind].found
            shares[kind][1] += len(score[kind].missed)
            shares[kind][2] += len(score[kind].invented)
    least = {"section": 0.8, "question": 0.88, "answer": 0.8, "points": 0.85, "rubric": 0.85}
    for kind, (hits, missed, invented) in shares.items():
        assert hits / (hits + missed) >= least[kind], (kind, hits, missed)
        assert invented <= 0.06 * hits, (kind, hits, invented)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda d: d.name)
def test_no_words_are_lost(document, tmp_path):
    manuscript = manuscript_of(document, tmp_path)
    data, _ = assembled("imported", [understand(manuscript)])
    assert lost_words(document.text, [data, [left.text for left in manuscript.left_out]]) == []
