"""The Markdown of long fields becomes HTML of the fixed vocabulary; everything else is printed as typed."""

from __future__ import annotations

import re
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from builder.compose.prose import line, prose, shares

ALLOWED = {
    **{name: set() for name in ("p", "ul", "li", "thead", "tbody", "tr", "strong", "em", "br")},
    "ol": {"start"},
    "table": {"class"},
    "colgroup": set(),
    "col": {"style"},
    "th": {"class"},
    "td": {"class"},
    "img": {"src", "alt"},
}


def shown_image(path, description):
    return f'<img src="{escape(path)}" alt="{escape(description)}">'


def html(text):
    return str(prose(text, shown_image))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("请宣读指导语。", "<p>请宣读指导语。</p>"),
        ("第一段。\n\n第二段。", "<p>第一段。</p><p>第二段。</p>"),
        ("- 甲\n- 乙", "<ul><li>甲</li><li>乙</li></ul>"),
        ("1. 甲\n2. 乙", "<ol><li>甲</li><li>乙</li></ol>"),
        ("3. 丙\n4. 丁", '<ol start="3"><li>丙</li><li>丁</li></ol>'),
        ("0. 零", '<ol start="0"><li>零</li></ol>'),
        ("- 甲\n\n  第二段\n- 乙", "<ul><li><p>甲</p><p>第二段</p></li><li><p>乙</p></li></ul>"),
        ("- 甲\n  - 乙\n    1. 丙", "<ul><li>甲<ul><li>乙<ol><li>丙</li></ol></li></ul></li></ul>"),
        ("1. 甲\n   - 乙\n2. 丙", "<ol><li>甲<ul><li>乙</li></ul></li><li>丙</li></ol>"),
    ],
)
def test_paragraphs_and_lists(text, expected):
    assert html(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "1. 一\n   1. 二\n      1. 三\n   2. 四",
            "<ol><li>一<ol><li>二<ol><li>三</li></ol></li><li>四</li></ol></li></ol>",
        ),
        (
            "- 甲\n  - 乙\n    - 丙\n- 丁",
            "<ul><li>甲<ul><li>乙<ul><li>丙</li></ul></li></ul></li><li>丁</li></ul>",
        ),
    ],
)
def test_the_item_after_the_deepest_list_is_an_item_of_its_own_list(text, expected):
    assert html(text) == expected


def test_a_list_deeper_than_any_page_shows_stays_text():
    assert (
        html("- 一\n  - 二\n    - 三\n      - 四")
        == "<ul><li>一<ul><li>二<ul><li>三- 四</li></ul></li></ul></li></ul>"
    )
    assert "深" in html("- " * 40 + "深")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("须**逐字**宣读", "须<strong>逐字</strong>宣读"),
        ("须*逐字*宣读", "须<em>逐字</em>宣读"),
        ("见**“要点”**一节", "见<strong>“要点”</strong>一节"),
        ("请说**“回答完毕”。**然后离场", "请说<strong>“回答完毕”。</strong>然后离场"),
        ("**（一）背景：**三件事", "<strong>（一）背景：</strong>三件事"),
        ("他说：**“好”**，*“不”*。", "他说：<strong>“好”</strong>，<em>“不”</em>。"),
        ("**甲***乙*", "<strong>甲</strong><em>乙</em>"),
        ("***两者***", "<em><strong>两者</strong></em>"),
        ("Say **“yes”** now", "Say <strong>“yes”</strong> now"),
        ("a * b * c，3 * 4", "a * b * c，3 * 4"),
        ("甲 ** 乙 ** 丙", "甲 ** 乙 ** 丙"),
        ("订单_状态_码与 file_name_x", "订单_状态_码与 file_name_x"),
        ("_emphasis_ here", "<em>emphasis</em> here"),
        ("*没有收尾", "*没有收尾"),
    ],
)
def test_emphasis_works_beside_han_and_full_width_punctuation(text, expected):
    assert html(text) == f"<p>{expected}</p>"
    assert str(line(text, shown_image)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第一行\n第二行", "第一行第二行"),
        ("第一行，\n第二行", "第一行，第二行"),
        ("他说“好”\n“不”", "他说“好”“不”"),
        ("共 3 项 SLA\n指标", "共 3 项 SLA指标"),
        ("one\ntwo", "one\ntwo"),
        ("He said “yes”\nand left", "He said “yes”\nand left"),
        ("and so —\n“no” was it…\nThen", "and so —\n“no” was it…\nThen"),
        ("见“**要点**”\n下一行", "见“<strong>要点</strong>”下一行"),
        ("硬换行  \n下一行", "硬换行<br>下一行"),
        ("hard\\\nbreak", "hard<br>break"),
    ],
)
def test_a_soft_line_end_is_a_space_between_words_and_nothing_between_han(text, expected):
    assert html(text) == f"<p>{expected}</p>"
    assert str(line(text, shown_image)) == expected


