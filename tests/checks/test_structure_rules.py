"""Time, coverage, levels, forms and papers: what a bank must keep so that an interview can be held from it."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from small_bank import BANK, edited, loaded, unmarked

from builder.checks.registry import RULES, rule_findings
from builder.content.bank import load_bank
from builder.errors import Severity

ROOT = Path(__file__).resolve().parents[2]
SEVERITY = {rule.code: rule.severity for rule in RULES}

HANDOVER = "competencies: [handover, calm]"
CALM = "competencies: [calm, handover]"
CALM_WEIGHS = "    weight: 40\n    weight_rationale: 密：慌乱可以练\n"
CALM_ENDS = "      - {score: 3, descriptor: 密：能稳住但说不出步骤}\n"
ANSWER = "points: 6\n        think_minutes: 1\n        answer_minutes: 4\n"
OTHER_ANSWER = "points: 4\n        answer_minutes: 3\n"
GROUP = "parallel_group: night\n        "
UPPER, LOWER = "descriptor: 密：有先后}", "descriptor: 密：没有先后}"


def more_competencies(count, at):
    """So many further competencies of no weight; the one numbered `at` is where the finding is expected."""
    lines = (
        f"  - {{id: c{n}, name: 要素{n}, definition: 甲, indicators: [乙], weight: 0}}\n"
        for n in range(count)
    )
    return "".join(line.replace("- {", "- ‸{") if n == at else line for n, line in enumerate(lines))


WRONG = [
    (
        "TOTAL-SUM",
        [("marking: 密件甲", "points: ‸100\nmarking: 密件甲")],
        "sections add up to 10, the bank is worth 100",
    ),
    ("TIME-OVER", [("minutes: 12", "minutes: ‸8.5")], "the questions take 9 minutes, the section has 8.5"),
    (
        "TIME-TIGHT",
        [("minutes: 12", "minutes: ‸9.5")],
        "the questions take 9 of the section's 9.5 minutes, more than 90%",
    ),
    (
        "TIME-TIGHT",
        [("minutes: 12", "minutes: ‸9")],
        "the questions take 9 of the section's 9 minutes, more than 90%",
    ),
    (
        "TIME-OVER",
        [("minutes: 12", "minutes: ‸5\n    draw: 1")],
        "the questions take 5.5 minutes, the section has 5",
    ),
    (
        "TIME-POINTS",
        [(OTHER_ANSWER, OTHER_ANSWER.replace(": 3", ": ‸0.5"))],
        "0.5 minutes is no time for an answer worth 4",
    ),
    (
        "TIME-POINTS",
        [(ANSWER, ANSWER.replace("answer_minutes: 4", "answer_minutes: ‸20.5"))],
        "nobody speaks for 20.5 minutes in answer to one question",
    ),
    (
        "COMPETENCY-UNASKED",
        [
            (
                CALM_ENDS,
                CALM_ENDS + "  - {id: ‸tidy, name: 条理, definition: 甲, indicators: [乙], weight: 0}\n",
            )
        ],
        "no live question gives evidence on “条理”",
    ),
    (
        "COMPETENCY-ONCE",
        [(HANDOVER, "competencies: [handover]"), ("- id: calm\n", "- id: ‸calm\n")],
        "only one live question gives evidence on “沉着”",
    ),
    (
        "COMPETENCY-MANY",
        [(CALM_ENDS, CALM_ENDS + more_competencies(8, at=6))],
        "10 competencies are more than raters keep apart",
    ),
    (
        "QUESTION-CROWDED",
        [
            (HANDOVER, "competencies: [handover, calm, ‸tidy]"),
            (
                CALM_ENDS,
                CALM_ENDS + "  - {id: tidy, name: 条理, definition: 甲, indicators: [乙], weight: 0}\n",
            ),
        ],
        "one answer cannot give evidence on 3 competencies",
    ),
    (
        "CRITERION-COMPETENCY",
        [(HANDOVER, "competencies: [calm]"), ("competency: handover", "competency: ‸handover")],
        "the criterion is about “handover”, the question is not (calm)",
    ),
    (
        "WEIGHT-RATIONALE",
        [(CALM_WEIGHS, "    weight: ‸40\n")],
        "“沉着” weighs 40, an equal share would be 50",
    ),
    ("LEVEL-SAME", [(LOWER, "descriptor: ‸密：有 先后。}")], "described in the same words as “密行”"),
    ("LEVEL-DEGREE", [(LOWER, "descriptor: ‸密：不太有先后}")], "differs from “密行” only in degree"),
    ("LEVEL-DEGREE", [(LOWER, "descriptor: ‸较差}")], "a mark in words, nothing that a rater could see"),
    (
        "PARALLEL-ALONE",
        [(OTHER_ANSWER, GROUP.replace(": ", ": ‸") + OTHER_ANSWER)],
        "“night” has no other live question",
    ),
    (
        "PARALLEL-ALONE",
        [(OTHER_ANSWER, GROUP.replace(": ", ": ‸") + OTHER_ANSWER), ("points: 3\n", GROUP + "points: 3\n")],
        "“night” has no other live question",
    ),
    ("SCRIPT-GAP", [("密：本次共{n}题。", "密：本次共‸{m}题。")], "nothing fills in {m}"),
    (
        "SCRIPT-GAP",
        [("密：本次共{n}题。", "密：本次共‸{ n}题。")],
        "a brace that belongs to no gap: { n}",
    ),
    ("SCRIPT-GAP", [("密：本次共{n}题。", "密：本次共{n}题‸}。")], "a brace that belongs to no gap: }。"),
    ("SCRIPT-GAP", [("closing: 密：请离场。", 'closing: "密：‸{n}题已毕。"')], "nothing fills in {n}"),
    (
        "TRIM-RATERS",
        [("marking: 密件甲", "aggregation: trim-total\npanel_size: ‸4\nmarking: 密件甲")],
        "trim-total drops the highest and the lowest of 4 marks; too few are left to average",
    ),
    (
        "TRIM-RATERS",
        [("marking: 密件甲", "aggregation: ‸trim-by-competency\nmarking: 密件甲")],
        "trim-by-competency drops the highest and the lowest of 3 marks; too few are left to average",
    ),
    ("STATE-SECRET", [("marking: 密件甲", "marking: 招聘‸机密★一年")], "“机密” is a state-secret marking"),
    ("RETENTION-EMPTY", [("retention: 密：保存六个月\n", ""), ("id: night", "‸id: night")], None),
    (
        "PRIVACY-EMPTY",
        [("  privacy: 面试记录保存六个月后销毁。\n", ""), ("  role: 夜间", "  ‸role: 夜间")],
        "the handout does not tell candidates what becomes of their data",
    ),
    (
        "REVIEW-ABSENT",
        [("review_due: 2099-06-30\n", ""), ("id: night", "‸id: night")],
        "nothing says when this bank is reviewed",
    ),
]


@pytest.fixture
def findings(tmp_path):
    """The findings of one code in a bank's text."""

    def found(code, text, as_of=None):
        return [f for f in rule_findings(loaded(tmp_path, text), as_of=as_of) if f.code == code]

    return found


