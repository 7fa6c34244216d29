"""Workbooks whose content is known, in layouts drawn at random: all of it is found, nothing else, nothing is lost."""

from __future__ import annotations

import pytest
from drawn_workbooks import WAYS, laid

from builder.importers.reading.workbook import read_xlsx
from builder.importers.sheets.mapping import Mapping
from builder.importers.sheets.understanding import understand_tables


@pytest.mark.parametrize("seed", range(40))
def test_every_section_question_answer_and_rubric_is_found(seed):
    workbook = laid(seed)
    manuscript = read_xlsx("laid.xlsx", workbook.data)
    assert list(manuscript.uncovered()) == []
    draft = understand_tables(manuscript, Mapping())
    questions = [q for _, qs in workbook.sections for q in qs]
    assert [s.title for s in draft.sections] == [title for title, _ in workbook.sections], workbook.shape
    assert [len(s.questions) for s in draft.sections] == [len(qs) for _, qs in workbook.sections], (
        workbook.shape
    )
    assert [q.stem for q in draft.questions] == [q.stem for q in questions], workbook.shape
    assert [q.amounts.points for q in draft.questions] == [q.points for q in questions], workbook.shape
    assert [bool(q.answer) for q in draft.questions] == [bool(q.answer) for q in questions], workbook.shape
    assert [[(c.title, c.points) for c in q.rubric] for q in draft.questions] == [
        q.criteria for q in questions
    ], workbook.shape
    assert sorted(_bare(draft.unparsed)) == sorted(workbook.strange), workbook.shape


def _bare(unparsed):
    """Without the words that name the question and the column."""
    return [text.rpartition(": ")[2] for text in unparsed]


def test_the_workbooks_are_of_many_layouts():
    shapes = [laid(seed).shape for seed in range(60)]
    for trait in (*WAYS, "rubric=cell", "rubric=below", "rubric=blank below", "total=True", "restart=True"):
        assert any(trait in shape for shape in shapes), trait
