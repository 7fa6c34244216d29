"""How stems are worded: what each stem of a labelled list is told, at the exact place, and what is let be."""

from __future__ import annotations

import pytest
from small_bank import BANK, edited, loaded, unmarked

from builder.checks.asks import asks
from builder.checks.registry import rule_findings
from builder.errors import Severity

CODES = {
    "STEM-CLOSED",
    "STEM-MULTIPLE",
    "STEM-NO-ASK",
    "STEM-LONG",
    "STEM-LEADING",
    "STEM-LEADING-UNSCORED",
    "PROBES-MISSING",
}
STEM = "        stem: 两部电话同时响，你怎么办？\n"

LABELLED = [
    ("你有没有遇到过客户当众骂你的情况？", "STEM-CLOSED"),
    ("你有没有遇到过客户当众骂你的情况？请讲讲经过。", ""),
    ("你是否愿意上夜班？", "STEM-CLOSED"),
    ("请说明你如何判断一张工单是否要升级。", ""),
    ("请说说你是否同意这个说法。", "STEM-CLOSED"),
    ("请说说你是否同意这个说法，并说明理由。", ""),
    ("你能不能接受倒班？", "STEM-CLOSED"),
    ("能不能请你讲一次处理重大投诉的经历？", ""),
    ("你会使用电子表格吗？", "STEM-CLOSED"),
    ("客户问“你们是不是不管了”，你怎么回答？", ""),
    ("你知道怎样处理超期退货吗？", "STEM-CLOSED"),
    ("你会怎样处理这通电话？", ""),
    ("两部电话同时响，你怎么办？", ""),
    ("主管要你隐瞒一次系统故障，你会答应吗？为什么？", ""),
    ("你遇到过什么困难吗？", "STEM-CLOSED"),
    ("你带过团队没有？", "STEM-CLOSED"),
    ("Do you have experience with ticketing systems?", "STEM-CLOSED"),
    ("Have you ever led a team through an outage? Tell us about it.", ""),
    ("Have you ever led a team through an outage?", "STEM-CLOSED"),
    ("Are you comfortable working nights?", "STEM-CLOSED"),
    ("Can you tell us about a time when you calmed an angry caller?", ""),
    ("Could you walk us through how you plan a rota?", ""),
    ("If a customer shouted at you, would you end the call?", "STEM-CLOSED"),
    ("How would you decide whether to escalate?", ""),
    ("Describe how you check whether a refund is due.", ""),
    ("Tell us whether you agree with this policy.", "STEM-CLOSED"),
    ("Can you use a spreadsheet?", "STEM-CLOSED"),
    ("How, in your view, would you win them back?", ""),
    ("Did you ever refuse an order from a manager? Why?", ""),
    ("你怎么处理，怎么汇报上级，怎样防止下次再发生？", "STEM-MULTIPLE"),
    ("请说出原因、提出办法，再说说怎样检验；另外谈谈你的分工。", "STEM-MULTIPLE"),
    (
        "Tell us about a time you failed. What went wrong, what did you do, and what would you do now?",
        "STEM-MULTIPLE",
    ),
    ("Tell us about a time when you won a customer back. How did you do it, and what changed?", ""),
    ("你为什么离开上一家公司？为什么选我们？三年后想做什么？", "STEM-MULTIPLE"),
    ("请回答：\n\n1. 原因是什么？\n2. 怎样补救？\n3. 怎样预防？\n", "STEM-MULTIPLE"),
    ("请讲一次你接手别人烂摊子的经历。你先做了什么，后来怎样？", ""),
    ("你不觉得客户的要求很过分吗？", "STEM-CLOSED STEM-LEADING"),
    ("难道客户永远是对的？", "STEM-LEADING"),
    ("大家都认为加班是敬业，你也这样看吧？", "STEM-CLOSED STEM-LEADING"),
    ("作为优秀员工当然应该服从安排，对吧？", "STEM-CLOSED STEM-LEADING"),
    ("想必你一定很热爱客服工作吧？", "STEM-CLOSED STEM-LEADING"),
    ("Don't you agree that the customer comes first?", "STEM-CLOSED STEM-LEADING"),
    ("Wouldn't you say that speed matters most?", "STEM-CLOSED STEM-LEADING"),
    ("Surely you would tell your manager first?", "STEM-LEADING"),
    ("Speed matters more than accuracy here, isn't it?", "STEM-CLOSED STEM-LEADING"),
    ("A customer asks: “Isn't it your job?” What do you say?", ""),
    ("客户质问：“你们难道不管吗？”你怎样回应？", ""),
    ("你当然可以查资料。你会怎样找出下滑的原因？", ""),
    ("客服工作的价值。", "STEM-NO-ASK"),
    ("客户要求全额退款，主管又不在场。", "STEM-NO-ASK"),
    ("A customer wants a refund that the rules do not allow.", "STEM-NO-ASK"),
    ("谈谈你对“首问负责”的理解。", ""),
    ("由此谈谈你的看法。", ""),
    ("Explain the difference between a complaint and a query.", ""),
    ("Imagine that you are alone on shift and the system fails. What do you do first?", ""),
    ("有人说投诉是礼物。你怎么看？", ""),
    ("你认为先安抚客户还是先核实订单？说说你的理由。", ""),
    ("你愿不愿意周末加班？", "STEM-CLOSED"),
    ("Would you refund first or investigate first?", ""),
    ("请对考官扮演的客户说出你的开场白。", ""),
    ("他的做法对不对？说说你的理由。", ""),
    ("你能肯定这张单是误派吗？凭什么？", ""),
    ("Why didn't the second call work, in your opinion?", ""),
    ("Do you agree with her decision? Why?", ""),
    ("Why can't agents promise a repair time?", ""),
    ("Everyone knows that speed matters, so you agree too?", "STEM-LEADING"),
    ("您也不认为这样公平吧？", "STEM-CLOSED STEM-LEADING"),
    ("不是应该先道歉吗？", "STEM-CLOSED STEM-LEADING"),
    ("你认为最难的一步是什么？", ""),
    ("这件事该不该报告？为什么？", ""),
]