def spoilt(*edits):
    text = BANK
    for old, new in edits:
        text = edited(old, new, text)
    return text


@pytest.mark.parametrize(("code", "edits", "said"), WRONG)
def test_a_bank_that_breaks_a_rule_is_told_where(findings, code, edits, said):
    text, places = unmarked(spoilt(*edits))
    found = findings(code, text)
    assert [(f.place.line, f.place.column) for f in found] == places
    assert all(f.hint and f.severity is SEVERITY[code] for f in found)
    if said:
        assert [f.sentence.in_language("en") for f in found] == [said]


FINE = [
    ("TOTAL-SUM", [("marking: 密件甲", "points: 10\nmarking: 密件甲")]),
    ("TIME-TIGHT", [("minutes: 12", "minutes: 10")]),
    ("TIME-OVER", [("minutes: 12", "minutes: 6.5\n    draw: 1")]),
    ("TIME-TIGHT", [("minutes: 12", "minutes: 6.5\n    draw: 1")]),
    ("TIME-POINTS", [(OTHER_ANSWER, OTHER_ANSWER.replace(": 4", ": 0").replace(": 3", ": 0.5"))]),
    (
        "TIME-POINTS",
        [(ANSWER, ANSWER.replace("answer_minutes: 4", "answer_minutes: 40")), ("behavioural", "case")],
    ),
    ("COMPETENCY-MANY", [(CALM_ENDS, CALM_ENDS + more_competencies(6, at=None))]),
    ("CRITERION-COMPETENCY", [("competency: handover", "competency: calm")]),
    (
        "WEIGHT-RATIONALE",
        [
            ("weight: 60\n    weight_rationale: 密：漏交最伤客户\n", "weight: 50\n"),
            (CALM_WEIGHS, "    weight: 50\n"),
        ],
    ),
    ("LEVEL-DEGREE", [(UPPER, "descriptor: 密：说出时限}"), (LOWER, "descriptor: 密：没有说出时限}")]),
    ("LEVEL-DEGREE", [(UPPER, "descriptor: 密：说出两项}"), (LOWER, "descriptor: 密：说出一项}")]),
    ("PARALLEL-ALONE", [("points: 3\n", GROUP + "points: 3\n")]),
    ("TRIM-RATERS", [("marking: 密件甲", "aggregation: trim-total\npanel_size: 5\nmarking: 密件甲")]),
    ("TRIM-RATERS", [("marking: 密件甲", "aggregation: panel-adjust\nmarking: 密件甲")]),
    *(
        ("STATE-SECRET", [("密件甲", mark)])
        for mark in ("核心商密", "普通商密", "内部资料", "商业秘密", "工作秘密")
    ),
    ("STATE-SECRET", [("marking: 密件甲", "state_secret: true\nmarking: 秘密★一年")]),
    ("SCRIPT-GAP", [("密：本次共{n}题。", "密：{n}题{t}分钟，剩{w}分钟提示。")]),
]