def test_a_short_field_has_no_blocks_but_keeps_its_paragraphs_apart():
    assert str(line("第一段。\n \n第二段。\n", shown_image)) == "第一段。<br>第二段。"
    assert str(line("- 不是列表", shown_image)) == "- 不是列表"


@pytest.mark.parametrize(
    "typed",
    [
        "<script>alert(1)</script>",
        "<b>粗</b><br/>",
        "<!-- 注释 -->",
        "&amp; &lt; &copy;",
        "[链接](https://example.com)",
        "<https://example.com>",
        "https://example.com/a?b=1&c=2",
        "`code` ``more``",
        "# 标题",
        "> 引用",
        "~~~ 围栏",
        "[a]: http://example.com",
        "A = {{ 7 * 7 }} {% include 'x' %}",
        "a < b && c > d",
        "\"双引号\" '单引号'",
        "![没有写完](",
        "![x](javascript:alert(1))",
        "![x](file:///etc/passwd)",
        "标题\n===",
        "标题\n---",
    ],
)
def test_what_is_not_in_the_vocabulary_is_printed_as_typed(typed):
    tree = etree.fromstring(html(typed))
    assert tree.tag == "p"
    assert len(tree) == 0
    assert tree.text == (typed if "\n" not in typed else typed.replace("\n", ""))


def test_a_table_has_columns_in_proportion_and_aligned_cells():
    found = html("| 项目 | 分 |\n|:---|---:|\n| 表达清楚，条理分明 | 5 |\n| **礼貌** | 10 |")
    assert found == (
        '<table class="grid"><colgroup><col style="width:{:.1f}%"><col style="width:{:.1f}%"></colgroup>'
        '<thead><tr><th>项目</th><th class="right">分</th></tr></thead>'
        '<tbody><tr><td>表达清楚，条理分明</td><td class="right">5</td></tr>'
        '<tr><td><strong>礼貌</strong></td><td class="right">10</td></tr></tbody></table>'
    ).format(*shares([9, 1]))


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("| 甲 | 乙 |", ["甲", "乙"]),
        ("| 甲 |", ["甲", ""]),
        ("| 甲 | 乙 | 丙 | 丁 |", ["甲", "乙 | 丙 | 丁"]),
        ("甲 | 乙 | 丙", ["甲", "乙 | 丙"]),
        (r"| 甲\|乙 | 丙 |", ["甲|乙", "丙"]),
        ("\x85| 甲 | 乙 |", ["\x85", "甲 | 乙"]),
    ],
)
def test_a_row_loses_no_cell(row, cells):
    for indent in ("", "  "):
        text = "\n".join(indent + part for part in ("| a | b |", "|---|:-:|", row))
        found = html(f"- 列表\n\n{text}" if indent else text)
        assert re.findall(r"<td[^>]*>(.*?)</td>", found) == cells


@pytest.mark.parametrize("widths", [[1.0], [0.0, 0.0], [1, 1000], [40, 2, 2, 2, 9]])
def test_columns_fill_the_page_and_none_is_too_narrow_to_read(widths):
    found = shares(widths)
    assert sum(found) == pytest.approx(100)
    assert min(found) >= 100 / len(widths) / 4


def test_a_picture_is_handed_over_under_the_name_its_author_typed():
    seen = []
    found = prose("图：\n![组织 “图”](<图片/组织 图.png>)", lambda *named: seen.append(named) or "<i/>")
    assert seen == [("图片/组织 图.png", "组织 “图”")]
    assert str(found) == "<p>图：<i/></p>"


MARKUP = "*_-+|:#>`[]()<&\\~=!\n \t0123456789."
TEXTS = st.one_of(
    st.text(st.sampled_from("甲乙“”，。…ab" + MARKUP), max_size=80),
    st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"]), max_size=40),
    st.lists(
        st.sampled_from(
            ["- ", "  ", "1. ", "| ", "|---", "**", "*", "甲", "“乙”", "x", "\n", "\n\n", " ", "\\", "<b>"]
        ),
        max_size=30,
    ).map("".join),
)


def parsed(text):
    closed = re.sub(r"<(br|col|img)((?: [a-z]+=\"[^\"]*\")*)>", r"<\1\2/>", text)
    return etree.fromstring(f"<div>{closed}</div>")


def visible(text):
    """What the reader must see: everything but white space and the marks that Markdown may take."""
    return "".join(c for c in text if not c.isspace() and c not in MARKUP)


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_any_text_is_well_formed_html_of_the_vocabulary(text):
    for made in (html(text), str(line(text, shown_image))):
        for element in parsed(made).iterdescendants():
            assert set(element.attrib) <= ALLOWED[element.tag]


@settings(max_examples=400, deadline=None)
@given(TEXTS.map(lambda text: text.replace("!", "")))
def test_any_text_keeps_every_visible_character_in_its_place(text):
    for made in (html(text), str(line(text, shown_image))):
        assert visible("".join(parsed(made).itertext())) == visible(text)
