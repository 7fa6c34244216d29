"""Comments in the imported bank ask a person to look where the document leaves room for doubt."""

from __future__ import annotations

from builder.importers.importing import imported
from builder.importers.reading.text import read_text

SKIPPING = """夜班店员面试题
1. 凌晨来了一位只想取暖的老人，你怎么办？
答案：让他坐下，倒一杯热水。
2. 收到一张残币，你怎么处理？
答案：按规定能收就收，不能收就说明。
4. 两位顾客抢最后一份便当，你怎么说？
答案：先到先得，给另一位推荐别的。
"""
UNLABELLED = """前厅接待面试题
1. 客人投诉房间有烟味，你怎么办？
先道歉，马上换房，再请工程部检查新风。
2. 两个团队同时到店，你怎么安排？
请领队各拿一份名单，先发房卡，后补登记。
3. 客人丢了护照，你怎么帮他？
陪他回忆行程，联系出入境部门，帮他打印材料。
"""
ANALYSED = """夜班店员面试题
1. 凌晨来了一位只想取暖的老人，你怎么办？
解析：看考生有没有同理心，也看他守不守规定。
2. 收到一张残币，你怎么处理？
解析：看考生知不知道兑换的规定。
"""

RATED = """夜班店员面试题
1. 凌晨来了一位只想取暖的老人，你怎么办？（10分）
答案：让他坐下，倒一杯热水。
评分标准：
好（8-10分）：让座，倒水，问要不要叫人
中（4-7.5分）：让座
差（0-3.5分）：请他出去
"""


def bank_of(text: str) -> str:
    return imported("night-shift", [read_text("night.txt", text)]).text


def test_a_number_that_is_skipped_is_said_where_the_question_may_be_missing():
    said = [line.strip() for line in bank_of(SKIPPING).splitlines()]
    at = said.index("# check: 原文第 2 题之后是第 4 题：请核对是否漏题")
    assert said[at - 1].startswith("model_answer: 按规定能收就收")
    assert said[at + 1] == "- id: q-03"


def test_numbers_that_run_on_are_not_remarked_on():
    assert "漏题" not in bank_of(SKIPPING.replace("4. ", "3. "))


def test_an_answer_without_a_label_is_said_to_be_a_guess():
    text = bank_of(UNLABELLED)
    assert text.count("这段答案前没有标签，由程序推断") == 3
    assert "model_answer: 先道歉，马上换房，再请工程部检查新风。" in text
    assert "没有标签" not in bank_of(SKIPPING)


def test_an_analysis_that_is_the_only_answer_is_one_and_says_so():
    text = bank_of(ANALYSED)
    assert text.count("原文称这段为解析，没有另给答案") == 2
    assert text.count("model_answer:") == 2


def test_a_count_in_the_introduction_is_held_against_what_was_found():
    counted = SKIPPING.replace("面试题\n", "面试题（共5题）\n", 1)
    assert "# check: 原文写明共 5 题，实际找到 3 题" in bank_of(counted)
    assert "实际找到" not in bank_of(counted.replace("共5题", "共3题"))


def test_what_a_question_assesses_is_asked_once_for_it_and_its_rubric():
    text = bank_of(RATED)
    assert "    competency: to-be-decided\n" in text
    assert text.count("原文没有写这道题考察什么") == 1
    assert "对应哪个测评要素为推测" not in text


def test_a_total_behind_the_last_answer_is_none_of_its_words():
    text = bank_of(SKIPPING + "合计：30分\n")
    assert text.endswith("unparsed:\n  - 合计：30分\n")
    assert "中断" not in text


def test_points_behind_the_position_are_the_banks():
    text = "面试题库\n适用岗位：客户服务主管　　总分100分　　时间：60分钟\n\n1. 客户要求退款，你怎么办？（10分）\n参考答案：先核实。\n"
    bank = bank_of(text)
    assert "title: 客户服务主管\n" in bank
    assert "\npoints: 100\n" in bank
