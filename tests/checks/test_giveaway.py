"""Probes that give a key point away, planted, and probes that only share its topic."""

from __future__ import annotations

import pytest
from small_bank import BANK, edited, loaded, unmarked

from builder.checks.registry import rule_findings
from builder.errors import Severity

# Stem, key point, probe, whether it gives the key point away. The second half (from the parcel on) was written
# before the rule was tuned, and scored afterwards.
LABELLED = [
    (
        "客户因为订单送错在电话里大发雷霆，你怎么处理？",
        "先安抚客户，再核实订单",
        "有没有先安抚客户再核实订单？",
        True,
    ),
    (
        "客户因为订单送错在电话里大发雷霆，你怎么处理？",
        "先安抚客户，再核实订单",
        "你是先把客户安抚好，再去核实订单的吗？",
        True,
    ),
    ("系统中断，排队两百通，你怎么办？", "十分钟内向值班主管报告", "你会不会在十分钟内报告值班主管？", True),
    (
        "请讲一次你被客户投诉的经历。",
        "主动向客户道歉并承认自己的差错",
        "你主动向客户道歉、承认差错了没有？",
        True,
    ),
    ("你怎样带新人？", "每周固定一次一对一，用录音逐条复盘", "你有没有每周一次的一对一，用录音复盘？", True),
    (
        "周末客户要求加急维修，你怎么答复？",
        "说明权限，约定答复时间，按时回电",
        "你会跟他约定答复时间并按时回电吗？",
        True,
    ),
    (
        "你发现同事私下导出客户号码，怎么办？",
        "保留证据，当天书面上报",
        "要不要保留证据，当天书面上报？",
        True,
    ),
    (
        "接通率掉到六成，你怎么查？",
        "把来电按时段和类型拆开，与排班对照",
        "是不是应该把来电按时段和类型拆开，再与排班对照？",
        True,
    ),
    (
        "A customer shouts at you about a late parcel. What do you do?",
        "Apologises before checking the parcel's status",
        "Did you apologise before checking the status?",
        True,
    ),
    (
        "Tell us about a time when you coached someone.",
        "Agrees one habit to practise and a date to review it",
        "Did you agree on one habit to practise and a review date?",
        True,
    ),
    (
        "What do you do when the system fails?",
        "Sends a public message within ten minutes and names the next update",
        "Would you send a public message within ten minutes?",
        True,
    ),
    (
        "How would you look into falling ratings?",
        "Compares response rates before trusting the average",
        "How did you compare the response rates before trusting the average?",
        True,
    ),
    (
        "客户因为订单送错在电话里大发雷霆，你怎么处理？",
        "先安抚客户，再核实订单",
        "你开口的第一句话是什么？",
        False,
    ),
    (
        "客户因为订单送错在电话里大发雷霆，你怎么处理？",
        "先安抚客户，再核实订单",
        "客户后来的情绪怎样？",
        False,
    ),
    (
        "系统中断，排队两百通，你怎么办？",
        "十分钟内向值班主管报告",
        "十分钟过去了，排队还在涨，你怎么办？",
        False,
    ),
    ("请讲一次你被客户投诉的经历。", "主动向客户道歉并承认自己的差错", "客户当时最不满的是哪一点？", False),
    ("你怎样带新人？", "每周固定一次一对一，用录音逐条复盘", "你从哪里看出新人学会了？", False),
    (
        "周末客户要求加急维修，你怎么答复？",
        "说明权限，约定答复时间，按时回电",
        "客户追问几点能到，你怎么说？",
        False,
    ),
    ("你发现同事私下导出客户号码，怎么办？", "保留证据，当天书面上报", "同事求你别说出去，你怎么回？", False),
    ("接通率掉到六成，你怎么查？", "把来电按时段和类型拆开，与排班对照", "哪个数字最先让你起疑？", False),
    (
        "A customer shouts at you about a late parcel. What do you do?",
        "Apologises before checking the parcel's status",
        "What did the customer say next?",
        False,
    ),
    (
        "Tell us about a time when you coached someone.",
        "Agrees one habit to practise and a date to review it",
        "How did you know that the person had improved?",
        False,
    ),
    (
        "What do you do when the system fails?",
        "Sends a public message within ten minutes and names the next update",
        "What happens in the first ten minutes?",
        False,
    ),
    (
        "How would you look into falling ratings?",
        "Compares response rates before trusting the average",
        "Which of the ratings do you trust least?",
        False,
    ),
    (
        "快递丢件，客户要求赔偿三倍，你怎么谈？",
        "核对保价记录，按规则给出赔付数并说明依据",
        "你有没有核对保价记录，按规则给出赔付数？",
        True,
    ),
    (
        "员工连续三天迟到，你怎么办？",
        "单独谈话弄清原因，再约定改进期限",
        "你会先单独谈话弄清原因，再约定改进的期限吗？",
        True,
    ),
    (
        "请讲一次你推动别的部门的经历。",
        "拿数据说明影响，请对方负责人定接口人",
        "是不是拿数据说明了影响，还请对方定了接口人？",
        True,
    ),
    (
        "知识库答案互相矛盾，你怎么收拾？",
        "冻结冲突条目，请业务部门书面确认",
        "你冻结冲突条目、请业务部门书面确认了吗？",
        True,
    ),
    (
        "一名坐席哭着离席，你怎么处理？",
        "安排同事陪同，当天不再让她接线",
        "你安排同事陪同她、当天不再让她接线，是吗？",
        True,
    ),
    (
        "预算要砍一成，你怎么安排？",
        "保住质检和培训，先压外包闲置席位",
        "为什么不先压外包的闲置席位，保住质检和培训？",
        True,
    ),
    (
        "媒体来电追问事故，你怎么答？",
        "只说已查实的，约定下次通报时间",
        "你会只说已经查实的，并约定下次通报的时间吗？",
        True,
    ),
    (
        "请讲一次你改进流程的经历。",
        "小范围试行两周，用对照数据决定推广",
        "你们小范围试行了两周、用对照数据来决定推广吗？",
        True,
    ),
    (
        "How do you hand over an open case?",
        "Writes down owner, deadline and the promise made to the customer",
        "Did you write down the owner, the deadline and the promise made?",
        True,
    ),
    (
        "An agent refuses a new script. What do you do?",
        "Listens to sample calls with the agent before deciding",
        "Have you listened to sample calls with the agent before you decide?",
        True,
    ),
    (
        "Tell us about a mistake you made at work.",
        "Reports the mistake the same day and proposes a remedy",
        "Did you report it the same day and propose a remedy?",
        True,
    ),
    (
        "How would you staff a holiday weekend?",
        "Forecasts contacts by hour and staggers breaks",
        "Would you forecast contacts by the hour and stagger the breaks?",
        True,
    ),
    (
        "快递丢件，客户要求赔偿三倍，你怎么谈？",
        "核对保价记录，按规则给出赔付数并说明依据",
        "你给出的数是怎么算的？",
        False,
    ),
    ("员工连续三天迟到，你怎么办？", "单独谈话弄清原因，再约定改进期限", "到期没有改进，你怎么办？", False),
    (
        "请讲一次你推动别的部门的经历。",
        "拿数据说明影响，请对方负责人定接口人",
        "对方负责人起初怎么说？",
        False,
    ),
    (
        "知识库答案互相矛盾，你怎么收拾？",
        "冻结冲突条目，请业务部门书面确认",
        "业务部门迟迟不回，坐席这几天怎么答？",
        False,
    ),
    (
        "一名坐席哭着离席，你怎么处理？",
        "安排同事陪同，当天不再让她接线",
        "其他同事看在眼里，你对他们说什么？",
        False,
    ),
    ("预算要砍一成，你怎么安排？", "保住质检和培训，先压外包闲置席位", "外包公司找上门来，你怎么谈？", False),
    (
        "媒体来电追问事故，你怎么答？",
        "只说已查实的，约定下次通报时间",
        "记者说“你不回应我就这么发”，你怎么答？",
        False,
    ),
    (
        "请讲一次你改进流程的经历。",
        "小范围试行两周，用对照数据决定推广",
        "试行里哪个结果出乎你的意料？",
        False,
    ),
    (
        "How do you hand over an open case?",
        "Writes down owner, deadline and the promise made to the customer",
        "What does the next person need from you?",
        False,
    ),
    (
        "An agent refuses a new script. What do you do?",
        "Listens to sample calls with the agent before deciding",
        "What if the agent still refuses next week?",
        False,
    ),
    (
        "Tell us about a mistake you made at work.",
        "Reports the mistake the same day and proposes a remedy",
        "Who was affected by it?",
        False,
    ),
    (
        "How would you staff a holiday weekend?",
        "Forecasts contacts by hour and staggers breaks",
        "What would you do if contacts doubled?",
        False,
    ),
]


