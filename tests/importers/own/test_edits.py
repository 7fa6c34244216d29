"""What somebody changes in Word comes back as changed, and nothing else does."""

from __future__ import annotations

from decimal import Decimal

import pytest
from own_packs import changed_fields

PACK, SHEET, HANDOUT = "interviewer-pack", "calibration-sheet", "candidate-handout"
Q = "sections/past/questions/q-handover"
EDITS = {
    "a word of a stem": (
        PACK,
        lambda desk: desk.replace("请讲一次你交接没有办完的工作", "请讲一次你移交没有办完的工作"),
        {f"{Q}/stem": "请讲一次你移交没有办完的工作的经过。"},
    ),
    "a stem typed anew": (
        PACK,
        lambda desk: desk.retype("两部电话同时响", "电话和来客同时到，你先管哪一个？"),
        {"sections/past/questions/q-calm/stem": "电话和来客同时到，你先管哪一个？"},
    ),
    "words at the end of a task": (
        PACK,
        lambda desk: desk.append("说清楚交给了谁。", "再说时间。"),
        {f"{Q}/task": "说清楚交给了谁。再说时间。"},
    ),
    "a paragraph more": (
        PACK,
        lambda desk: desk.press_enter("凌晨两点还有三件事没有办完。", "其中一件是客户的投诉。"),
        {f"{Q}/scenario": "凌晨两点还有三件事没有办完。\n\n其中一件是客户的投诉。"},
    ),
    "a title": (PACK, lambda desk: desk.append("第1题　密题名", "班"), {f"{Q}/title": "密题名：交接班"}),
    "a probe more": (
        PACK,
        lambda desk: desk.press_enter("密：对方怎样确认收到？", "密：后来呢？"),
        {f"{Q}/probes/1": "密：后来呢？"},
    ),
    "no probe": (PACK, lambda desk: desk.delete("密：先接哪一部？"), {"sections/past/questions/q-calm/probes/0": None}),
    "the points of a key point": (
        PACK,
        lambda desk: [desk.fill("密：说出时间", 2, ".5"), desk.replace("密：说出时间", "密：说出几点")],
        {f"{Q}/guide/key_points/1/points": Decimal("2.5"), f"{Q}/guide/key_points/1/text": "密：说出几点"},
    ),
    "a key point that must be there": (
        PACK,
        lambda desk: desk.fill("密：说出时间", 1, "是"),
        {f"{Q}/guide/key_points/1/must_have": True},
    ),
    "a key point more": (
        PACK,
        lambda desk: desk.add_row("密：说出时间", ["密：说出地点", "", "1"]),
        {
            f"{Q}/guide/key_points/2/text": "密：说出地点",
            f"{Q}/guide/key_points/2/points": Decimal(1),
            f"{Q}/guide/key_points/2/must_have": False,
        },
    ),
    "a key point less": (
        PACK,
        lambda desk: desk.delete_row("密：说出时间"),
        {f"{Q}/guide/key_points/1/{name}": None for name in ("text", "points", "must_have")},
    ),
    "a model answer in bold": (
        PACK,
        lambda desk: setattr(desk.with_words("密：我把三件事写在交接单上。").runs[0], "bold", True),
        {f"{Q}/guide/model_answer": "**密：我把三件事写在交接单上。**"},
    ),
    "letters that Markdown would take for its own": (
        PACK,
        lambda desk: desk.append("密：亲历者记得时间。", "3*2*1 是 _6_"),
        {f"{Q}/guide/analysis": r"密：亲历者记得时间。3\*2\*1 是 \_6\_"},
    ),
    "a level's descriptor and band": (
        PACK,
        lambda desk: [desk.replace("密：只有一项", "密：只有一样"), desk.replace("2–4分", "2.5–4分")],
        {f"{Q}/rubric/clear/levels/1/descriptor": "密：只有一样", f"{Q}/rubric/clear/levels/1/min": Decimal("2.5")},
    ),
    "a level's label": (
        PACK,
        lambda desk: desk.replace("密好", "密优"),
        {f"{Q}/rubric/clear/levels/0/label": "密优"},
    ),
    "a criterion more": (
        PACK,
        lambda desk: desk.add_row("密项：先后", ["密项：语气 1分", "1分 密：平和", "0–0.5分 密：急躁", ""]),
        {
            "sections/past/questions/q-calm/rubric/c-1/title": "密项：语气",
            "sections/past/questions/q-calm/rubric/c-1/levels/1/max": Decimal("0.5"),
            "sections/past/questions/q-calm/rubric/c-1/levels/1/descriptor": "密：急躁",
        },
    ),
    "minutes and difficulty": (
        PACK,
        lambda desk: [desk.replace("作答4分钟", "作答5.5分钟"), desk.replace("中", "难", "难度：")],
        {f"{Q}/answer_minutes": Decimal("5.5"), f"{Q}/difficulty": "hard"},
    ),
    "what a question assesses": (
        PACK,
        lambda desk: desk.replace("交接、沉着", "沉着"),
        {f"{Q}/competencies/0": "calm", f"{Q}/competencies/1": None},
    ),
    "a weight, in the table": (
        PACK,
        lambda desk: desk.replace("60%", "55%"),
        {"competencies/handover/weight": Decimal(55)},
    ),
    "what is done about a red flag": (
        PACK,
        lambda desk: desk.replace("密：记下原话", "密：记下原话并提出"),
        {f"{Q}/guide/red_flags/0/effect": "密：记下原话并提出"},
    ),
    "words read aloud, whose numbers stay gaps": (
        PACK,
        lambda desk: desk.append("密：本次共2题。", "请开始。"),
        {"scripts/opening": "密：本次共{n}题。请开始。"},
    ),
    "a section's title and minutes": (
        PACK,
        lambda desk: [
            next(p for p in desk.paragraphs() if p.style.name == "Heading 1" and "经历" in p.text).add_run("谈"),
            next(p for p in desk.paragraphs() if p.style.name == "Question Meta").runs[3].clear().add_text("15"),
        ],
        {"sections/past/title": "经历谈", "sections/past/minutes": Decimal(15)},
    ),
    "a question less": (
        PACK,
        lambda desk: _without_question(desk),
        None,
    ),
    "a sample answer": (
        SHEET,
        lambda desk: desk.replace("密：我交给了小周。", "密：我交给了小王。"),
        {f"{Q}/calibration/1/answer": "密：我交给了小王。"},
    ),
    "a standard": (
        SHEET,
        lambda desk: desk.replace("3.5", "3"),
        {f"{Q}/calibration/1/points": Decimal(3)},
    ),
    "the handout's text": (
        HANDOUT,
        lambda desk: desk.replace("三名考官逐题宣读。", "三名考官轮流宣读。"),
        {"handout/format": "三名考官轮流宣读。"},
    ),
    "a duty more": (
        HANDOUT,
        lambda desk: desk.press_enter("交接未办结事项", "检查门窗"),
        {"position/key_tasks/2": "检查门窗"},
    ),
    "a competency in plain words": (
        HANDOUT,
        lambda desk: desk.replace("慌乱时步骤不乱。", "着急的时候也有条理。"),
        {"handout/competency_notes/calm": "着急的时候也有条理。"},
    ),
    "a practice question": (
        HANDOUT,
        lambda desk: desk.replace("上一个夜班", "上个夜班"),
        {"sections/past/questions/p-hello/stem": "请用一分钟介绍你的上个夜班。"},
    ),
}  # fmt: skip


