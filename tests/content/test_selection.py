"""A pack holds the questions it selects; points and minutes follow."""

from __future__ import annotations

from decimal import Decimal

import pytest
from small_bank import BANK, edited, loaded

from builder.content.selection import selected
from builder.errors import RequestError
from builder.model.project import Select

SECOND = """\
  - id: job
    title: 岗位
    points: 3
    minutes: 5
    questions:
      - {id: q-job, type: motivation, competencies: [calm], points: 3, answer_minutes: 4, stem: 为什么选夜班？, tags: [动机]}
"""


@pytest.fixture
def bank(tmp_path):
    """The small bank with a second section."""
    return loaded(tmp_path, BANK + SECOND).bank


def asked(bank):
    return [q.id for s in bank.sections for q in s.questions if q.status == "live" and not q.practice]


@pytest.mark.parametrize(
    ("select", "ids"),
    [
        (Select(), ["q-handover", "q-calm", "q-job"]),
        (Select(sections=["job"]), ["q-job"]),
        (Select(questions=["q-job", "q-calm"]), ["q-calm", "q-job"]),
        (Select(tags=["重点"]), ["q-handover"]),
        (Select(tags=["重点", "动机"]), ["q-handover", "q-job"]),
        (Select(sections=["past"], tags=["重点"]), ["q-handover"]),
        (Select(sections=["past"], questions=["q-calm", "q-job"]), ["q-calm"]),
    ],
)
def test_conditions_add_up_and_the_order_is_the_banks(bank, select, ids):
    assert asked(selected(bank, select)) == ids


def test_a_section_that_loses_questions_keeps_its_share_of_minutes_and_the_points_that_are_left(bank):
    (past,) = selected(bank, Select(questions=["q-handover"])).sections
    assert (past.points, past.minutes) == (6, 6)
    assert bank.sections[0].points == 10


def test_minutes_stay_whole_or_half(tmp_path):
    odd = loaded(tmp_path, edited("minutes: 12", "minutes: 12.5")).bank
    (past,) = selected(odd, Select(questions=["q-calm"])).sections
    assert past.minutes == Decimal(6)


def test_practice_questions_stay_and_a_selected_draft_counts_for_nothing(bank):
    chosen = selected(bank, Select(questions=["q-calm", "d-later"]))
    (past,) = chosen.sections
    assert "p-hello" in [q.id for q in past.questions]
    assert asked(chosen) == ["q-calm"]
    assert (past.points, past.minutes) == (4, 6)


@pytest.mark.parametrize(
    ("select", "said", "hint"),
    [
        (Select(questions=["q-clam"]), "night-desk has no question “q-clam”", "did you mean “q-calm”?"),
        (Select(sections=["passt"]), "night-desk has no section “passt”", "did you mean “past”?"),
        (Select(tags=["重要"]), "night-desk has no tag “重要”", "did you mean “重点”?"),
        (Select(tags=["zzz"]), "night-desk has no tag “zzz”", "there are: 动机, 重点"),
        (Select(sections=["job"], tags=["重点"]), "no question of night-desk fits the selection", "loosen"),
        (Select(questions=["p-hello"]), "no question of night-desk fits the selection", "loosen"),
        (Select(questions=["d-later"]), "no question of night-desk fits the selection", "loosen"),
    ],
)
def test_a_selection_of_what_is_not_there_is_told(bank, select, said, hint):
    with pytest.raises(RequestError) as caught:
        selected(bank, select)
    assert caught.value.sentence.in_language("en") == said
    assert hint in caught.value.hint.in_language("en")
