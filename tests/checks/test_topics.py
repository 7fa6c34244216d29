"""Private matters are told apart from cases about them: on a labelled set of stems, and place by place."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from ruamel.yaml import YAML
from small_bank import BANK, edited, loaded, unmarked

from builder.checks.registry import RULES
from builder.content.bank import LoadedBank, load_bank
from builder.errors import Severity

ROOT = Path(__file__).resolve().parents[2]
OURS = {r.code: r for r in RULES if r.code.startswith("TOPIC-")}
MORE = ("CRITERION-LOOKS", "CRITERION-FIT", "PERSONAL-DATA")
ALL = OURS | {r.code: r for r in RULES if r.code in MORE}
STEM = "两部电话同时响，你怎么办？"
KEY_POINT = "密：说出先后和理由"


def labelled(part):
    held = YAML(typ="safe").load(
        (Path(__file__).with_name("topics") / f"{part}.yaml").read_text(encoding="utf-8")
    )
    return [(language, case) for language, cases in held.items() for case in cases]


@pytest.fixture
def codes(tmp_path):
    """The topics that are found in a stem."""

    read = loaded(tmp_path, BANK)
    (section,) = read.bank.sections

    def found(stem, employer="private"):
        question = section.questions[1].model_copy(update={"stem": stem})
        position = read.bank.position.model_copy(update={"employer_type": employer})
        sections = [section.model_copy(update={"questions": [question]})]
        bank = read.bank.model_copy(update={"sections": sections, "position": position})
        return {code for code, rule in OURS.items() for _ in rule.slips(LoadedBank(bank, read.source))}

    return found


@pytest.fixture
def findings(tmp_path):
    """Code, line, column and sentence of what all our rules find in a marked bank, and the marks."""

    def found(text):
        plain, places = unmarked(text)
        bank = loaded(tmp_path, plain)
        slips = [(code, slip) for code, rule in ALL.items() for slip in rule.slips(bank)]
        at = [(slip.place(bank).line, slip.place(bank).column) for _, slip in slips]
        return [code for code, _ in slips], at, places, [s.sentence.in_language("en") for _, s in slips]

    return found


@pytest.mark.parametrize("part", ["development", "held-out"])
def test_the_labelled_stems(codes, part):
    counts, misses = Counter(), []
    for language, case in labelled(part):
        expected, found = set(case["codes"]), codes(case["stem"], case.get("employer", "private"))
        counts[language, "right"] += len(expected & found)
        counts[language, "needless"] += len(found - expected)
        counts[language, "missed"] += len(expected - found)
        if expected != found:
            misses.append(f"{case['stem']}\n    expected {sorted(expected)}, found {sorted(found)}")
    for language in ("zh", "en"):
        right, needless, missed = (counts[language, what] for what in ("right", "needless", "missed"))
        shown = "\n".join(
            [f"{part} {language}: {right} right, {needless} needless, {missed} missed", *misses]
        )
        assert right >= 15, shown
        assert right / (right + needless) > 0.9, shown
        assert right / (right + missed) > 0.9, shown


def test_the_labelled_set_is_large_mixed_and_has_no_stem_twice():
    cases = [case for part in ("development", "held-out") for _, case in labelled(part)]
    stems = [case["stem"] for case in cases]
    assert len(stems) == len(set(stems)) >= 160
    assert sum(not case["codes"] for case in cases) * 2 >= len(cases)
    assert {code for case in cases for code in case["codes"]} == set(OURS)


@pytest.mark.parametrize("file", sorted((ROOT / "content").glob("*.yaml")), ids=lambda file: file.stem)
def test_the_banks_that_come_with_the_program_are_clean(file):
    bank, _ = load_bank(file, file)
    assert bank is not None
    assert [(code, slip.phrase) for code, rule in ALL.items() for slip in rule.slips(bank)] == []


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        pytest.param("TOPIC-FAMILY", STEM, "先说正事。‸您打算什么时候要孩子？", id="stem, second sentence"),
        pytest.param("TOPIC-FAMILY", STEM, "客户说“我结婚了”，‸你结婚了吗？", id="not in the quotation"),
        pytest.param("TOPIC-AGE", "说清楚交给了谁", "‸请补充年龄。说清楚交给了谁", id="task"),
        pytest.param("TOPIC-HEALTH", "凌晨两点还有三件事没有办完", "夜班累，‸你有没有慢性病", id="scenario"),
        pytest.param("TOPIC-ORIGIN", "密：先接哪一部？", "密：‸你老家在哪？", id="probe"),
        pytest.param("TOPIC-PAY", "密：请离场", "请说明‸您的月薪", id="closing words"),
        pytest.param("TOPIC-FAMILY", KEY_POINT, "密：‸已婚已育，稳定", id="key point"),
        pytest.param("TOPIC-AGE", "密：先做要紧的", "密：‸35岁以下", id="indicator"),
        pytest.param("TOPIC-POLITICS", "密：有先后", "密：‸党员优先", id="level"),
        pytest.param("CRITERION-LOOKS", "密项：先后", "密项：‸气质", id="criterion"),
        pytest.param("CRITERION-FIT", "密：先做要紧的", "密：‸契合公司文化", id="culture fit"),
        pytest.param("PERSONAL-DATA", "凌晨两点", "俞女士‸13907318246凌晨两点", id="mobile in a scenario"),
    ],
)
def test_a_finding_points_at_the_words(findings, code, old, new):
    found, at, places, _ = findings(edited(old, new))
    assert (found, at) == ([code], places)


def test_the_sentence_quotes_the_words_and_the_hint_names_the_override(tmp_path):
    bank = loaded(tmp_path, edited(STEM, "您打算什么时候要孩子？"))
    (slip,) = OURS["TOPIC-FAMILY"].slips(bank)
    assert slip.sentence.in_language("zh") == "询问了应聘者的婚育与家庭情况：“您打算什么时候要孩子”"
    assert "ignore: [{code, reason}]" in slip.hint.in_language("en")
    assert "ignore: [{code, reason}]" in slip.hint.in_language("zh")


@pytest.mark.parametrize(
    "key_point",
    [
        "密：不追问对方是否已婚",
        "密：说明产假政策",
        "密：指出员工已婚与否同排班无关",
        "密：避免以外貌评人",
        "密：检查产品外表有无划痕",
    ],
)
def test_key_points_that_warn_of_a_topic_or_treat_it_as_work_are_clean(findings, key_point):
    assert findings(edited(KEY_POINT, key_point))[0] == []


@pytest.mark.parametrize(
    ("employer", "expected"), [("private", 1), ("state-owned", 0), ("public", 0), ("foreign", 1)]
)
def test_party_membership_depends_on_the_employer(codes, employer, expected):
    assert len(codes("您是党员吗？", employer)) == expected
    assert codes("您结婚了吗？", employer) == {"TOPIC-FAMILY"}
    assert codes("Which party did you vote for?", employer) == {"TOPIC-POLITICS"}


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("客户问你有没有吃饭。您结婚了吗？", {"TOPIC-FAMILY"}),
        ("“您结婚了吗？”", {"TOPIC-FAMILY"}),
        (
            "您的年龄、民族、婚姻状况和政治面貌是什么？",
            {"TOPIC-AGE", "TOPIC-ETHNICITY", "TOPIC-FAMILY", "TOPIC-POLITICS"},
        ),
        ("What's your age, and are you married?", {"TOPIC-AGE", "TOPIC-FAMILY"}),
        ("您年满18周岁了吗？", set()),
    ],
)
def test_several_sentences_topics_and_quotations(codes, stem, expected):
    assert codes(stem) == expected


def test_laws_errors_and_warnings():
    errors = {code for code, rule in ALL.items() if rule.severity is Severity.ERROR}
    protected = ("FAMILY", "AGE", "ETHNICITY", "RELIGION", "HEALTH", "SEXUALITY")
    assert errors == {*(f"TOPIC-{name}" for name in protected), "PERSONAL-DATA"}
    assert len(ALL) == 15
    assert not any(rule.firm for rule in ALL.values())


ID_18 = "11010519900307803"


def with_check(number):
    return number + "10X98765432"[sum(int(d) * (2 ** (17 - i) % 11) for i, d in enumerate(number)) % 11]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"身份证{with_check(ID_18)}", "an identity card number stands here"),
        ("身份证110105900307803", "an identity card number stands here"),
        ("请打139 0731 8246", "a mobile phone number stands here"),
        ("call +44 7911 123456", "a phone number stands here"),
        ("联系人王工0571-86543210", "a person's phone number stands here"),
        ("发到wang.xiaoming@corp-mail.cn", "an e-mail address of a person stands here"),
        ("卡号6222 0212 3456 7894", None),
        ("护照E12345678", "a passport number stands here"),
    ],
)
def test_personal_data_is_found_in_any_field(findings, text, kind):
    if kind is None:
        text, kind = f"卡号{luhn('622202123456789')}", "a bank card number stands here"
    for old in ("凌晨两点", KEY_POINT, "密：初稿"):
        found, _, _, sentences = findings(edited(old, text))
        assert (found, sentences) == (["PERSONAL-DATA"], [kind])


def luhn(number):
    digits = [int(d) * (2 - i % 2) for i, d in enumerate(reversed(number))]
    return number + str(-sum(d - 9 if d > 9 else d for d in digits) % 10)


@pytest.mark.parametrize(
    "text",
    [
        "热线400-820-1234",
        "总机0571-86543210",
        "邮箱hr@corp-mail.cn",
        "邮箱wang.xiaoming@example.com",
        "手机139****8246",
        "订单号13907318246",
        f"工单{luhn('622202123456789')}",
        "身份证110105199003078099",
        "测试卡4111 1111 1111 1111",
        "编号E12345678",
        "金额13907.318246",
        "电话+1 202 555 0143",
    ],
)
def test_office_lines_placeholders_and_order_numbers_are_clean(findings, text):
    assert findings(edited("凌晨两点", text))[0] == []


def test_the_small_bank_is_clean(findings):
    assert findings(BANK)[0] == []
