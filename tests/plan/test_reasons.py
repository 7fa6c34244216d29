"""What differs between two lists of ingredients, as sentences."""

from __future__ import annotations

import pytest
from small_bank import edited, loaded

from builder.compose.documents import BY_ID
from builder.plan.parts import view_parts
from builder.plan.stale import differences


def said(before, now, language="en"):
    return [sentence.in_language(language) for sentence in differences(before, now)]


@pytest.mark.parametrize(
    ("name", "english", "chinese"),
    [
        ("view/sections/past/questions/q-k-03", "question q-k-03 changed", "试题 q-k-03 有改动"),
        ("view/questions/3", "question 3 changed", "试题 3 有改动"),
        ("view/competencies/calm", "competency calm changed", "测评要素 calm 有改动"),
        ("view/position", "the bank's position changed", "题库的 position 有改动"),
        ("template/parts/rubric.html.j2", "part rubric.html.j2 changed", "模板片段 rubric.html.j2 有改动"),
        ("label/score_sheet.total", "label score_sheet.total changed", "固定用语 score_sheet.total 有改动"),
        ("theme/colours", "theme colours changed", "主题 colours 有改动"),
        ("fonts", "the fonts changed", "字体 有改动"),
        ("print.css", "print.css changed", "print.css 有改动"),
    ],
)
def test_what_changed_is_named_in_both_languages(name, english, chinese):
    assert said({name: "a", "x": "1"}, {name: "b", "x": "1"}) == [english]
    assert said({name: "a"}, {name: "b"}, "zh") == [chinese]


def test_versions_are_told():
    assert said({"program": "0.1.0 ab"}, {"program": "0.2.0 cd"}) == ["packs 0.2.0 instead of 0.1.0"]
    assert said({"program": "0.1.0 ab"}, {"program": "0.1.0 cd"}) == ["the program changed"]
    assert said({"engine/weasyprint": "69"}, {"engine/weasyprint": "70.0"}) == [
        "weasyprint 70.0 instead of 69"
    ]


def test_what_came_and_what_went_is_told_and_the_order_is_not():
    before = {"view/questions": "1 2", "view/questions/1": "a", "view/questions/2": "b"}
    now = {"view/questions": "1", "view/questions/1": "a"}
    assert said(before, now) == ["question 2 is gone"]
    assert said(now, before) == ["question 2 is new"]
    assert said(now, {**now, "view/questions": "1 "}) == ["the order of questions changed"]


def test_nothing_is_said_of_what_is_the_same():
    assert said({"view/id": "a", "fonts": "b"}, {"fonts": "b", "view/id": "a"}) == []


class TestPartsOfAView:
    def parts(self, tmp_path, text, kind="interviewer-pack"):
        return view_parts(BY_ID[kind].view(loaded(tmp_path, text).bank))

    def differing(self, tmp_path, old, new, kind="interviewer-pack"):
        before = self.parts(tmp_path, edited("weight: 60", "weight: 60"), kind)
        now = self.parts(tmp_path, edited(old, new), kind)
        return {name for name in {*before, *now} if before.get(name) != now.get(name)}

    def test_a_question_is_a_part_by_its_id(self, tmp_path):
        changed = self.differing(tmp_path, "密：先接哪一部？", "密：先接哪部？")
        assert changed == {"sections/past/questions/q-calm"}

    def test_a_candidates_question_is_a_part_by_its_number(self, tmp_path):
        changed = self.differing(tmp_path, "两部电话", "三部电话", "question-cards")
        assert changed == {"questions/2"}

    def test_a_section_counts_without_its_questions(self, tmp_path):
        assert self.differing(tmp_path, "title: 经历", "title: 过往") == {"sections/past"}

    @pytest.mark.parametrize("kind", BY_ID)
    def test_every_document_has_parts_and_the_same_bank_has_the_same(self, tmp_path, kind):
        text = edited("weight: 60", "weight: 60")
        parts = self.parts(tmp_path, text, kind)
        assert len(parts) > 5
        assert parts == self.parts(tmp_path, text, kind)
