"""Pages: breaks, sections, keeping together, running text, contents."""

from __future__ import annotations

import pytest

from builder.errors import BuildError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
COVER = '<section class="cover"><p class="title">题本</p></section>'
RUNNING = (
    '<header class="running"><p><span class="left">题本</span>'
    '<span class="right"><span class="section-title"></span></span></p></header>'
    '<footer class="running"><p><span class="centre">第 <span class="page-number"></span> 页，共 '
    '<span class="page-count"></span> 页</span></p></footer>'
)


def sections(word):
    return list(word.tree().iter(f"{W}sectPr"))


def test_a_page_break_is_a_property_of_what_follows(render):
    assert render('<p>甲</p><h1 class="break-page">乙</h1>').lines[1] == "Heading1 pageBreakBefore: 乙"


def test_a_table_that_begins_a_page_is_led_by_a_gap(render):
    table = '<table class="bare break-page"><tbody><tr><td>甲</td></tr></tbody></table>'
    assert render(f"<p>乙</p>{table}").lines[1] == "TableGap keepNext pageBreakBefore"


def test_left_and_right_hand_pages_begin_sections(render):
    word = render('<p>甲</p><section class="break-odd"><p>乙</p></section><p class="break-even">丙</p>')
    assert word.lines == ["BodyText §nextPage: 甲", "BodyText §oddPage: 乙", "BodyText: 丙"]
    assert sections(word)[-1].find(f"{W}type").get(f"{W}val") == "evenPage"


def test_a_page_break_inside_a_cell_is_refused(render):
    with pytest.raises(BuildError, match="table or box"):
        render('<div class="callout"><p class="break-page">甲</p></div>')


def test_the_cover_has_no_header_and_the_other_sections_inherit_theirs(render):
    word = render(RUNNING + COVER + '<section class="break-odd"><h1>甲</h1></section>')
    first, last = sections(word)
    assert first.find(f"{W}titlePg") is not None
    assert first.find(f"{W}headerReference") is not None
    assert last.find(f"{W}titlePg") is None
    assert last.find(f"{W}headerReference") is None
    assert last.find(f"{W}type").get(f"{W}val") == "oddPage"


def test_running_text_is_set_on_tab_stops_with_its_fields_filled_in(render):
    word = render(RUNNING + "<h1>第一部分</h1>", pages=12)
    assert word.text("header1") == "题本第一部分"
    assert word.text("footer1") == "第 1 页，共 12 页"
    assert len(list(word.tree("header1").iter(f"{W}r"))) > 2
    assert [t.text.strip() for t in word.tree("footer1").iter(f"{W}instrText")] == ["PAGE", "NUMPAGES"]
    assert [t.text.strip() for t in word.tree("header1").iter(f"{W}instrText")] == ["STYLEREF 1"]
    stops = [tab.get(f"{W}val") for tab in _style(word, "Header").iter(f"{W}tab")]
    assert stops == ["center", "right"]
    assert "题本" not in word.text()


def test_each_page_with_a_first_level_heading_has_a_header_that_already_says_it(render):
    word = render(RUNNING + '<h1>甲</h1><p>一</p><h1 class="break-page">乙</h1><p>二</p>')
    assert word.lines == ["Heading1: 甲", "BodyText §nextPage: 一", "Heading1: 乙", "BodyText: 二"]
    assert [word.text("header1"), word.text("header2")] == ["题本甲", "题本乙"]


def test_a_header_without_the_title_stays_one_part(render):
    running = '<header class="running"><p><span class="left">题本</span></p></header>'
    word = render(running + '<h1>甲</h1><h1 class="break-page">乙</h1>')
    assert word.lines == ["Heading1: 甲", "Heading1 pageBreakBefore: 乙"]
    assert "word/header2.xml" not in word.parts


def test_keep_holds_all_but_the_last_paragraph_to_the_next(render):
    assert render('<div class="keep"><h3>甲</h3><p>乙</p><p>丙</p></div>').lines == [
        "Heading3 keepNext keepLines: 甲",
        "BodyText keepNext keepLines: 乙",
        "BodyText keepLines: 丙",
    ]


def test_keep_next_of_a_box_reaches_over_the_gap(render):
    word = render('<div class="stem keep-next"><p>题干</p></div><p>追问</p>')
    assert word.lines == [
        "[StemBox] ReadAloud keepNext keepLines: 题干",
        "TableGap keepNext",
        "BodyText: 追问",
    ]


def test_contents_are_filled_in_before_word_has_seen_them(render):
    word = render(
        '<nav class="contents"><p class="contents-title">目录</p><p class="toc-1"><a href="#a">第一部分</a></p>'
        '<p class="toc-2"><a href="#b">题 1</a></p></nav><h1 id="a">第一部分</h1><h2 id="b">题 1</h2>',
        page_of={"a": 3},
    )
    assert word.lines[:3] == [
        r"TOCHeading: 目录",
        r'TOC1:  TOC \o "1-2" \h \z \u 第一部分⇥ PAGEREF _Toc100000001 \h 3',
        r"TOC2: 题 1⇥ PAGEREF _Toc100000002 \h –",
    ]
    bookmarks = [node.get(f"{W}name") for node in word.tree().iter(f"{W}bookmarkStart")]
    assert bookmarks == ["_Toc100000001", "_Toc100000002"]
    assert b"updateFields" not in word.parts["word/settings.xml"]


def test_links_find_their_places_under_names_that_word_allows(render):
    word = render(
        f'<p><a href="#题-1">见</a></p><table class="bare" id="题-1"><tbody><tr><td>甲</td></tr></tbody></table><p id="{"长" * 50}">乙</p>'
    )
    names = [node.get(f"{W}name") for node in word.tree().iter(f"{W}bookmarkStart")]
    assert names[0] == "题_1"
    assert len(names[1]) == 40
    assert next(word.tree().iter(f"{W}hyperlink")).get(f"{W}anchor") == "题_1"


def test_mirrored_margins_plain_margins_and_a_turned_sheet(render):
    mirrored, plain, turned = (
        render("<p>甲</p>", body=b) for b in ("portrait", "portrait plain", "landscape plain")
    )
    assert b"<w:mirrorMargins/>" in mirrored.parts["word/settings.xml"]
    assert b"<w:mirrorMargins/>" not in plain.parts["word/settings.xml"]
    margins = sections(plain)[0].find(f"{W}pgMar")
    assert margins.get(f"{W}left") == margins.get(f"{W}right")
    size = sections(turned)[0].find(f"{W}pgSz")
    assert (size.get(f"{W}w"), size.get(f"{W}h"), size.get(f"{W}orient")) == ("16838", "11906", "landscape")


def _style(word, name):
    return next(s for s in word.tree("styles").iter(f"{W}style") if s.get(f"{W}styleId") == name)
