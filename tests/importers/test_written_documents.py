"""Documents whose content is known, in shapes drawn at random: all of it is found, nothing else, nothing is lost."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kept_words import lost_words
from written_documents import written

from builder.content.reading import read_source
from builder.errors import RequestError
from builder.importers.blocks import Manuscript
from builder.importers.importing import imported
from builder.importers.reading.markdown import read_markdown
from builder.importers.reading.text import read_text
from builder.importers.understanding.understanding import understand

JUNK = (
    "附近的停车场周三整修",
    "联系人请找前台的小黑板",
    "上一版由另一个组编写",
    "打印时请用双面纸",
    "这一行没有归处",
)


def read(text: str) -> Manuscript:
    return (read_markdown if "## " in text else read_text)("written.txt", text)


@pytest.mark.parametrize("seed", range(40))
def test_every_section_question_answer_and_rubric_is_found(seed):
    document = written(seed)
    draft = understand(read(document.text))
    assert [section.title for section in draft.sections] == [title for title, _ in document.sections], (
        document.shape
    )
    assert [q.stem for q in draft.questions] == [q.stem for q in document.questions], document.shape
    assert [bool(q.answer) for q in draft.questions] == [bool(q.answer) for q in document.questions]
    assert [[(c.title, c.points) for c in q.rubric] for q in draft.questions] == [
        q.criteria for q in document.questions
    ]
    assert draft.unparsed == []


def test_the_documents_are_of_many_shapes():
    shapes = [written(seed).shape for seed in range(60)]
    for trait in (
        "endless=True",
        "endless=False",
        "answered=False",
        "scored=True",
        "on=True",
        "## ",
        "题目{n}",
        "（{n}）",
    ):
        assert any(trait in shape for shape in shapes), trait


@pytest.mark.parametrize("seed", range(100, 115))
def test_no_line_is_lost_wherever_it_stands(seed, tmp_path):
    lines = written(seed).text.split("\n")
    draw = random.Random(seed)
    for line in JUNK:
        lines.insert(draw.randint(0, len(lines)), line)
    text = "\n".join(lines)
    path = tmp_path / "imported.yaml"
    path.write_text(imported("imported", [read(text)]).text, encoding="utf-8")
    values = str(read_source(path).data)
    assert [line for line in JUNK if line not in values] == []
    if len(lines) > len(JUNK) + 1:  # in one endless line no run of words ends where a title does
        assert lost_words(text, read_source(path).data) == []


WORDS = st.sampled_from(
    ["一、", "（二）", "1.", "2、", "(3)", "①", "题目1：", "第二题", "答案：", "【解析】", "评分标准：", "优（8-10分）：", "（10分）", "追问：",
     "你怎么办？", "先看现场。", "客户很着急，", "每题5分", "\n", "\n\n", "Q1. ", "Scoring: ", "5 - ", "- ", "# ", "|", "：", "？"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(text=st.lists(WORDS, max_size=40).map("".join))
def test_any_text_is_accounted_for_and_gives_yaml_that_can_be_read(tmp_path_factory, text):
    path = tmp_path_factory.mktemp("any") / "imported.yaml"
    path.write_text(imported("imported", [read_text("any.txt", text)]).text, encoding="utf-8")
    values = str(read_source(path).data)
    for sentence in ("你怎么办", "先看现场", "客户很着急"):
        assert values.count(sentence) >= text.count(sentence)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_characters_are_imported(text):
    assert imported("imported", [read_text("any.txt", text)]).text


@pytest.mark.parametrize("reader", [read_text, read_markdown])
def test_every_character_of_a_source_is_in_one_block(reader):
    text = "\ufeff# 标题\r\n\r\n- 一\n  - 二\n> 引文\n***\n| a | b |\n|---|---|\n| 1 | 2 |\n**粗体：**后文\u2028尾"
    assert list(reader("x", text).uncovered()) == []


def test_a_character_in_no_block_is_told():
    blocks = read_text("x", "一\n二").blocks
    assert list(Manuscript("x", "一\n二", blocks[:1]).uncovered()) == [(1, 3)]
    assert list(Manuscript("x", "一\n二", (*blocks, blocks[0])).uncovered()) == [(0, 1)]


def test_a_text_longer_than_any_bank_is_refused():
    with pytest.raises(RequestError) as refused:
        imported("imported", [read_text("long.txt", "一二三四五六七八九十\n" * 60_000)])
    assert refused.value.hint
