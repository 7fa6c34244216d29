"""Tables as people draw them in Word: forms, rubrics, lists of questions with merged cells."""

from __future__ import annotations

from typing import Any

import pytest
from import_outline import bank_of, outline_of
from word_files import Lists, beginning, cell, going_on, paragraph, runs, saved, spanning, table, word_file

ASKED = (
    ("儿童区有孩子走散，你怎么办？", "先稳住家长，再按走散预案广播。"),
    ("展柜玻璃裂了一条缝，你怎么安排？", "拉起围挡，请值班经理到场。"),
)
BANDS = "criterion=10(优:8-10 良:5-7 差:0-4)"


def line(text: str, style: str = "", number: tuple[int, int] | None = None) -> str:
    return paragraph(runs(text), style, number)


def questions(folder: Any, body: str, numbering: str = "") -> list[str]:
    data, _ = bank_of(saved(folder, word_file(body, numbering=numbering)), folder)
    outline = outline_of(data).splitlines()
    assert outline[-1] == "unparsed 0", data.get("unparsed")
    return [x for x in outline[2:-1] if not x.startswith("competencies")]


def each(make: Any) -> str:
    return line("展厅讲解员面试题") + "".join(make(n, *asked) + line("") for n, asked in enumerate(ASKED, 1))


def test_a_form_a_question_below_its_heading(tmp_path):
    body = each(
        lambda n, q, a: (
            line(f"第{n}题", "2")
            + table([("题 目", q), ("参考答案", a), ("评分标准", "1.先后有序（4分）\n2.办法可行（6分）")])
        )
    )
    assert questions(tmp_path, body) == [
        "## 面试试题 [20]",
        "10 |  | 儿童区有孩子走散，你怎么办？ | answer key_points=2(4+6) minutes=5",
        "10 |  | 展柜玻璃裂了一条缝，你怎么安排？ | answer key_points=2(4+6) minutes=5",
    ]


def test_forms_without_any_number(tmp_path):
    body = each(
        lambda n, q, a: table([("分值", "10"), ("题目", q), ("参考答案", a), ("追问", "还有吗？\n然后呢？")])
    )
    assert questions(tmp_path, body) == [
        "## 面试试题 [20]",
        "10 |  | 儿童区有孩子走散，你怎么办？ | answer probes=2 minutes=5",
        "10 |  | 展柜玻璃裂了一条缝，你怎么安排？ | answer probes=2 minutes=5",
    ]


def test_a_form_of_four_columns_with_the_levels_of_its_rubric_below_each_other(tmp_path):
    body = each(
        lambda n, q, a: table(
            [
                ("题号", str(n), "分值", "10分"),
                ("题型", "情景", "难度", "中"),
                ("题目", spanning(q, 3)),
                ("参考答案", spanning(a, 3)),
                (beginning("评分标准"), "优", "8-10分", "先后有序"),
                (going_on(), "良", "5-7分", "有办法"),
                (going_on(), "差", "0-4分", "慌乱"),
            ]
        )
    )
    assert questions(tmp_path, body) == [
        "## 面试试题 [20]",
        f"10 |  | 儿童区有孩子走散，你怎么办？ | answer {BANDS} tags=['情景'] minutes=5",
        f"10 |  | 展柜玻璃裂了一条缝，你怎么安排？ | answer {BANDS} tags=['情景'] minutes=5",
    ]


def test_one_long_form_whose_questions_begin_with_a_merged_row_and_have_levels_side_by_side(tmp_path):
    rows = [
        row
        for n, (q, a) in enumerate(ASKED, 1)
        for row in (
            (spanning(f"第{n}题 应急处置（10分）", 4),),
            ("题干", spanning(q, 3)),
            ("参考答案", spanning(a, 3)),
            (beginning("评分标准"), "优（8-10分）", "良（5-7分）", "差（0-4分）"),
            (going_on(), "先后有序", "有办法", "慌乱"),
        )
    ]
    assert questions(tmp_path, line("展厅讲解员面试题") + table(rows)) == [
        "## 面试试题 [20]",
        f"10 | 应急处置 | 儿童区有孩子走散，你怎么办？ | answer {BANDS} minutes=5",
        f"10 | 应急处置 | 展柜玻璃裂了一条缝，你怎么安排？ | answer {BANDS} minutes=5",
    ]