@pytest.mark.parametrize(("code", "edits"), FINE)
def test_a_bank_within_the_rules_is_let_be(findings, code, edits):
    assert findings(code, spoilt(*edits)) == []


def test_a_bank_without_a_handout_needs_no_privacy_notice(findings):
    handout = BANK[BANK.index("handout:\n") : BANK.index("sections:\n")]
    assert findings("PRIVACY-EMPTY", edited(handout, "")) == []


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("points: 4\n", "points: 5\n", "points"),
        ("answer_minutes: 3", "answer_minutes: 4.5", "answer_minutes"),
    ],
)
def test_parallel_questions_that_differ_are_told_at_the_second(findings, old, new, key):
    pair = spoilt(
        (
            ANSWER,
            GROUP
            + ANSWER.replace(": 6", ": 4")
            .replace("_minutes: 4", "_minutes: 3")
            .replace("think_minutes: 1\n", "think_minutes: 0\n"),
        ),
        (OTHER_ANSWER, GROUP + OTHER_ANSWER),
    )
    assert findings("PARALLEL-UNEQUAL", pair) == []
    (found,) = findings(
        "PARALLEL-UNEQUAL", edited(GROUP + OTHER_ANSWER, GROUP + OTHER_ANSWER.replace(old, new), pair)
    )
    assert f"“{key}” is" in found.sentence.in_language("en")
    assert "in q-handover of the same parallel group" in found.sentence.in_language("en")
    assert found.place.excerpt.strip().startswith(f"{key}:")


class TestMinutesForPoints:
    QUESTION = "      - {{id: q-{n}, type: open, competencies: [calm], points: 5, answer_minutes: {minutes}, stem: 第{n}问。}}\n"

    def bank(self, *minutes):
        questions = (self.QUESTION.format(n=n, minutes=m) for n, m in enumerate(minutes))
        head = BANK[: BANK.index("      - id: q-handover")]
        return head + "".join(questions)

    def test_a_question_unlike_all_others_is_told(self, findings):
        found = findings("TIME-POINTS", self.bank(3, 3, 3, 3, 9.5, 1))
        assert [f.sentence.in_language("en") for f in found] == [
            "9.5 minutes for 5 points; questions of this bank usually have 3 for that"
        ]

    def test_three_times_the_usual_is_still_fine(self, findings):
        assert findings("TIME-POINTS", self.bank(3, 3, 3, 3, 9, 1)) == []

    def test_four_questions_say_nothing_of_what_is_usual(self, findings):
        assert findings("TIME-POINTS", self.bank(3, 3, 3, 19)) == []


class TestReview:
    DUE = datetime.date(2099, 6, 30)

    def test_a_review_is_overdue_from_the_day_after(self, findings):
        text, (place,) = unmarked(edited("review_due: 2099", "review_due: ‸2099"))
        assert findings("REVIEW-OVERDUE", text, self.DUE) == []
        (found,) = findings("REVIEW-OVERDUE", text, self.DUE + datetime.timedelta(days=3))
        assert (found.place.line, found.place.column) == place
        assert found.sentence.in_language("en") == "the review was due 3 days ago"
        assert found.severity is Severity.WARNING

    def test_without_a_day_nothing_is_overdue(self, findings):
        assert findings("REVIEW-OVERDUE", edited("review_due: 2099", "review_due: 1999")) == []


@pytest.mark.parametrize("file", sorted((ROOT / "content").glob("*.yaml")), ids=lambda file: file.stem)
def test_the_banks_of_this_project_keep_every_rule(file):
    bank, findings = load_bank(file, file)
    assert findings == []
    assert bank.bank.points == sum(section.points for section in bank.bank.sections)
    found = rule_findings(bank, as_of=datetime.date(2026, 11, 22))
    assert [(f.code, str(f.sentence)) for f in found] == []
