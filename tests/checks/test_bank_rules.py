"""What a bank must keep: for each rule a bank that breaks it, at the place where it does, and one that keeps it."""

from __future__ import annotations

import pytest
from small_bank import BANK, edited, loaded, unmarked

from builder.checks.registry import ALL_RULES, rule_findings
from builder.errors import Severity


@pytest.fixture
def findings(tmp_path):
    """The findings of all rules in a bank's text."""
    return lambda text, name="night-desk": list(rule_findings(loaded(tmp_path, text, name)))


TWO_LEVELS = """\
              - {label: 密行, min: 2.5, max: 4, descriptor: 密：有先后}
              - {label: 密否, min: 0, max: 2, descriptor: 密：没有先后}
"""

WRONG = [
    (
        "BANK-ID",
        [("id: night-desk", "id: ‸night-shift")],
        "the bank's id is “night-shift”, the file is called night-desk.yaml",
    ),
    ("ID-DUPLICATE", [("id: calm\n", "id: ‸handover\n")], "the id “handover” is used twice"),
    ("ID-DUPLICATE", [("id: q-calm", "id: ‸q-handover")], "the id “q-handover” is used twice"),
    ("ID-DUPLICATE", [("id: d-later", "id: ‸p-hello")], "the id “p-hello” is used twice"),
    (
        "ID-DUPLICATE",
        [
            (
                "          - id: order\n            title: 密项：先后\n            points: 4\n",
                "          - {id: order, title: 一, points: 0, competency: calm, levels: [{label: 甲, min: 0, max: 0, descriptor: 甲}, {label: 乙, min: 0.5, max: 0, descriptor: 乙}]}\n"
                "          - id: ‸order\n            title: 密项：先后\n            points: 4\n",
            )
        ],
        "the id “order” is used twice",
    ),
    (
        "COMPETENCY-UNKNOWN",
        [
            (
                "type: situational\n        competencies: [calm, handover]",
                "type: situational\n        competencies: [calm, ‸clam]",
            )
        ],
        "the bank has no competency “clam”",
    ),
    (
        "COMPETENCY-UNKNOWN",
        [("            competency: handover", "            competency: ‸hand-over")],
        "the bank has no competency “hand-over”",
    ),
    (
        "COMPETENCY-UNKNOWN",
        [("competency_notes: {handover: ", "competency_notes: {hand-over: ‸")],
        "the bank has no competency “hand-over”",
    ),
    (
        "DRAW-TOO-MANY",
        [("minutes: 12", "minutes: 12\n    draw: ‸3")],
        "3 questions are to be drawn, but the section has 2 live ones",
    ),
    (
        "RUBRIC-SUM",
        [("points: 4\n        answer", "points: ‸5\n        answer")],
        "criteria add up to 4, the question is worth 5",
    ),
    (
        "RUBRIC-BANDS",
        [(TWO_LEVELS, TWO_LEVELS.replace("- {label: 密行", "‸- {label: 密行").replace("min: 2.5", "min: 2"))],
        "“密否” and “密行” overlap at 2",
    ),
    (
        "RUBRIC-BANDS",
        [(TWO_LEVELS, TWO_LEVELS.replace("- {label: 密行", "‸- {label: 密行").replace("min: 2.5", "min: 3"))],
        "no level covers what lies between 2 and 3",
    ),
    (
        "RUBRIC-BANDS",
        [(TWO_LEVELS, TWO_LEVELS.replace("- {label: 密行", "‸- {label: 密行").replace("min: 0", "min: 1"))],
        "no level covers 0 to 1",
    ),
    (
        "RUBRIC-BANDS",
        [(TWO_LEVELS, TWO_LEVELS.replace("- {label: 密行", "‸- {label: 密行").replace("max: 4", "max: 5"))],
        "the highest level ends at 5, the criterion is worth 4",
    ),
    (
        "RUBRIC-BANDS",
        [(TWO_LEVELS, TWO_LEVELS.replace("- {label: 密行", "‸- {label: 密行").replace("max: 4", "max: 1"))],
        "a level's “min” is above its “max”",
    ),
    (
        "RUBRIC-MISSING",
        [("      - id: d-later\n", "      - ‸id: d-later\n"), ("status: draft", "status: live")],
        "a question worth 3 has no rubric",
    ),
    (
        "RUBRIC-MISSING",
        [
            ("          key_points:\n            - {text: 密：说出先后和理由}\n", ""),
            ("      - id: q-calm", "      - ‸id: q-calm"),
        ],
        "a question worth 4 has no key points",
    ),
    (
        "KEY-POINT-SUM",
        [
            (
                "            - {text: 密：说出责任人, points: 4",
                "            ‸- {text: 密：说出责任人, points: 3",
            )
        ],
        "key points add up to 5, the question is worth 6",
    ),
    ("SECTION-SUM", [("points: 10", "points: ‸9.5")], "questions add up to 10, the section is worth 9.5"),
    (
        "SECTION-SUM",
        [("minutes: 12", "minutes: 12\n    draw: ‸1")],
        "the total depends on which questions are drawn",
    ),
    (
        "WEIGHT-SUM",
        [("weight: 40", "weight: 30"), ("  - id: handover\n    name", "  ‸- id: handover\n    name")],
        "weights add up to 90, not to 100",
    ),
    (
        "CALIBRATION-LEVELS",
        [("          - {level: low, answer", "          ‸- {level: mid, answer")],
        "the sample answers are mid, mid, high",
    ),
    (
        "CALIBRATION-POINTS",
        [("points: 6, reason", "points: ‸6.5, reason")],
        "the sample answer gets 6.5, the question is worth 6",
    ),
    (
        "CALIBRATION-POINTS",
        [("points: 3.5, reason", "points: ‸1, reason")],
        "the “mid” answer gets 1, the “low” one 1: no more than that",
    ),
]


