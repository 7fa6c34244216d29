"""Whole documents as a careful team makes them: a heading a question, its parts below it under bold words and in tables."""

from __future__ import annotations

from typing import Any

from import_outline import bank_of, outline_of
from word_files import Lists, paragraph, run, runs, saved, spanning, table, word_file

from builder.importers.blocks import Block
from builder.importers.understanding.bylines import explicit

ASKED = (
    ("退票窗口排队", "晚点三小时，退票窗口前有两百人，你怎样安排？", ("先分流", "再报时间"), 10),
    ("遗失的药箱", "旅客的药箱忘在车上，车已开走，你怎样答复？", ("联系下一站", "说清时限"), 12),
)


def line(text: str, style: str = "") -> str:
    return paragraph(runs(text), style)


def question(n: int, title: str, stem: str, points: tuple[str, str], worth: int) -> str:
    half = worth // 2
    criterion = (
        f"{points[0]}\n{half}分",
        f"{half - 1}–{half}分 做到且有先后",
        f"1–{half - 2}分 做到一半，说法含混，1分",
        "0分 没有做",
    )
    return (
        line(f"第{n}题　{title}", "3")
        + line(f"**应变 · 现场处置 · {worth}分 · 思考1分钟 · 作答4分钟 · 难度：中**")
        + line("**题目**") + line(stem)
        + table([("得分要点", "必答", "分值"), (points[0], "●", str(half)), (points[1], "", str(half))])
        + line("**参考答案**") + line("我先到窗口看一遍，再请同事把人分成两队。") + line("**先说时间，再说办法**") + line("九点前答复每一位。")
        + line("**评分标准**")
        + table([("评分项", "好", "中", "差"), criterion, (f"{points[1]}\n{half}分", *criterion[1:]), ("合计", "", "", "")])
        + line("**可用追问**") + paragraph(run("还有别的办法吗？"), number=(1, 0)) + paragraph(run("谁来接手？"), number=(1, 0))
        + table([("红旗", "影响"), ("推给别的部门", "本项不高于中"), ("许诺做不到的事", "本项为差")])
    )  # fmt: skip


def pack() -> str:
    overview = table(
        [
            ("题号", "题目", "分值"),
            *[(str(n), title, str(worth)) for n, (title, _, _, worth) in enumerate(ASKED, 1)],
            (spanning("合计", 2), "22"),
        ]
    )
    return (
        line("站务员面试题本", "a3")
        + line("双向细目表", "1") + overview
        + line("第一部分　应变题", "1") + line("**2题，共22分，约10分钟**")
        + "".join(question(n, *asked) for n, asked in enumerate(ASKED, 1))
    )  # fmt: skip


def imported(folder: Any, body: str) -> Any:
    lists = Lists()
    lists.new()
    data, _ = bank_of(saved(folder, word_file(body, numbering=lists.xml)), folder)
    return data


def test_every_part_of_every_question_is_found_and_no_other_question(tmp_path):
    data = imported(tmp_path, pack())
    found = [x for x in outline_of(data).splitlines() if x.startswith(("##", "1"))]
    ten = "criterion=5(好:4-5 中:1-3 差:0-0) criterion=5(好:4-5 中:1-3 差:0-0)"
    twelve = "criterion=6(好:5-6 中:1-4 差:0-0) criterion=6(好:5-6 中:1-4 差:0-0)"
    assert found == [
        "## 应变题 [22]",
        f"10 | 退票窗口排队 | 晚点三小时，退票窗口前有两百人，你怎样安排？ | answer key_points=2(5+5) red_flags=2 {ten} probes=2 think_minutes=1 tags=['应变'] minutes=4",
        f"12 | 遗失的药箱 | 旅客的药箱忘在车上，车已开走，你怎样答复？ | answer key_points=2(6+6) red_flags=2 {twelve} probes=2 think_minutes=1 tags=['应变'] minutes=4",
    ]
    assert [c["name"] for c in data["competencies"]] == ["现场处置"]


def test_bold_words_inside_an_answer_stay_in_it(tmp_path):
    answer = imported(tmp_path, pack())["sections"][0]["questions"][0]["guide"]["model_answer"]
    assert "先说时间，再说办法" in answer
    assert "九点前答复每一位。" in answer


def test_a_table_that_lists_questions_standing_below_is_no_question_itself(tmp_path):
    assert "退票窗口排队" in str(imported(tmp_path, pack())["unparsed"])


def test_lines_of_particulars_get_their_labels_in_the_language_of_the_line():
    def shown(text: str) -> list[str]:
        return [block.text for block in explicit([Block(text, bold_lead=text)])]

    assert shown("行为 · 带人 · 10分 · 作答5分钟 · 较难") == [
        "题型：行为",
        "考察要素：带人",
        "分值：10",
        "用时：5",
        "难度：较难",
    ]
    assert shown("Behavioural · Coaching · 8 points · 4 min") == [
        "Type: Behavioural",
        "Competencies: Coaching",
        "Points: 8",
        "Time: 4",
    ]
    for text in ("2 questions · 16 points", "沟通 · 协作", "第一步 · 先听完。 · 10分", "一句普通的话"):
        assert shown(text) == [text]