@pytest.fixture
def findings(tmp_path):
    """The findings about probes in a bank's text."""
    return lambda text: [f for f in rule_findings(loaded(tmp_path, text)) if f.code == "PROBE-GIVES-AWAY"]


def with_probe(stem, key_point, probe):
    text = edited("stem: 两部电话同时响，你怎么办？", f'stem: "{stem}"')
    text = edited("{text: 密：说出先后和理由}", f'{{text: "{key_point}"}}', text)
    return edited("probes: [密：先接哪一部？]", f'probes: ["{probe}"]', text)


@pytest.mark.parametrize(
    ("stem", "key_point", "probe", "gives_away"), LABELLED, ids=[row[2][:24] for row in LABELLED]
)
def test_a_probe_that_says_the_key_point_is_found_and_one_on_its_topic_is_not(
    findings, stem, key_point, probe, gives_away
):
    assert bool(findings(with_probe(stem, key_point, probe))) == gives_away


def test_the_list_has_enough_of_both_kinds_in_both_languages():
    for gives_away in (True, False):
        kind = [probe for *_, probe, given in LABELLED if given == gives_away]
        assert len(kind) >= 24
        assert sum(probe.isascii() for probe in kind) >= 8


def test_the_finding_stands_at_the_probe_and_names_the_key_point(findings):
    old = "        probes: [密：先接哪一部？]\n"
    new = "        probes:\n          - 先接哪一部？\n          - ‸你有没有先说出先后和理由？\n"
    text, places = unmarked(edited(old, new))
    (found,) = findings(text)
    assert [(found.place.line, found.place.column)] == places
    assert found.severity is Severity.ERROR
    assert found.sentence.in_language("en") == "the probe gives away key point 1: “密：说出先后和理由”"


def test_what_the_stem_has_told_cannot_be_given_away(findings):
    told = with_probe(
        "请按先安抚客户、再核实订单的次序处理。", "先安抚客户，再核实订单", "有没有先安抚客户再核实订单？"
    )
    untold = with_probe("请处理这通电话。", "先安抚客户，再核实订单", "有没有先安抚客户再核实订单？")
    assert (len(findings(told)), len(findings(untold))) == (0, 1)


def test_the_small_bank_gives_nothing_away(findings):
    assert findings(BANK) == []
