"""The organisers' view: how the raters' marks are added up, and nothing of the questions."""

from __future__ import annotations

from decimal import Decimal

import pytest
from small_bank import BANK, edited, loaded

from builder.content.views.panel import fits_panel, panel_view
from builder.errors import BuildError


def bank(folder, raters=5, rule="trim-total", scale="points"):
    extra = f"panel_size: {raters}\naggregation: {rule}\nscale: {scale}\nsections:\n"
    return loaded(folder, edited("sections:\n", extra)).bank


def test_it_holds_weights_and_points_but_no_word_of_a_question(tmp_path):
    view = panel_view(bank(tmp_path))
    assert (view.position, view.raters, view.points) == ("夜班服务台专员", 5, 10)
    assert [(c.name, c.weight) for c in view.competencies] == [("交接", 60), ("沉着", 40)]
    said = view.model_dump_json()
    for secret in ("题名", "密项", "密好", "值守夜间服务台", "漏交最伤客户", "密：写得出"):
        assert secret not in said
        assert secret in BANK


@pytest.mark.parametrize(("raters", "fits"), [(2, False), (3, True), (9, True), (10, False)])
def test_a_summary_has_columns_for_three_to_nine_raters(tmp_path, raters, fits):
    assert fits_panel(bank(tmp_path, raters, "mean")) is fits


@pytest.mark.parametrize("rule", ["trim-total", "trim-by-competency"])
def test_dropping_two_marks_of_four_is_refused(tmp_path, rule):
    with pytest.raises(BuildError) as refused:
        panel_view(bank(tmp_path, 4, rule))
    assert "4 marks are too few" in refused.value.sentence.in_language("en")
    assert "5" in refused.value.hint.in_language("zh")


def test_rooms_are_evened_out_from_trimmed_results_where_the_panel_is_large_enough(tmp_path):
    large, small = (panel_view(bank(tmp_path, raters, "panel-adjust")) for raters in (5, 4))
    assert (large.trims, large.valid, large.rules) == (True, 3, ["trim_total", "ties", "rounding"])
    assert (small.trims, small.valid, small.rules) == (False, 4, ["mean", "rounding"])


@pytest.mark.parametrize(
    ("scale", "rule", "points", "most"),
    [
        ("points", "trim-by-competency", 100, [60, 40]),
        ("bars-5", "mean", 5, [5, 5]),
        ("uk-7", "trim-total", 7, [7, 7]),
        ("strength-4", "consensus", 4, [4, 4]),
    ],
)
def test_by_competency_each_has_its_own_highest_mark(tmp_path, scale, rule, points, most):
    view = panel_view(bank(tmp_path, 5, rule, scale))
    assert view.by_competency
    assert view.points == points
    assert [view.most(c) for c in view.competencies] == [Decimal(m) for m in most]
