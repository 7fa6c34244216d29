"""Files made to exhaust the program are refused with the place and a way out; nothing else is."""

from __future__ import annotations

import os

import pytest

from builder.errors import RequestError
from builder.importers.importing import imported
from builder.importers.reading.formats import READERS
from builder.importers.reading.reading import read_manuscript
from builder.importers.reading.text import read_text


@pytest.mark.parametrize("ending", READERS)
def test_a_file_of_many_megabytes_is_not_opened(ending, tmp_path):
    file = tmp_path / f"large{ending}"
    file.touch()
    os.truncate(file, 200_000_000)
    with pytest.raises(RequestError, match="MB") as refused:
        read_manuscript(file)
    assert refused.value.hint


@pytest.mark.parametrize("unit", ["一、", "1.甲\n", "题目1："])
def test_a_text_that_is_all_numbers_is_refused_where_they_become_too_many(unit):
    with pytest.raises(RequestError, match=r"numbers\.txt:\d+: more numbers") as refused:
        imported("imported", [read_text("numbers.txt", "面试题\n" + unit * 21_000 + "甲")])
    assert refused.value.hint


def test_a_bank_of_hundreds_of_questions_is_not_refused():
    text = "面试题\n" + "".join(f"{n}. 请谈谈第{n}件事。\n答案：先核实，再回访。\n" for n in range(1, 301))
    assert (
        sum(
            len(section.questions)
            for section in imported("imported", [read_text("many.txt", text)]).drafts[0].sections
        )
        == 300
    )


def test_thousands_of_levels_and_criteria_in_one_question_are_all_kept():
    text = "面试题\n1. 请谈谈看法？\n评分标准：" + "".join(
        f"{n}.情绪{n}（2分）优：好{n}；差：坏{n}\n" for n in range(1, 500)
    )
    draft = imported("imported", [read_text("many.txt", text)]).drafts[0]
    assert len(draft.questions[0].rubric) == 499
    assert [level.descriptor for level in draft.questions[0].rubric[-1].levels] == ["好499", "坏499"]
