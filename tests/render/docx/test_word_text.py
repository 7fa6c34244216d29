"""Text, lists and boxes: each element of the vocabulary becomes a named style."""

from __future__ import annotations

import pytest

from builder.errors import BuildError


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>请宣读指导语。</p>", ["BodyText: 请宣读指导语。"]),
        ("<h2>题 1</h2>", ["Heading2: 题 1"]),
        ('<p class="stem">请讲一次经历。</p>', ["Stem: 请讲一次经历。"]),
        ('<p class="meta">8 分</p>', ["QuestionMeta: 8 分"]),
        ('<p class="note-line"></p><p class="note-line"></p>', ["NoteLine", "NoteLine"]),
        ("<section><div>裸文本</div></section>", ["BodyText: 裸文本"]),
        (
            "<p>须<strong>逐字</strong>宣读，<em>不得</em>改写</p>",
            ["BodyText: 须{Strong 逐字}宣读，{Emphasis 不得}改写"],
        ),
        (
            '<p>R<sub>a</sub>与<code>x</code><span class="tag">行为</span><span class="points">8 分</span></p>',
            ["BodyText: R{Subscript a}与{Code x}{Tag 行为}{Points 8 分}"],
        ),
    ],
)
def test_an_element_is_a_named_style(render, html, expected):
    assert render(html).lines == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>\n  第一行\n  第二行  </p>", ["BodyText: 第一行 第二行"]),
        ("<p>甲 <strong> 乙</strong> 丙</p>", ["BodyText: 甲 {Strong 乙} 丙"]),
        ("<p>甲 <br> 乙</p>", ["BodyText: 甲⏎乙"]),
        ("<p>　首行空两格</p>", ["BodyText: 　首行空两格"]),
    ],
)
def test_white_space_is_as_in_html(render, html, expected):
    assert render(html).lines == expected


def test_a_blank_at_the_end_of_a_line_keeps_its_width(render):
    blank = "\u00a0" * 8
    assert render('<p>日期：<span class="blank">　　</span></p>').lines == [
        f"BodyText: 日期：{{Blank {blank}}}"
    ]


def test_chinese_quotation_marks_are_set_full_width(render):
    hint = b'<w:rFonts w:hint="eastAsia"/>'
    assert hint in render("<p>说“我”……</p>").parts["word/document.xml"]
    assert hint not in render("<p>说我</p>").parts["word/document.xml"]
    assert hint not in render("<p>Say “I”…</p>", "en").parts["word/document.xml"]


def test_lists_nest_and_every_ordered_list_counts_anew(render):
    word = render(
        "<ol><li>一<ol><li>一之一</li></ol></li><li><p>二</p><p>续</p></li></ol>"
        '<ol start="4"><li>四<ul><li>点</li></ul></li></ol>'
    )
    first, nested, second = 7, 8, 9
    assert word.lines == [
        f"ListNumber #{first}.0: 一",
        f"ListNumber2 #{nested}.1: 一之一",
        f"ListNumber #{first}.0: 二",
        "ListContinue: 续",
        f"ListNumber #{second}.0: 四",
        "ListBullet2: 点",
    ]
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    starts = {
        num.get(f"{w}numId"): num.find(f"{w}lvlOverride/{w}startOverride").get(f"{w}val")
        for num in word.tree("numbering").iter(f"{w}num")
        if num.find(f"{w}lvlOverride") is not None
    }
    assert starts == {"7": "1", "8": "1", "9": "4"}


def test_a_check_list_sets_its_text_clear_of_the_box(render):
    word = render('<ul class="checks"><li><span class="check" data-name="a">□</span> 已宣读</li></ul>')
    assert word.lines == ["CheckList: {CheckBox □}⇥已宣读"]
    assert (
        b'<w14:uncheckedState w14:val="25A1" w14:font="\xe5\xae\x8b\xe4\xbd\x93"/>'
        in word.parts["word/document.xml"]
    )


def test_what_is_read_aloud_keeps_its_size_in_boxes_and_their_lists(render):
    word = render(
        '<div class="scenario"><p>背景</p><ul><li>要点</li></ul></div><div class="alert"><p>红旗</p></div>'
    )
    assert word.lines == [
        "[Scenario] ReadAloud: 背景 ¶ ReadAloudBullet: 要点",
        "TableGap",
        "[Alert] AlertText: 红旗",
        "TableGap",
    ]


@pytest.mark.parametrize(
    ("html", "named"),
    [
        ("<blockquote>引文</blockquote>", "<blockquote>"),
        ('<p class="fancy">花</p>', '<p class="fancy">'),
        ('<span class="stem">错</span>', '<span class="stem">'),
        ("<ul><p>丙</p></ul>", "<p>"),
        ("<ul>乙<li>丙</li></ul>", "乙"),
        ('<p><a href="#nowhere">见</a></p>', "#nowhere"),
        ('<p><a href="https://example.com">见</a></p>', "https://example.com"),
        ('<p><img src="asset:none.png" alt=""></p>', "asset:none.png"),
        ('<p><img src="/etc/hostname" alt=""></p>', "/etc/hostname"),
        ('<p><span class="check" data-name="a">□</span><span class="check" data-name="a">□</span></p>', "a"),
        ("<p>响铃\x07在此</p>", "U+0007"),
        ("<p>响铃&#x1b;在此</p>", "U+001B"),
    ],
)
def test_what_the_vocabulary_lacks_is_named_and_never_skipped(render, html, named):
    with pytest.raises(BuildError) as raised:
        render(html)
    assert named in str(raised.value.sentence)