@pytest.fixture
def findings(tmp_path):
    """The findings about wording in a bank's text."""
    return lambda text: [f for f in rule_findings(loaded(tmp_path, text)) if f.code in CODES]


def with_stem(stem, bank=BANK):
    """The bank with another stem, in a block scalar."""
    block = "".join(f"          {line}\n" if line else "\n" for line in stem.splitlines())
    return edited(STEM, f"        stem: |\n{block}", bank)


@pytest.mark.parametrize(("stem", "codes"), LABELLED, ids=[stem[:20] for stem, _ in LABELLED])
def test_a_stem_is_told_what_an_interviewer_would_say_of_it(findings, stem, codes):
    assert sorted(f.code for f in findings(with_stem(stem))) == codes.split()


PLACED = [
    (
        "STEM-CLOSED",
        "两部电话同时响，‸你能不能应付？",
        "yes or no answers this question: “你能不能应付？”",
    ),
    ("STEM-MULTIPLE", "你怎么处理？怎么汇报？‸怎样防止下次再发生？", "the stem asks 3 things at once"),
    ("STEM-LEADING", "先报告主管，‸难道还有别的办法？", "“难道” tells the candidate what to answer"),
    ("STEM-NO-ASK", "‸客户在电话里不肯挂断。", "the stem asks nothing"),
    (
        "STEM-LONG",
        "‸" + "客户一再来电" * 37 + "，你怎么办？",
        "the stem has 226 characters: too long to be read aloud",
    ),
    (
        "STEM-LONG",
        "‸" + "The queue grows and " * 33 + "what do you do?",
        "the stem has 136 words: too long to be read aloud",
    ),
]


@pytest.mark.parametrize(("code", "stem", "said"), PLACED, ids=[said for *_, said in PLACED])
def test_a_finding_points_at_the_words(findings, code, stem, said):
    text, places = unmarked(edited("stem: 两部电话同时响，你怎么办？", f"stem: {stem}"))
    found = [f for f in findings(text) if f.code == code]
    assert [(f.place.line, f.place.column) for f in found] == places
    assert [f.sentence.in_language("en") for f in found] == [said]
    assert all(f.hint and f.hint.in_language("zh") != f.hint.in_language("en") for f in found)


def test_a_leading_stem_is_an_error_only_where_it_is_scored(findings):
    practice = edited("stem: 请用一分钟介绍你的上一个夜班。", "stem: 难道夜班不辛苦？请说说。")
    assert [(f.code, f.severity) for f in findings(practice)] == [("STEM-LEADING-UNSCORED", Severity.WARNING)]
    (scored,) = findings(with_stem("难道你不觉得夜班辛苦？请说说。"))
    assert (scored.code, scored.severity) == ("STEM-LEADING", Severity.ERROR)


def test_a_scored_question_without_probes_is_told_and_practice_and_drafts_are_not(findings):
    text, places = unmarked(
        edited(
            "        probes: [密：先接哪一部？]\n", "", edited("      - id: q-calm", "      - ‸id: q-calm")
        )
    )
    (found,) = findings(text)
    assert (found.code, found.severity) == ("PROBES-MISSING", Severity.WARNING)
    assert [(found.place.line, found.place.column)] == places
    assert findings(edited("        probes: [密：练习题的追问]\n", "")) == []


@pytest.mark.parametrize("status", ["draft", "retired"])
def test_only_live_questions_are_read_for_their_wording(findings, status):
    draft = edited("status: draft", f"status: {status}")
    assert findings(edited("stem: 密：还没有定稿的题。", "stem: 难道你不愿意？", draft)) == []


@pytest.mark.parametrize(
    ("stem", "count"),
    [
        ("请讲一次你同各方推进项目的经历。各方要的有什么不同，你做了什么？", 2),
        ("请讲一次你救回客户的经历；再讲一次没有救回的。", 2),
        ("请说出你会怎样答复这位用户；再说说停发账单这件事，中心应当怎样调整。", 2),
        ("这六周，你自己按什么顺序学，怎么学？", 1),
        ("Tell us about a time when someone you led was falling behind. How did you go about it?", 1),
        ("What do you do between now and 10:00, and in what order?", 2),
    ],
)
def test_asks_are_counted_as_an_interviewer_counts(stem, count):
    assert len(asks(stem)) == count


def test_words_in_quotation_marks_are_not_the_interviewers(findings):
    assert findings(with_stem("客户说“难道你们不管吗？是不是不管？”你怎样回应？")) == []
