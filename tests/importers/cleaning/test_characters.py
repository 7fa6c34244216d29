"""Characters that no author typed are gone or are what they stood for; the words stay."""

from __future__ import annotations

import pytest
from cleaned_text import left_of, manuscript_of

from builder.importers.blocks import Block, Kind, Manuscript
from builder.importers.cleaning.cleaning import cleaned


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("请\u200b说\u200d说\ufeff你的\u00ad做法", "请说说你的做法"),
        ("满分:\u300010分\u00a0\u00a0用时5分钟", "满分: 10分 用时5分钟"),
        ("先核对&nbsp;再回复&hellip;&amp;签字", "先核对 再回复…&签字"),
        ("先核对&amp;nbsp;再回复", "先核对 再回复"),
        ("先核对<br>再回复<b>客户</b>", "先核对\n再回复客户"),
        ("先道歉。。再核对,,再回复;;完", "先道歉。再核对,,再回复;;完"),
        ("稍等。。。马上", "稍等……马上"),
        ("先道歉，，再核对", "先道歉，再核对"),
        ("\uf0b7 先道歉\x0b\uf0d8 再核对", "● 先道歉\n● 再核对"),
        ("已核对\uf0fc", "已核对√"),
        ("\u2f64\u6237\u7684\u2f00\u5929", "用户的一天"),
        ("a\x07b\x1bc", "abc"),
    ],
)  # fmt: skip
def test_dirt_goes(dirty, clean):
    assert left_of(dirty) == clean


def test_a_bank_for_web_developers_keeps_its_entities():
    text = "前端面试题:&nbsp;在HTML里表示什么?<br>标签呢?"
    assert left_of(text) == text


def test_unknown_glyphs_stay_and_are_told():
    made = manuscript_of("第一步\ue5e5核对")
    assert made.blocks[0].text == "第一步\ue5e5核对"
    assert "1 characters are glyphs" in str(made.notes[0])


def test_cells_and_bold_words_are_cleaned_with_their_block():
    row = Block(
        "题\u200b目\t\t满分\u00a010", Kind.TABLE_ROW, cells=("题\u200b目", "", "满分\u00a010"), end=10
    )
    bold = Block("答\u200b案:先道歉", bold_lead="答\u200b案:", start=11, end=19)
    source = f"{row.text}\n{bold.text}".ljust(19)
    made = cleaned(Manuscript("x", source, (row, bold))).blocks
    assert made[0].cells == ("题目", "", "满分 10")
    assert (made[1].text, made[1].bold_lead) == ("答案:先道歉", "答案:")
