"""What raters see when they calibrate, what the answer key holds, and who never sees the samples."""

from __future__ import annotations

import itertools

import pytest
from small_bank import BANK, edited, loaded

from builder.compose.documents import BY_ID, DOCUMENTS
from builder.compose.imprint import fingerprint
from builder.content.views.answers import answer_key_view
from builder.content.views.calibration import blind_order, calibration_view
from builder.content.views.interviewer import interviewer_view
from builder.model.bank import SampleAnswer

SAMPLES = ("密：我交给下一班了。", "密：我交给了小周。", "密：我六点前交给了小周并回访。")
NOT_IN_THE_KEY = (
    "密：对方怎样确认收到？",  # a probe
    "密：区分交清楚和交出去。",  # intent
    "密：亲历者记得时间。",  # analysis
    "密：只说交了",  # a common error
    "密：记下原话",  # a red flag
    "密：请离场。",  # a script
    "凌晨两点还有三件事没有办完。",  # the scenario
)


@pytest.fixture
def bank(tmp_path):
    """The model of a bank's text."""
    return lambda text=BANK: loaded(tmp_path, text).bank


def samples(answer="我先看系统。"):
    return [
        SampleAnswer(level=level, answer=answer, points=1, reason="略") for level in ("low", "mid", "high")
    ]


def order(question_id, given):
    return [sample.level for sample in blind_order(question_id, given)]


def test_the_place_of_a_sample_tells_nothing_of_its_level():
    orders = {tuple(order(f"q-{n}", samples())) for n in range(100)}
    assert orders == set(itertools.permutations(("low", "mid", "high")))


@pytest.mark.parametrize("turn", list(itertools.permutations(range(3))))
def test_samples_keep_their_letters_however_they_stand_in_the_file_and_whatever_they_say(turn):
    given = samples("另一种说法。")
    assert order("q-1", [given[i] for i in turn]) == order("q-1", samples())


def test_the_sheet_holds_only_questions_with_samples_numbered_as_they_are_asked(bank):
    first = edited(
        "    questions:\n      - id: q-handover",
        "    questions:\n      - {id: q-new, type: open, competencies: [calm], points: 0, answer_minutes: 1, stem: 新题。}\n      - id: q-handover",
    )
    view = calibration_view(bank(first))
    assert [(q.number, q.id) for q in view.questions] == [(2, "q-handover")]
    assert {s.answer for s in view.questions[0].samples} == set(SAMPLES)
    assert [(b.label, b.min, b.max) for b in view.questions[0].bands[:1]] == [("密好", 4.5, 6)]


@pytest.mark.parametrize("change", [("status: draft", "status: live"), ("status: draft", "practice: true")])
def test_samples_of_a_question_that_is_not_asked_make_no_sheet(bank, change):
    start, end = BANK.index("        calibration:\n"), BANK.index("      - id: q-calm")
    moved = BANK[:start] + BANK[end:] + BANK[start:end]
    assert BY_ID["calibration-sheet"].fits(bank(BANK))
    assert not BY_ID["calibration-sheet"].fits(bank(moved))
    assert BY_ID["calibration-sheet"].fits(bank(edited(*change, moved))) is ("live" in change[1])


def test_no_other_view_holds_a_sample(bank):
    held = bank()
    for kind in DOCUMENTS:
        if kind.fits(held):
            said = kind.view(held).model_dump_json()
            assert all((sample in said) is (kind.id == "calibration-sheet") for sample in SAMPLES), kind.id


def test_an_edit_of_a_sample_leaves_every_other_document_as_it_was(bank):
    before, after = bank(), bank(edited("密：我交给了小周。", "密：我交给了小吴。"))
    kinds = [kind for kind in DOCUMENTS if kind.fits(before)]
    changed = {k.id for k in kinds if fingerprint(k.view(before)) != fingerprint(k.view(after))}
    assert changed == {"calibration-sheet"}


def test_the_answer_key_holds_answers_and_rubrics_and_nothing_to_ask_with(bank):
    view = answer_key_view(bank())
    assert [(a.number, a.id) for s in view.sections for a in s.answers] == [(1, "q-handover"), (2, "q-calm")]
    answer = view.sections[0].answers[0]
    source = interviewer_view(bank()).questions[0]
    assert answer.key_points == source.guide.key_points
    assert (answer.model_answer, answer.rubric) == (source.guide.model_answer, source.rubric)
    said = view.model_dump_json()
    assert [text for text in NOT_IN_THE_KEY if text not in BANK] == []
    assert [text for text in NOT_IN_THE_KEY if text in said] == []


def test_a_bank_without_guides_and_rubrics_gets_no_answer_key(bank):
    held = bank()
    bare = [q.model_copy(update={"guide": None, "rubric": []}) for q in held.sections[0].questions]
    empty = held.model_copy(update={"sections": [held.sections[0].model_copy(update={"questions": bare})]})
    assert BY_ID["answer-key"].fits(held)
    assert not BY_ID["answer-key"].fits(empty)
