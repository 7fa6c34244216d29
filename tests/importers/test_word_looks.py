"""What only a file with looks tells: bold questions, labels without a colon, sections that are larger or heavier."""

from __future__ import annotations

from typing import Any

import pytest
from import_outline import bank_of, outline_of
from word_files import Lists, paragraph, run, runs, saved, word_file

ASKED = (
    ("夜班水泵报警，你怎么办？", "先看压力表，再到泵房，路上给班长打电话，不靠猜。"),
    ("住户说水有味道，你怎么答？", "留水样，问清哪几层，当天给书面答复并登记在册。"),
    ("新来的同事不戴手套，你怎么说？", "先停下活，把去年那次受伤的经过讲给他听一遍。"),
)


def line(text: str, style: str = "", number: tuple[int, int] | None = None) -> str:
    return paragraph(runs(text), style, number)


def found(folder: Any, body: str, numbering: str = "") -> list[str]:
    data, _ = bank_of(saved(folder, word_file(body, numbering=numbering)), folder)
    return outline_of(data).splitlines()[2:]


ANSWERED = [f"0 |  | {q} | answer" for q, _ in ASKED]


@pytest.mark.parametrize("numbered", [True, False])
def test_plain_words_below_questions_in_bold_are_their_answers(numbered, tmp_path):
    lists = Lists()
    number = (lists.new(), 0) if numbered else None
    body = "".join(line(f"**{q}**", number=number) + line(a) for q, a in ASKED)
    assert found(tmp_path, line("**泵房值班员面试题**") + body, lists.xml) == [
        "## 面试试题 [0]",
        *ANSWERED,
        "unparsed 0",
    ]


def test_plain_words_below_questions_as_headings_are_their_answers(tmp_path):
    body = (
        line("泵房值班员面试题", "a3")
        + line("日常处置", "1")
        + "".join(line(q, "2") + line(a) for q, a in ASKED)
    )
    assert found(tmp_path, body) == ["## 日常处置 [0]", *ANSWERED, "unparsed 0"]


def test_bold_labels_need_no_colon(tmp_path):
    body = "".join(
        line(f"{n}、{q}") + line(f"**参考答案**　{a}") + line("**追问**　还有吗？")
        for n, (q, a) in enumerate(ASKED, 1)
    )
    assert found(tmp_path, line("泵房值班员面试题") + body)[1:-1] == [f"{x} probes=1" for x in ANSWERED]


@pytest.mark.parametrize("looks", ['<w:sz w:val="30"/>', '<w:rFonts w:eastAsia="黑体"/>', "<w:b/>"])
def test_lines_that_stand_out_are_sections(looks, tmp_path):
    lists = Lists()
    here = lists.new()
    asked = [line(q, number=(here, 0)) + line(f"答：{a}") for q, a in ASKED]
    body = (
        paragraph(run("泵房值班员面试题", '<w:sz w:val="44"/>'))
        + paragraph(run("设备", looks)) + asked[0] + asked[1]
        + paragraph(run("带班", looks)) + asked[2]
    )  # fmt: skip
    assert found(tmp_path, body, lists.xml) == [
        "## 设备 [0]",
        *ANSWERED[:2],
        "## 带班 [0]",
        ANSWERED[2],
        "unparsed 0",
    ]


def test_lists_in_answers_that_look_like_the_questions_are_no_questions(tmp_path):
    lists = Lists()
    shape, inner = lists.define(("decimal", "%1.")), lists.define(("decimal", "%1."))
    here = lists.use(shape)
    body = line("泵房值班员面试题")
    for q, _ in ASKED:
        steps = lists.use(inner, 1)
        body += line(q, number=(here, 0)) + line("参考答案：")
        body += "".join(
            line(text, number=(steps, 0))
            for text in ("请班长到场，问他怎么看？", "如何记录？写在本上。", "复盘")
        )
    assert found(tmp_path, body, lists.xml) == ["## 面试试题 [0]", *ANSWERED, "unparsed 0"]


@pytest.mark.parametrize(
    "levels",
    [
        (("chineseCountingThousand", "%1、"), ("decimal", "%2.")),
        (("decimal", "%1."), ("decimal", "%1.%2")),
        (("upperRoman", "%1."), ("decimal", "题目%2：")),
        (("decimal", "第%1部分"), ("decimal", "Q%2.")),
    ],
)
def test_sections_and_questions_are_levels_of_one_list(levels, tmp_path):
    lists = Lists()
    here = lists.use(lists.define(*levels))
    asked = [line(q, number=(here, 1)) + line(f"答：{a}") for q, a in ASKED]
    body = (
        line("泵房值班员面试题")
        + line("设备", number=(here, 0))
        + asked[0]
        + asked[1]
        + line("带班", number=(here, 0))
        + asked[2]
    )
    assert found(tmp_path, body, lists.xml) == [
        "## 设备 [0]",
        *ANSWERED[:2],
        "## 带班 [0]",
        ANSWERED[2],
        "unparsed 0",
    ]
