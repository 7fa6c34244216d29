"""Findings that a project, a file or a place in it decided not to hear of, each with a reason."""

from __future__ import annotations

import pytest
from small_bank import BANK, edited, project

from builder.checks.ignoring import refuse_unknown
from builder.checks.inspect import inspect_project
from builder.checks.registry import ALL_RULES
from builder.compose.documents import BY_ID
from builder.errors import RequestError, Severity

QUESTION = "      - id: q-calm\n"
CRITERION = "            title: 密项：先后\n"
WRONG = edited(
    "points: 4\n            competency: calm", "points: 3\n            competency: calm"
)  # RUBRIC-SUM and RUBRIC-BANDS in the question q-calm
ENTRY = "ignore: [{{code: {code}, reason: 试用期间的临时分值}}]\n"


@pytest.fixture
def codes(tmp_path):
    """Codes of the findings in a project with one bank."""

    def found(bank, packs="locale: zh-CN\n", ignoring=()):
        workspace = project(tmp_path, packs, night_desk=bank)
        inspection = inspect_project(workspace, lambda language, text: set(), BY_ID, ignoring=ignoring)
        return [finding.code for finding in inspection.findings]

    return found


def ignoring_at(place, indent, code, bank=WRONG):
    return edited(place, place + " " * indent + ENTRY.format(code=code), bank)


def test_without_ignoring_both_rules_are_heard_of(codes):
    assert codes(WRONG) == ["RUBRIC-SUM", "RUBRIC-BANDS"]


@pytest.mark.parametrize(
    ("place", "indent"),
    [("id: night-desk\n", 0), ("    title: 经历\n", 4), (QUESTION, 8)],
    ids=["file", "section", "question"],
)
def test_a_rule_is_ignored_where_its_place_or_one_that_holds_it_says_so(codes, place, indent):
    assert codes(ignoring_at(place, indent, "RUBRIC-SUM")) == ["RUBRIC-BANDS"]


def test_a_criterion_ignores_what_is_found_in_it(codes):
    assert codes(ignoring_at(CRITERION, 12, "RUBRIC-BANDS")) == ["RUBRIC-SUM"]


def test_an_entry_somewhere_else_hides_nothing_and_is_said_to(codes):
    other = ignoring_at("      - id: q-handover\n", 8, "RUBRIC-SUM")
    assert codes(other) == ["IGNORE-UNUSED", "RUBRIC-SUM", "RUBRIC-BANDS"]


def test_packs_yaml_ignores_for_all_banks_or_for_some(codes):
    entry = "locale: zh-CN\nignore: [{{code: RUBRIC-SUM, reason: 本季度统一调整分值{banks}}}]\n"
    assert codes(WRONG, entry.format(banks="")) == ["RUBRIC-BANDS"]
    assert codes(WRONG, entry.format(banks=", banks: [night-desk]")) == ["RUBRIC-BANDS"]
    assert codes(WRONG, entry.format(banks=", banks: [day-desk]")) == ["RUBRIC-SUM", "RUBRIC-BANDS"]


def test_the_command_line_ignores_for_one_run(codes):
    assert codes(WRONG, ignoring=("RUBRIC-SUM", "RUBRIC-BANDS")) == []
    with pytest.raises(RequestError, match="RUBRIC-SUMS"):
        refuse_unknown(["RUBRIC-SUMS"], ALL_RULES)


def test_a_rule_that_printing_relies_on_is_never_ignored(codes):
    twice = edited("id: q-calm", "id: q-handover")
    assert codes(ignoring_at("id: night-desk\n", 0, "ID-DUPLICATE", twice)) == ["IGNORE-FIRM", "ID-DUPLICATE"]


def test_an_unknown_rule_is_told_with_the_nearest_name(tmp_path):
    bank = ignoring_at("id: night-desk\n", 0, "RUBRIC-SUMS", BANK)
    workspace = project(tmp_path, night_desk=bank)
    (found,) = inspect_project(workspace, lambda language, text: set(), BY_ID).findings
    assert (found.code, found.place.line, found.place.column) == ("IGNORE-UNKNOWN", 2, 17)
    assert found.hint.in_language("en") == "did you mean “RUBRIC-SUM”?"


def test_an_entry_without_a_reason_is_refused(codes):
    assert codes(edited("id: night-desk\n", "id: night-desk\nignore: [{code: RUBRIC-SUM}]\n")) == [
        "KEY-MISSING"
    ]
    short = edited("id: night-desk\n", "id: night-desk\nignore: [{code: RUBRIC-SUM, reason: 无}]\n")
    assert codes(short) == ["VALUE-RANGE"]


def test_an_unused_entry_is_a_warning(tmp_path):
    workspace = project(tmp_path, night_desk=ignoring_at("id: night-desk\n", 0, "RUBRIC-SUM", BANK))
    (found,) = inspect_project(workspace, lambda language, text: set(), BY_ID).findings
    assert (found.code, found.severity) == ("IGNORE-UNUSED", Severity.WARNING)
