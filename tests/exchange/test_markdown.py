"""A bank as a Markdown document: it reads well, and is read back whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from exchanged import SHIPPED, merged, shipped
from small_bank import BANK, edited, loaded

from builder.content.bank import load_bank
from builder.exchange.exporting.markdown import markdown_text
from builder.exchange.merging.whole_bank import bank_text_of
from builder.exchange.returning.markdown import own_markdown, read_own


def back(text, bank_id, folder):
    own = read_own(Path("bank.md"), text)
    assert own is not None
    (folder / "back.yaml").write_text(bank_text_of(bank_id, own), encoding="utf-8")
    bank, findings = load_bank(folder / "back.yaml", Path("back.yaml"))
    assert bank is not None, findings
    return bank.bank


def stripped(value):
    """What counts: all but findings that are ignored, and blank ends of texts."""
    if isinstance(value, dict):
        return {key: stripped(item) for key, item in value.items() if key != "ignore"}
    if isinstance(value, list):
        return [stripped(item) for item in value]
    return value.strip() if isinstance(value, str) else value


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_every_shipped_bank_comes_back_field_by_field(file, tmp_path):
    bank = shipped(file)
    again = back(markdown_text(bank.source.data, "内部"), bank.bank.id, tmp_path)
    assert stripped(again.model_dump()) == stripped(bank.bank.model_dump())


@pytest.mark.parametrize(
    "words",
    [
        "第一段\n\n## 像标题 <!-- question x -->\n\n- 题型：行为\n\n**题干：**\n\n| 表 | 格 |",
        "> 引用\n>\n> 再引用",
        "<!-- 注释 -->",
        "以反斜杠\\结尾\\",
    ],
)
def test_whatever_a_text_holds_it_stays_that_text(words, tmp_path):
    bank = loaded(tmp_path, BANK)
    bank.source.data["sections"][0]["questions"][0]["guide"]["model_answer"] = words
    bank.source.data["sections"][0]["questions"][0]["rubric"][0]["levels"][0]["descriptor"] = words
    again = back(markdown_text(bank.source.data, "内部"), "night-desk", tmp_path)
    assert again.sections[0].questions[0].guide.model_answer == words
    assert again.sections[0].questions[0].rubric[0].levels[0].descriptor == words


def test_it_reads_as_a_document(tmp_path):
    text = markdown_text(loaded(tmp_path, BANK).source.data, "密件甲")
    assert "*密件甲 · 含答案和评分标准*" in text
    assert "## 一、经历（10分，12分钟）" in text
    assert "### 题目2：密题名：沉着（4分）" in text
    assert "- 作答时间：3分钟" in text
    assert "**题干：**\n\n> 两部电话同时响，你怎么办？\n" in text
    assert "| 评分项 | 满分 | 测评要素 | 密行 | 密否 |" in text


def test_what_was_changed_in_it_is_merged(tmp_path):
    bank = loaded(tmp_path, BANK)
    text = markdown_text(bank.source.data, "密件甲").replace("两部电话同时响", "三部电话同时响")
    (tmp_path / "bank.md").write_text(text, encoding="utf-8")
    done = merged(bank, tmp_path / "bank.md")
    assert done.text == edited("两部电话同时响", "三部电话同时响")


def test_a_question_that_somebody_wrote_below_is_new(tmp_path):
    bank = loaded(tmp_path, BANK)
    text = markdown_text(bank.source.data, "密件甲")
    text += "\n### 题目5：顶班（2分）\n\n- 题型：行为\n- 测评要素：沉着\n- 作答时间：2\n\n**题干：**\n\n> 请讲一次你替人顶班的经过。\n"
    (tmp_path / "bank.md").write_text(text, encoding="utf-8")
    done = merged(bank, tmp_path / "bank.md")
    assert done.text.startswith(bank.source.text)
    added = done.data["sections"][0]["questions"][-1]
    assert (added["title"], added["points"], added["status"]) == ("顶班", 2, "draft")


def test_where_nothing_was_changed_nothing_is_said(tmp_path):
    bank = loaded(tmp_path, BANK)
    (tmp_path / "a.md").write_text(markdown_text(bank.source.data, "内部"), encoding="utf-8")
    outcome = merged(bank, tmp_path / "a.md").outcome
    assert outcome.is_empty
    assert [note.in_language("en") for note in outcome.notes] == [
        "the file does not remember what it was made from: whatever differs counts as changed"
    ]


def test_text_in_no_field_is_kept(tmp_path):
    text = markdown_text(loaded(tmp_path, BANK).source.data, "密件甲")
    again = back(text + "\n**别的：**\n\n不知道放哪里的一句话。\n", "night-desk", tmp_path)
    assert again.unparsed == ["别的：不知道放哪里的一句话。"]


def test_other_documents_are_not_ours(tmp_path):
    (tmp_path / "a.md").write_text("# 面试题\n\n1. 你好？\n", encoding="utf-8")
    assert own_markdown(tmp_path / "a.md") is None
