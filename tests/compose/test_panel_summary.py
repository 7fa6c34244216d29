"""The panel summary on paper: the columns that its rule needs, the rule in words, who signs, what is sealed."""

from __future__ import annotations

import re

import pytest
from lxml import html as lxml_html
from panel_books import labels
from small_bank import BANK, edited


@pytest.fixture
def pages(desk):
    """The pages of a summary, each a list of its blocks."""

    def _pages(rule, raters, scale="points", text=BANK):
        settings = f"panel_size: {raters}\naggregation: {rule}\nscale: {scale}\nsections:\n"
        body = lxml_html.document_fromstring(
            desk(edited("sections:\n", settings, text)).compose("panel-summary").html
        ).find("body")
        found = []
        for block in body:
            if "sheet-title" in block.get("class", ""):
                assert ("break-page" in block.get("class")) is bool(found)
                found.append([])
            if found:
                found[-1].append(block)
        return found

    return _pages


def heads(page):
    (table,) = [block for block in page if block.get("class") == "grid"]
    return [said(cell) for cell in table.xpath("./thead/tr/th")]


def said(node):
    return " ".join(node.text_content().split())


def text(page):
    return " ".join(said(block) for block in page)


RATERS = [f"考官{n}" for n in range(1, 6)]


@pytest.mark.parametrize(
    ("rule", "scale", "expected"),
    [
        (
            "trim-total",
            "points",
            ["序号", "抽签号", *RATERS, "最高（去）", "最低（去）", "有效分合计", "有效人数", "最后得分"],
        ),
        ("mean", "points", ["序号", "抽签号", *RATERS, "有效分合计", "有效人数", "最后得分"]),
        ("consensus", "points", ["序号", "抽签号", *RATERS, "合议分", "理由", "最后得分"]),
        (
            "panel-adjust",
            "points",
            ["序号", "抽签号", *RATERS, "最高（去）", "最低（去）", "有效分合计", "有效人数", "原始得分"],
        ),
        (
            "trim-by-competency",
            "points",
            ["测评要素", "满分", *RATERS, "最高（去）", "最低（去）", "有效分合计", "有效人数", "有效平均分"],
        ),
        ("mean", "bars-5", ["测评要素", "权重", *RATERS, "平均分", "加权得分"]),
        ("consensus", "uk-7", ["测评要素", "权重", *RATERS, "理由", "合议分", "加权得分"]),
        ("trim-total", "bars-5", ["测评要素", "权重", *RATERS]),
    ],
)
def test_a_candidates_columns_are_those_that_the_rule_uses(pages, rule, scale, expected):
    assert heads(pages(rule, 5, scale)[0]) == expected


def test_a_page_for_candidates_for_the_room_for_the_key_and_for_the_composite(pages):
    candidates, room, key, composite = pages("trim-total", 5)
    assert heads(room) == ["抽签号", "最后得分", "名次", "备注"] * 2
    assert heads(key) == ["抽签号", "姓名", "报名序号", "备注"] * 2
    assert heads(composite)[3:8] == ["笔试成绩", "笔试× %", "最后得分", "面试（百分制）", "面试× %"]
    for page in (candidates, room, composite):
        assert [role for role in ("记分员", "核分员", "监督员", "主考官") if role not in text(page)] == []
    assert [word for word in ("封存人", "拆封人", "拆封时间", "不得拆封") if word not in text(key)] == []
    assert "姓名" not in text(candidates) + text(room)


def test_the_rule_says_how_many_are_dropped_how_ties_and_halves_are_settled(pages):
    candidates, room, *_ = (text(page) for page in pages("trim-total", 7))
    assert "7名考官的分数，去掉一个最高分和一个最低分，其余5个相加为有效分合计，再除以有效人数5" in candidates
    assert "只去掉其中一个" in candidates
    assert "保留两位小数，第三位四舍五入" in candidates
    assert "1、1、3" in room


def test_rooms_that_are_evened_out_print_averages_factor_and_formula(pages):
    room = pages("panel-adjust", 5)[1]
    for word in (
        "本考场平均分 A",
        "总平均分 R",
        "系数 R÷A",
        "系数＝R÷A；修正后得分＝原始得分×系数",
        "缺考不计",
    ):
        assert word in text(room)
    assert heads(room)[:3] == ["抽签号", "原始得分", "修正后得分"]


@pytest.mark.parametrize("raters", range(3, 10))
@pytest.mark.parametrize("locale", ["zh-CN", "en"])
def test_every_panel_size_fills_the_width_in_both_languages(pages, raters, locale):
    for rule in (
        "mean",
        "consensus",
        "panel-adjust",
        *(["trim-total", "trim-by-competency"] if raters > 4 else []),
    ):
        for scale in ("points", "bars-5"):
            found = pages(rule, raters, scale, edited("locale: zh-CN", f"locale: {locale}"))
            assert len(found) == 4
            for table in (block for page in found for block in page if block.tag == "table"):
                widths = [float(re.search(r"[\d.]+", col.get("style"))[0]) for col in table.iter("col")]
                assert sum(widths) == pytest.approx(100, abs=0.5)
                assert min(widths) > 2.5
                for row in table.iter("tr"):
                    assert sum(int(cell.get("colspan", 1)) for cell in row) == len(widths)


def test_both_languages_have_the_same_words():
    def keys(node, path=()):
        if hasattr(node, "items"):
            return {key for name in node for key in keys(node[name], (*path, name))}
        return {(*path, len(node))} if isinstance(node, list) else {path}

    assert keys(labels("zh-CN")["panel"]) == keys(labels("en")["panel"])