def spoilt(edits):
    text = BANK
    for old, new in edits:
        text = edited(old, new, text)
    return unmarked(text)


def test_the_small_bank_keeps_every_rule(findings):
    assert findings(BANK) == []


@pytest.mark.parametrize(("code", "edits", "said"), WRONG)
def test_a_bank_that_breaks_a_rule_is_told_where(findings, code, edits, said):
    text, places = spoilt(edits)
    found = [f for f in findings(text) if f.code == code]
    assert [(f.place.line, f.place.column) for f in found] == places
    assert [f.sentence.in_language("en") for f in found] == [said]
    assert all(f.hint and f.severity is Severity.ERROR for f in found)
    assert found[0].place.excerpt == text.split("\n")[places[0][0] - 1]


def test_no_two_rules_share_a_code():
    assert len({rule.code for rule in ALL_RULES}) == len(ALL_RULES) > 20


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("minutes: 12", "minutes: 12\n    draw: 1", id="draw one of two worth the same"),
        pytest.param("minutes: 12", "minutes: 12\n    draw: all", id="draw all"),
        pytest.param("points: 3\n", "points: 0.5\n", id="a draft may lack everything"),
        pytest.param(
            "        points: 0\n        answer", "        points: 2\n        answer", id="so may practice"
        ),
    ],
)
def test_a_bank_within_the_rules_is_let_be(findings, old, new):
    base = BANK
    if "draw: 1" in new:
        base = edited("points: 10", "points: 4")
        base = edited("points: 6\n        think", "points: 4\n        think", base)
        base = edited("points: 6\n            competency", "points: 4\n            competency", base)
        base = edited(
            "min: 4.5, max: 6", "min: 3.5, max: 4", edited("min: 2, max: 4", "min: 2, max: 3", base)
        )
        base = edited("责任人, points: 4", "责任人, points: 2", base)
        base = edited("points: 6, reason", "points: 4, reason", base)
    assert [f.code for f in findings(edited(old, new, base))] == []


@pytest.mark.parametrize("levels", [(0, 1), (1, 0)], ids=["best last", "best first"])
def test_levels_may_stand_in_either_order(findings, levels):
    lines = TWO_LEVELS.splitlines(keepends=True)
    assert findings(edited(TWO_LEVELS, "".join(lines[i] for i in levels))) == []


def test_an_unknown_competency_gets_the_nearest_name(findings):
    text = edited("            competency: handover", "            competency: hand-over")
    (found,) = findings(text)
    assert found.hint.in_language("en") == "did you mean “handover”?"


def test_several_slips_in_the_levels_of_one_criterion_are_all_told(findings):
    text = edited(
        TWO_LEVELS, TWO_LEVELS.replace("min: 2.5, max: 4", "min: 3, max: 5").replace("min: 0", "min: 1")
    )
    assert [f.sentence.in_language("en") for f in findings(text)] == [
        "no level covers 0 to 1",
        "no level covers what lies between 2 and 3",
        "the highest level ends at 5, the criterion is worth 4",
    ]


def test_numbers_are_told_as_people_write_them(findings):
    (found,) = findings(edited("points: 10", "points: 100"))
    assert found.sentence.in_language("zh") == "各试题合计 10 分，本部分分值是 100 分"