def _without_question(desk):
    """Everything from one question's heading to what follows it."""
    body = desk.document.element.body
    heads = [p._p for p in desk.paragraphs() if p.style.name in ("Heading 2", "Heading 1")]
    first = next(i for i, p in enumerate(heads) if "第2题" in "".join(p.itertext()))
    blocks = list(body)
    for block in blocks[blocks.index(heads[first]) : blocks.index(heads[first + 1])]:
        body.remove(block)


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_comes_back(name, papers):
    document, edit, expected = EDITS[name]
    desk = papers.desk(document)
    edit(desk)
    desk.save()
    again, made = papers.again()
    changed = {p: v for p, v in changed_fields(papers.bank, again).items() if "/d-later/" not in p}
    if expected is None:
        assert {path.split("/")[3] for path in changed} == {"q-calm"}
        assert [q.id for q in again.sections[0].questions] == ["q-handover", "p-hello"]
        return
    news = {path: value for path, value in changed.items() if path in expected or "/c-1/" not in path}
    assert news == expected
    assert again.unparsed == []
    assert made.edits.changed


class TestWordsOfNoField:
    def test_are_kept_and_told(self, papers):
        desk = papers.desk(PACK)
        desk.with_words("第2题　密题名").insert_paragraph_before("密：问过人事再定。")
        desk.fill("监督员", 2, "密：老李")
        desk.save()
        again, made = papers.again()
        assert again.unparsed == ["密：老李", "密：问过人事再定。"]
        assert made.edits.changed == {}
        assert "# check: 尚未归位" in made.text

    def test_a_value_that_is_none_stays_as_it_was(self, papers):
        desk = papers.desk(PACK)
        desk.replace("作答4分钟", "作答若干分钟")
        desk.save()
        again, made = papers.again()
        assert again.sections[0].questions[0].answer_minutes == 4
        assert "“作答若干分钟” cannot be understood" in str([n.in_language("en") for n in made.notes])

    def test_hidden_and_deleted_words_are_not_seen(self, papers):
        desk = papers.desk(PACK)
        desk.append("说清楚交给了谁。", "看不见的话").font.hidden = True
        paragraph = desk.with_words("两部电话同时响")
        paragraph.add_run("看不见的话").font.hidden = True
        desk.save()
        again, made = papers.again()
        assert made.edits.changed == {}
        assert again.sections[0].questions[1].stem == papers.bank.sections[0].questions[1].stem


def test_a_change_in_two_files_is_taken_from_the_pack(papers):
    for document, new in ((SHEET, "请讲一次你代班的经过。"), (PACK, "请讲一次你交班的经过。")):
        desk = papers.desk(document)
        desk.retype("请讲一次你交接没有办完的工作的经过。", new)
        desk.save()
    again, made = papers.again()
    assert again.sections[0].questions[0].stem == "请讲一次你交班的经过。"
    assert "was changed in interviewer-pack.docx and in calibration-sheet.docx" in str(
        [note.in_language("en") for note in made.notes]
    )


def test_a_change_in_the_calibration_sheet_alone_changes_the_bank(papers):
    desk = papers.desk(SHEET)
    desk.retype("请讲一次你交接没有办完的工作的经过。", "请讲一次你代班的经过。")
    desk.save()
    again, _ = papers.again()
    assert again.sections[0].questions[0].stem == "请讲一次你代班的经过。"


def test_bookmarks_that_were_lost_are_not_missed(papers):
    desk = papers.desk(PACK)
    for element in list(desk.document.element.body.iter()):
        if str(element.tag).endswith(("}bookmarkStart", "}bookmarkEnd")):
            element.getparent().remove(element)
    desk.replace("密：只说交了", "密：只说交过了")
    desk.save()
    again, _ = papers.again()
    changed = {p: v for p, v in changed_fields(papers.bank, again).items() if "/d-later/" not in p}
    assert changed == {f"{Q}/guide/common_errors/0": "密：只说交过了"}