def test_numbered_titles_above_forms_begin_their_questions(tmp_path):
    lists = Lists()
    shape = lists.define(("decimal", "%1."))
    titles, inner = lists.use(shape), [lists.use(shape, 1) for _ in ASKED]
    points = [
        "".join(line(text, number=(number, 0)) for text in ("先后有序（4分）", "办法可行（6分）"))
        for number in inner
    ]
    body = each(
        lambda n, q, a: (
            line("周末客流", number=(titles, 0))
            + table([("情境", "周六上午人最多。"), ("题目", q), ("评分要点", cell(points[n - 1]))])
        )
    )
    assert questions(tmp_path, body, lists.xml) == [
        "## 面试试题 [20]",
        "10 | 周末客流 | 儿童区有孩子走散，你怎么办？ | scenario key_points=2(4+6) minutes=5",
        "10 | 周末客流 | 展柜玻璃裂了一条缝，你怎么安排？ | scenario key_points=2(4+6) minutes=5",
    ]


RUBRICS = {
    "levels as columns": (
        [("评分项", "优（8-10分）", "良（5-7分）", "差（0-4分）"), ("综合表现", "有序", "有办法", "慌乱")],
        BANDS,
    ),
    "criteria by levels": (
        [("测评要素", "分值", "优", "差"), ("沟通", "4", "3-4分：清楚", "0-2分：含混"), ("应变", "6", "4-6分：快", "0-3分：慢")],
        "criterion=4(优:3-4 差:0-2) criterion=6(优:4-6 差:0-3)",
    ),
    "levels as rows": (
        [("等级", "分数段", "描述"), ("优", "8-10", "有序"), ("良", "5-7", "有办法"), ("差", "0-4", "慌乱")],
        BANDS,
    ),
    "criteria over levels": (
        [
            ("评分维度", "等级", "分值", "标准"),
            (beginning("沟通（4分）"), "优", "3-4", "清楚"),
            (going_on(), "差", "0-2", "含混"),
            (beginning("应变（6分）"), "优", "4-6", "快"),
            (going_on(), "差", "0-3", "慢"),
        ],
        "criterion=4(优:3-4 差:0-2) criterion=6(优:4-6 差:0-3)",
    ),
    "criteria with points and a sum": (
        [("序号", "评分要点", "分值", "得分"), ("1", "先稳住家长", "4", ""), ("2", "广播并派人", "6", ""), (spanning("合计", 2), "10", "")],
        "key_points=2(4+6)",
    ),
}  # fmt: skip


@pytest.mark.parametrize("announced", [True, False])
@pytest.mark.parametrize("shape", RUBRICS)
def test_rubrics_in_tables(shape, announced, tmp_path):
    rows, expected = RUBRICS[shape]
    body = each(
        lambda n, q, a: (
            line(f"{n}. {q}（10分）") + line(f"参考答案：{a}") + line("评分标准：") * announced + table(rows)
        )
    )
    assert [x.partition(" | answer ")[2] for x in questions(tmp_path, body)[1:]] == [
        f"{expected} minutes=5"
    ] * 2


def test_an_english_scale_below_each_question(tmp_path):
    asked = ("Tell me about a time a visitor was upset.", "Tell me about a tour that went wrong.")
    body = line("Museum guide interview") + "".join(
        line(f"Question {n}: {q}") + table([("1", "3", "5"), ("argues", "stays polite", "solves it")])
        for n, q in enumerate(asked, 1)
    )
    assert questions(tmp_path, body) == [
        "## Questions [10]",
        "5 |  | Tell me abou… was upset. | criterion=5(1:1-1 3:3-3 5:5-5) minutes=2.5",
        "5 |  | Tell me abou…went wrong. | criterion=5(1:1-1 3:3-3 5:5-5) minutes=2.5",
    ]


