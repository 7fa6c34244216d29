"""A pack that must fit into a time, and packs on forms A and B."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.content.bank import live_questions, load_bank
from builder.content.selection import explained, selected
from builder.content.timing import total_minutes
from builder.errors import RequestError
from builder.model.project import Select

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def bank():
    """The Chinese bank as shipped: twenty questions of four and a half minutes."""
    loaded, _ = load_bank(ROOT / "content/qa-specialist.yaml", Path("content/qa-specialist.yaml"))
    return loaded.bank


def ids(bank):
    return [q.id for q in live_questions(bank)]


@given(minutes=st.integers(25, 100), seed=st.integers(0, 50))
def test_the_time_is_kept_and_every_competency_covered(bank, minutes, seed):
    chosen = list(live_questions(selected(bank, Select(minutes=minutes, seed=seed))))
    assert chosen
    assert total_minutes(chosen) <= minutes
    assert {c for q in chosen for c in q.competencies} == {c.id for c in bank.competencies}


@given(minutes=st.integers(25, 95), seed=st.integers(0, 50))
def test_no_question_that_would_still_fit_is_left_out(bank, minutes, seed):
    chosen = list(live_questions(selected(bank, Select(minutes=minutes, seed=seed))))
    left = minutes - total_minutes(chosen)
    out = [q for q in live_questions(bank) if q.id not in {c.id for c in chosen}]
    assert all(total_minutes([q]) > left for q in out)


def test_the_same_seed_gives_the_same_choice_and_another_seed_another(bank):
    def choice(seed):
        return ids(selected(bank, Select(minutes=45, seed=seed)))

    assert choice(7) == choice(7)
    assert len({tuple(choice(seed)) for seed in range(6)}) > 1


def test_the_choice_is_spread_over_the_sections(bank):
    chosen = selected(bank, Select(minutes=45))
    assert [len(s.questions) for s in chosen.sections if s.points] == [2, 2, 2, 2, 2]


def test_points_and_minutes_of_the_sections_follow(bank):
    chosen = selected(bank, Select(minutes=45))
    live = list(live_questions(chosen))
    assert sum(s.points for s in chosen.sections) == sum(q.points for q in live)
    assert sum(s.minutes for s in chosen.sections) == total_minutes(live) == Decimal(45)


def test_too_short_a_time_is_refused_with_the_least_it_takes(bank):
    with pytest.raises(RequestError, match="minutes"):
        selected(bank, Select(minutes=5))


def test_the_order_of_questions_in_the_pack_is_the_banks(bank):
    order = ids(bank)
    assert [order.index(i) for i in ids(selected(bank, Select(minutes=60, seed=3)))] == sorted(
        order.index(i) for i in ids(selected(bank, Select(minutes=60, seed=3)))
    )


def test_what_was_chosen_is_said_in_a_sentence(bank):
    sentence = explained(bank, selected(bank, Select(questions=["qa-m-01", "qa-k-02"])))
    assert sentence.in_language("en").startswith("2 of 20 questions, 10 points, 10 minutes: qa-m-01 qa-k-02")
    assert explained(bank, selected(bank, Select())) is None


@pytest.fixture
def paired(bank):
    """The bank with two parallel pairs."""
    pairs = {"qa-m-01": "m", "qa-m-02": "m", "qa-s-01": "s", "qa-s-03": "s"}
    sections = [
        s.model_copy(
            update={
                "questions": [q.model_copy(update={"parallel_group": pairs.get(q.id)}) for q in s.questions]
            }
        )
        for s in bank.sections
    ]
    return bank.model_copy(update={"sections": sections})


def test_forms_share_all_but_the_parallel_questions(paired):
    form_a, form_b = (ids(selected(paired, Select(), form)) for form in ("A", "B"))
    assert set(form_a) - set(form_b) == {"qa-m-01", "qa-s-01"}
    assert set(form_b) - set(form_a) == {"qa-m-02", "qa-s-03"}
    assert len(form_a) == len(form_b) == 18


def test_forms_are_worth_the_same(paired):
    totals = {sum(s.points for s in selected(paired, Select(), form).sections) for form in ("A", "B")}
    assert totals == {Decimal(90)}


def test_a_bank_without_parallel_questions_has_no_forms(bank):
    with pytest.raises(RequestError, match="parallel"):
        selected(bank.model_copy(update={"sections": bank.sections[:1]}), Select(), "A")
