"""Scoring rules against second, naive implementations and against sums done by hand."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.scoring import (
    ScoreError,
    composite,
    consensus,
    mean,
    panel_adjust,
    ranks,
    trim_by_competency,
    trim_total,
)

D = Decimal
SCORE = st.integers(0, 200).map(lambda halves: D(halves) / 2)
PANEL = st.lists(SCORE, min_size=5, max_size=9)


def rounded(value: D) -> D:
    return value.quantize(D("0.01"), ROUND_HALF_UP)


@given(PANEL)
def test_trimming_is_sorting_and_cutting_both_ends(scores):
    middle = sorted(scores)[1:-1]
    trimmed = trim_total(scores)
    assert trimmed.result == rounded(sum(middle) / len(middle))
    assert trimmed.valid_total == sum(middle)
    assert trimmed.valid_count == len(scores) - 2


@given(PANEL)
def test_the_dropped_marks_are_one_highest_and_one_other_lowest(scores):
    trimmed = trim_total(scores)
    assert scores[trimmed.highest] == max(scores)
    assert scores[trimmed.lowest] == min(scores)
    assert trimmed.highest != trimmed.lowest


@given(PANEL, st.randoms(use_true_random=False))
def test_the_order_of_raters_does_not_change_the_result(scores, random):
    shuffled = random.sample(scores, len(scores))
    assert trim_total(shuffled).result == trim_total(scores).result
    assert mean(shuffled).result == mean(scores).result


@given(st.lists(SCORE, min_size=1, max_size=9))
def test_the_mean_lies_between_the_marks(scores):
    assert min(scores) <= mean(scores).result <= max(scores)
    assert mean(scores).result == rounded(sum(scores) / len(scores))


@given(
    st.integers(5, 9).flatmap(
        lambda n: st.lists(st.lists(SCORE, min_size=n, max_size=n), min_size=1, max_size=7)
    )
)
def test_by_competency_adds_unrounded_averages(table):
    marks = {f"c{i}": scores for i, scores in enumerate(table)}
    with localcontext(prec=50):
        naive = sum(sum(sorted(s)[1:-1]) / (len(s) - 2) for s in table).quantize(D("1e-30"))
    assert abs(trim_by_competency(marks).result - naive) <= D("0.005")
    assert trim_by_competency(marks).result == rounded(naive)


@pytest.mark.parametrize(
    ("scores", "result"),
    [
        (["88", "85", "85", "85", "80"], "85.00"),
        (["90", "90", "90", "70", "70"], "83.33"),
        (["81", "82.5", "82.5", "83", "84.5", "86"], "83.13"),
        (["85", "85", "85", "85", "85"], "85.00"),
    ],
)
def test_trimming_worked_by_hand(scores, result):
    assert trim_total([D(s) for s in scores]).result == D(result)


def test_a_tie_is_rounded_up_where_python_rounds_to_even():
    assert mean([D("83"), D("83.5"), D("83"), D("83")]).result == D("83.13")
    assert round(83.125, 2) == 83.12


def test_equal_highest_marks_lose_only_one():
    trimmed = trim_total([D(90), D(90), D(90), D(60), D(70)])
    assert (trimmed.highest, trimmed.lowest, trimmed.valid_total) == (0, 3, D(250))


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_fewer_than_five_raters_cannot_be_trimmed(count):
    with pytest.raises(ScoreError, match=r"too few|不足"):
        trim_total([D(80)] * count)


def test_no_marks_are_no_result():
    with pytest.raises(ScoreError):
        mean([])


def test_raters_must_mark_every_competency():
    with pytest.raises(ScoreError):
        trim_by_competency({"a": [D(1)] * 5, "b": [D(1)] * 6})


def test_a_consensus_outside_the_marks_wants_a_reason():
    marks = [D(3), D(4)]
    assert consensus(marks, D("3.5")).result == D("3.50")
    with pytest.raises(ScoreError):
        consensus(marks, D(5))
    assert consensus(marks, D(5), "原始记录有误，复听录音后改判").result == D("5.00")


def test_second_averaging_worked_by_hand():
    # A1 = 80, A2 = 90, R = 85: factors 1.0625 and 0.9444…
    adjusted = panel_adjust({"一": {"1": D(78), "2": D(82)}, "二": {"3": D(88), "4": D(92)}})
    assert adjusted.overall == D("85.00")
    assert adjusted.factors == {"一": D("1.0625"), "二": D("0.9444")}
    assert adjusted.results == {"1": D("82.88"), "2": D("87.13"), "3": D("83.11"), "4": D("86.89")}


@given(
    st.lists(
        st.lists(st.integers(120, 200).map(lambda n: D(n) / 2), min_size=1, max_size=8),
        min_size=1,
        max_size=5,
    )
)
def test_second_averaging_makes_rooms_alike_and_keeps_their_order(table):
    rooms = {f"r{i}": {f"r{i}-{j}": s for j, s in enumerate(scores)} for i, scores in enumerate(table)}
    adjusted = panel_adjust(rooms)
    for raw in rooms.values():
        after = [adjusted.results[candidate] for candidate in raw]
        assert abs(sum(after) / len(after) - adjusted.overall) <= D("0.01")
        assert sorted(raw, key=lambda c: (raw[c], c)) == sorted(
            raw, key=lambda c: (adjusted.results[c], raw[c], c)
        )


def test_a_candidate_cannot_stand_in_two_rooms():
    with pytest.raises(ScoreError):
        panel_adjust({"一": {"1": D(80)}, "二": {"1": D(90)}})


def test_equal_results_share_a_rank_and_the_absent_have_none():
    results = {"1": D("88.50"), "2": D("90.00"), "3": D("88.50"), "4": None, "5": D("70.00")}
    assert ranks(results) == {"1": 2, "2": 1, "3": 2, "4": None, "5": 4}


@given(SCORE.filter(lambda s: s <= 100), SCORE.filter(lambda s: s <= 100), st.integers(0, 100).map(D))
def test_a_composite_lies_between_its_parts(written, interview, share):
    result = composite(written, interview, share)
    assert min(written, interview) <= result <= max(written, interview)
    assert result == rounded((written * (100 - share) + interview * share) / 100)


def test_a_share_beyond_one_hundred_is_refused():
    with pytest.raises(ScoreError):
        composite(D(80), D(80), D(120))
