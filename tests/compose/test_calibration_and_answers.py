"""The calibration sheet and the answer key, as a reader turns their pages."""

from __future__ import annotations

import pytest
from lxml import html as lxml_html
from small_bank import BANK, edited

ENGLISH = edited("locale: zh-CN", "locale: en")


@pytest.fixture
def page(desk):
    """The body of a document of a bank's text."""
    return lambda kind, text=BANK: lxml_html.document_fromstring(desk(text).compose(kind).html).find("body")


def said(element):
    return " ".join(element.text_content().split())


def parts(body):
    """What the raters hold, and the facilitator's key."""
    (key,) = body.xpath("./section[@class='break-odd']")
    raters = [node for node in body if node is not key]
    return raters, key


def cells(row):
    return [said(cell) for cell in row.xpath("./th|./td")]


@pytest.mark.parametrize(("text", "marks"), [(BANK, "甲乙丙"), (ENGLISH, "ABC")])
def test_the_raters_pages_show_the_answers_but_not_what_they_are_worth(page, text, marks):
    raters, _ = parts(page("calibration-sheet", text))
    boxes = [box for node in raters for box in node.xpath(".//div[contains(@class, 'callout')]")]
    assert [said(box.find("p"))[-1] for box in boxes] == list(marks)
    assert {said(box.findall("p")[1]) for box in boxes} == {
        "密：我交给下一班了。",
        "密：我交给了小周。",
        "密：我六点前交给了小周并回访。",
    }
    shown = " ".join(said(node) for node in raters)
    assert [
        reason for reason in ("没有名字", "没有时间", "样样都有", "3.5") if f"密：{reason}" in shown
    ] == []
    words = ("低", "高") if text is BANK else ("Low", "High")
    assert [box for box in boxes for word in words if word in said(box)] == []


def test_the_key_is_the_last_leaf_and_says_what_each_letter_was(page):
    body = page("calibration-sheet")
    raters, key = parts(body)
    assert body[-1] is key
    letters = {}
    for box in (box for node in raters for box in node.xpath(".//div[contains(@class, 'callout')]")):
        letters[said(box.findall("p")[1])] = said(box.find("p"))[-1]
    rows = [cells(row)[-4:] for row in key.xpath(".//tbody/tr")]
    assert sorted(rows) == sorted(
        [
            [letters["密：我交给下一班了。"], "低", "1", "密：没有名字"],
            [letters["密：我交给了小周。"], "中", "3.5", "密：没有时间"],
            [letters["密：我六点前交给了小周并回访。"], "高", "6", "密：样样都有"],
        ]
    )
    assert "取下" in said(key.xpath("./div")[0])


def test_the_rating_table_has_a_place_for_every_criterion_and_is_empty(page):
    (table,) = page("calibration-sheet").xpath(
        "//table[contains(@class, 'form')][thead//th[text()='我的评分']]"
    )
    heads = [cells(row) for row in table.xpath("./thead/tr")]
    assert heads == [["样例", "我的评分", "标准分", "差值", "原因"], ["密项：交清楚/6", "合计/6"]]
    assert [cells(row) for row in table.xpath("./tbody/tr")] == [[mark, *[""] * 5] for mark in "甲乙丙"]
    assert len(table.xpath("./colgroup/col")) == 6


@pytest.mark.parametrize(("size", "places"), [(3, ["1", "2", "3", ""]), (6, list("123456"))])
def test_every_rater_of_the_panel_has_a_place_to_sign(page, size, places):
    text = BANK.replace("marking: 密件甲", f"panel_size: {size}\nmarking: 密件甲")
    (table,) = page("calibration-sheet", text).xpath(
        "//table[contains(@class, 'keep')][thead//th[text()='签名']]"
    )
    numbers = [cell for row in table.xpath("./tbody/tr") for cell in cells(row)[::3]]
    assert numbers == places


def test_the_sheet_recalls_the_bands_of_each_question_and_the_rating_errors(page):
    body = page("calibration-sheet")
    (table,) = body.xpath("//table[thead//th[text()='满分']]")
    assert [cells(row) for row in table.xpath(".//tr")] == [
        ["题目", "满分", "密好", "密中", "密差"],
        ["第1题 密题名：交接", "6", "4.5–6", "2–4", "0–1.5"],
    ]
    assert "晕轮效应" in said(body)


def test_the_answer_key_has_each_question_with_its_answer_and_rubric_and_no_place_to_write(page):
    body = page("answer-key")
    assert [said(h) for h in body.xpath(".//h2")] == ["第1题 密题名：交接", "第2题 密题名：沉着"]
    text = said(body)
    for shown in (
        "请讲一次你交接没有办完的工作的经过。",
        "密：说出责任人",
        "密：我把三件事写在交接单上。",
        "密：责任人和时间都有",
    ):
        assert shown in text
    assert body.xpath("//p[@class='note-line']") == []
    assert next(cells(row) for row in body.xpath("//table[@class='rubric']/thead/tr")) == [
        "评分项",
        "密好",
        "密中",
        "密差",
    ]
    assert "答题参考与评分标准" not in text


def test_in_the_answer_key_a_heading_stays_with_the_question_and_the_rubric_in_one_piece(page):
    body = page("answer-key")
    for heading in body.xpath(".//h2"):
        kept = heading.getparent()
        assert (kept.tag, kept.get("class")) == ("section", "keep")
        assert [child.tag for child in kept] == ["h2", "p", "p", "p", "table"]
    assert all("keep" in table.getparent().get("class") for table in body.xpath("//table[@class='rubric']"))
    assert body.xpath("//section[@class='cover']|//nav") == []


def test_the_interviewers_pack_still_has_its_column_to_score_in(page):
    (first, *_) = page("interviewer-pack").xpath("//table[@class='rubric']")
    assert cells(first.xpath("./thead/tr")[0])[-1] == "得分"
    assert "/6" in said(first)