def test_a_table_of_questions_with_its_title_inside_and_sections_as_rows(tmp_path):
    body = line("面试题") + table(
        [
            (spanning("展厅讲解员题库", 4),),
            ("题号", "题目", "分值", "参考答案"),
            (spanning("一、秩序", 4),),
            ("1", ASKED[0][0], "10", ASKED[0][1]),
            (spanning("二、设备", 4),),
            ("2", ASKED[1][0], "10", ASKED[1][1]),
        ]
    )
    assert questions(tmp_path, body) == [
        "## 秩序 [10]",
        "10 |  | 儿童区有孩子走散，你怎么办？ | answer minutes=5",
        "## 设备 [10]",
        "10 |  | 展柜玻璃裂了一条缝，你怎么安排？ | answer minutes=5",
    ]


def test_a_table_of_questions_whose_scoring_lines_have_a_row_each(tmp_path):
    body = line("展厅讲解员面试题") + table(
        [
            ("序号", "题目", "评分要点", "分值"),
            *[
                row
                for n, (q, _) in enumerate(ASKED, 1)
                for row in (
                    (beginning(str(n)), beginning(q), "先后有序", "4"),
                    (going_on(), going_on(), "办法可行", "6"),
                )
            ],
        ]
    )
    assert questions(tmp_path, body) == [
        "## 面试试题 [20]",
        "10 |  | 儿童区有孩子走散，你怎么办？ | key_points=2(4+6) minutes=5",
        "10 |  | 展柜玻璃裂了一条缝，你怎么安排？ | key_points=2(4+6) minutes=5",
    ]


@pytest.mark.parametrize(
    "header", [("序号", "面试内容", "答题要点"), ("题号", "面试题目", "考察点及参考答案"), None], ids=str
)
def test_columns_that_do_not_say_what_they_hold_are_known_by_what_they_ask(header, tmp_path):
    rows = [(str(n), q, a) for n, (q, a) in enumerate(ASKED, 1)]
    found = questions(tmp_path, line("展厅讲解员面试题") + table([header, *rows] if header else rows))
    assert [x.split(" | ")[2] for x in found[1:]] == [q for q, _ in ASKED]
    assert all("answer" in x or "key_points" in x for x in found[1:])


def test_numbers_typed_or_automatic_before_questions_in_a_table(tmp_path):
    lists = Lists()
    here = lists.new()
    body = line("展厅讲解员面试题") + table(
        [("题目", "参考答案"), *[(cell(line(q, number=(here, 0))), a) for q, a in ASKED]]
    )
    assert [x.split(" | ")[2] for x in questions(tmp_path, body, lists.xml)[1:]] == [q for q, _ in ASKED]


def test_a_table_that_a_question_is_about_stays_with_it(tmp_path):
    body = (
        line("展厅讲解员面试题")
        + line("1. 根据下表回答问题。（10分）")
        + table([("月份", "客流"), ("一月", "120"), ("二月", "90")])
        + line("客流为什么下降？")
        + line("参考答案：春节闭馆。")
    )
    data, _ = bank_of(saved(tmp_path, word_file(body)), tmp_path)
    assert "二月\t90" in data["sections"][0]["questions"][0]["stem"]


def test_a_score_sheet_at_the_end_is_no_rubric_of_the_last_question(tmp_path):
    body = each(lambda n, q, a: line(f"{n}. {q}（10分）") + line(f"参考答案：{a}")) + line("附件：面试评分表")
    body += table(
        [("序号", "评价要素", "满分", "得分"), ("1", "语言表达", "60", ""), ("2", "仪表", "40", "")]
    )
    data, _ = bank_of(saved(tmp_path, word_file(body)), tmp_path)
    assert [q["points"] for q in data["sections"][0]["questions"]] == [10, 10]
    assert "语言表达" in str(data["unparsed"])
