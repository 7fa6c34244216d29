"""The same question twice, nearly the same one, and practice questions that give a live one away."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_bank import BANK, edited, loaded, unmarked

from builder.checks.likeness import near, near_pairs, plain, terms
from builder.checks.registry import rule_findings
from builder.errors import Severity

CODES = {"STEM-DUPLICATE", "STEM-NEAR-DUPLICATE", "PRACTICE-GIVES-AWAY"}
LIVE = "stem: 请讲一次你交接没有办完的工作的经过。"
CALM = "stem: 两部电话同时响，你怎么办？"
PRACTICE = "stem: 请用一分钟介绍你的上一个夜班。"
DRAFT = "stem: 密：还没有定稿的题。"
LONG = "请讲一次你把没有办完的工作交给下一班、对方却不肯接的经历。"
LIKE = "请谈谈你把没有办完的工作交给下一班而对方不肯接的一次经历。"

# Two stems, and whether a colleague would call them one question in other words.
LABELLED = [
    (
        "请讲一次你处理客户重大投诉的经历。你做了什么，结果怎样？",
        "请谈谈你处理客户重大投诉的一次经历，你做了什么，结果如何？",
        True,
    ),
    ("请讲一次你和同事意见不一致、后来谈拢的经历。", "请描述你与同事意见不一致、最后谈拢的一次经历。", True),
    (
        "客户要求超期退货，又威胁发到网上，你怎么处理？",
        "客户要求超期退货，还威胁要发到网上，你会如何处理？",
        True,
    ),
    ("系统突然中断，排队200通电话，你先做哪三件事？", "系统突然中断，电话排队300通，你先做哪三件事？", True),
    (
        "请讲一次你主动改进某张表格或某个操作步骤的经历。你改了什么，前后有什么不同？",
        "请讲一次你主动改进某个操作步骤或某张表格的经历，改了什么，前后有什么不同？",
        True,
    ),
    ("请说说你为什么想做质检，以及第一年的目标。", "请谈一谈你为什么想做质检，还有第一年的目标。", True),
    (
        "两名坐席同时要求周日调班，而排班只允许一人离开，你怎样决定？",
        "两名坐席都要求周日调班，排班只允许走一人，你怎样作出决定？",
        True,
    ),
    (
        "请讲一次你带队完成一个没人看好的目标的经历。",
        "请讲一次你带领团队完成一个没人看好的目标的经历。",
        True,
    ),
    (
        "Tell us about a time when you won back an angry customer who had already decided to leave.",
        "Describe an occasion when you won back an angry customer who had decided to leave.",
        True,
    ),
    (
        "How would you explain a delayed refund to a customer who has called three times?",
        "A customer has called three times about a delayed refund. How would you explain it?",
        True,
    ),
    (
        "Tell us about a decision you made without all the information. What was missing?",
        "Tell us about a decision that you had to make without all the information. What was missing?",
        True,
    ),
    (
        "Describe how you coached a colleague whose quality scores were falling.",
        "Tell us how you coached a colleague whose quality scores kept falling.",
        True,
    ),
    ("请讲一次你处理客户重大投诉的经历。", "请讲一次你处理同事之间冲突的经历。", False),
    (
        "请讲一次你带团队落实一项组员起初不愿接受的规定的经历。他们为什么不愿意，你怎样让它用起来？",
        "请讲一次你处理两名组员之间冲突的经历。你怎样弄清双方各自的理由，又怎样让他们继续一起工作？",
        False,
    ),
    ("客户要求超期退货，你怎么处理？", "客户要求加急维修，你怎么处理？", False),
    (
        "你怎样弄清这场对立从哪里来？接下来一个月，你怎样处理？",
        "发现之后，你怎样处置？往后怎样让坐席不靠这种办法也能把活干完？",
        False,
    ),
    ("请讲一次你从零进入一个陌生业务的经历。", "请讲一次你手把手教会一位同事做某件工作的经历。", False),
    ("请说明一次完整的质检任务有哪些关键环节。", "请为这支团队设计一套完整的培训体系。", False),
    (
        "Tell us about a time when you had to explain something complicated to a customer.",
        "Tell us about a time when you had to refuse something important to a customer.",
        False,
    ),
    (
        "How would you handle an angry customer on the phone?",
        "How would you handle an anxious new agent on the phones?",
        False,
    ),
    (
        "Describe a process you improved. How did you measure it?",
        "Describe a team you built. How did you choose people?",
        False,
    ),
    (
        "What would you do in your first month as a team lead?",
        "What would you do if two of your team leads fell out?",
        False,
    ),
]
BY_ONE_WORD = [
    ("你怎样监控这条热线的服务质量？", "你怎样提高这条热线的服务质量？"),
    (
        "客户投诉坐席态度差，录音里没有问题，你怎么回复客户？",
        "客户投诉坐席态度差，录音里确有问题，你怎么处理坐席？",
    ),
]


@pytest.fixture
def findings(tmp_path):
    """Code, English sentence and place of the findings about repeated questions."""

    def _findings(text):
        found = [f for f in rule_findings(loaded(tmp_path, text)) if f.code in CODES]
        assert all(f.hint for f in found)
        return [
            (f.code, f.severity, f.sentence.in_language("en"), (f.place.line, f.place.column)) for f in found
        ]

    return _findings


def stems(*edits):
    """The small bank with other stems; what is marked is where a finding is expected."""
    text = BANK
    for old, stem in edits:
        text = edited(old, f"stem: {stem}", text)
    text = text.replace("        scenario: 凌晨两点还有三件事没有办完。\n", "")
    return unmarked(text)


def line_of(text, passage):
    return text[: text.index(passage)].count("\n") + 1


@pytest.mark.parametrize(("one", "other", "same"), LABELLED, ids=[one[:20] for one, *_ in LABELLED])
def test_stems_in_other_words_are_near_and_stems_of_one_form_are_not(one, other, same):
    assert near(terms(one), terms(other)) == same == near(terms(other), terms(one))


@pytest.mark.parametrize(("one", "other"), BY_ONE_WORD)
def test_stems_that_differ_by_one_word_are_shown_to_the_author_to_decide(one, other):
    assert near(terms(one), terms(other))


@pytest.mark.parametrize(
    "repeated", ["请讲一次,你交接没有办完的 工作的经过!", "请讲一次你交接没有办完的工作的经过"]
)
def test_the_same_stem_in_other_punctuation_is_an_error_at_the_later_one(findings, repeated):
    text, places = stems((CALM, f"‸{repeated}"))
    said = f"the same question as “q-handover” in line {line_of(text, LIVE)}"
    assert findings(text) == [("STEM-DUPLICATE", Severity.ERROR, said, places[0])]


def test_a_draft_counts_and_a_retired_question_does_not(findings):
    text, places = stems((LIVE, LONG), (DRAFT, f"‸{LIKE}"))
    said = f"nearly the same question as “q-handover” in line {line_of(text, LONG)}"
    assert findings(text) == [("STEM-NEAR-DUPLICATE", Severity.WARNING, said, places[0])]
    assert findings(edited("status: draft", "status: retired", text)) == []


@pytest.mark.parametrize("stem", [LIKE, LONG])
def test_a_practice_question_that_is_nearly_a_live_one_gives_it_away(findings, stem):
    text, places = stems((LIVE, LONG), (PRACTICE, f"‸{stem}"))
    said = f"nearly the same question as “q-handover” in line {line_of(text, LONG)}"
    assert findings(text) == [("PRACTICE-GIVES-AWAY", Severity.ERROR, said, places[0])]


def test_a_practice_question_of_the_same_few_words_gives_it_away(findings):
    text, _ = stems((LIVE, "你怎么办？"), (PRACTICE, "你怎么办？"))
    assert [code for code, *_ in findings(text)] == ["PRACTICE-GIVES-AWAY"]


def parallel(text):
    text = edited("points: 4\n        answer", "parallel_group: g\n        points: 4\n        answer", text)
    return edited("points: 6\n        think", "parallel_group: g\n        points: 6\n        think", text)


def test_parallel_questions_may_be_alike_but_not_the_same(findings):
    near_text, _ = stems((LIVE, LONG), (CALM, LIKE))
    same_text, _ = stems((LIVE, LONG), (CALM, LONG))
    assert [code for code, *_ in findings(near_text)] == ["STEM-NEAR-DUPLICATE"]
    assert findings(parallel(near_text)) == []
    assert [code for code, *_ in findings(parallel(same_text))] == ["STEM-DUPLICATE"]


SCENES = (
    "凌晨两点还有三件事没有办完，下一班只来了一个人，客户的设备仍在报警。",
    "一位客户第七次来电，投诉账单多收了两个月的服务费，要求主管今天回电。",
)


@pytest.mark.parametrize(
    ("scene", "stem", "codes"),
    [
        (SCENES[0], "你怎么处理？", ["STEM-DUPLICATE"]),
        (SCENES[0], "你如何应对？", ["STEM-NEAR-DUPLICATE"]),
        (SCENES[1], "你怎么处理？", []),
        (SCENES[0], "交接单上你会写明哪些内容，由谁签字确认？", []),
    ],
    ids=["same scene and words", "same scene", "another scene", "another question about one scene"],
)
def test_the_scenario_belongs_to_the_question(findings, scene, stem, codes):
    text = edited("scenario: 凌晨两点还有三件事没有办完。", f"scenario: {SCENES[0]}")
    text = edited(LIVE, "stem: 你怎么处理？", text)
    text = edited(CALM, f"scenario: {scene}\n        stem: {stem}", text)
    assert [code for code, *_ in findings(text)] == codes


WORDS = st.frozensets(st.sampled_from("abcdefghijklmnop"), max_size=12)


@given(st.lists(WORDS, max_size=25))
def test_the_index_finds_what_comparing_all_with_all_finds(texts):
    numbered = itertools.combinations(enumerate(texts), 2)
    assert near_pairs(texts) == [(i, j) for (i, a), (j, b) in numbered if near(a, b)]


@given(WORDS, WORDS)
def test_likeness_is_the_same_both_ways_and_a_text_is_like_itself(a, b):
    assert near(a, b) == near(b, a)
    assert near(a, a) == (len(a) >= 4)


@given(st.text(max_size=40))
def test_width_spaces_and_punctuation_do_not_tell_two_stems_apart(text):
    assert plain(text) == plain(f" {text}！\n") == plain(plain(text))


def test_full_width_letters_and_capitals_are_the_same_words():
    assert plain("Ａ组ＣＳＡＴ，９０％") == plain("a组 csat 90 %")
    assert terms("ＣＳＡＴ怎样提高？") == terms("csat怎样提高")
