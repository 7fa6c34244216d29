"""The question bank: what an HR specialist writes in `content/<bank-id>.yaml`.

Field names are the field's own (domain terms of structured interviewing); docstrings below become the
descriptions in the JSON Schema, so that an editor shows them while a bank is being written.
"""

from __future__ import annotations

import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StrictBool, StrictInt, WithJsonSchema
from pydantic_core import PydanticCustomError

from builder.model.base import Model

Identifier = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=64)]
Line = Annotated[str, Field(min_length=1, max_length=400)]
Text = Annotated[str, Field(min_length=1, max_length=20_000)]


def _number(value: object) -> object:
    """A number written without quotes; text that looks like one is a slip of the author's."""
    if isinstance(value, bool | str):
        raise PydanticCustomError("number", "a number without quotes is expected")
    return value


_UNQUOTED = BeforeValidator(_number)
HALF = Decimal("0.5")
Score = Annotated[
    Decimal,
    Field(ge=0, le=1000, multiple_of=HALF),
    _UNQUOTED,
    WithJsonSchema({"type": "number", "minimum": 0, "maximum": 1000, "multipleOf": 0.5}),
]
Minutes = Annotated[
    Decimal,
    Field(ge=0, le=600, multiple_of=HALF),
    _UNQUOTED,
    WithJsonSchema({"type": "number", "minimum": 0, "maximum": 600, "multipleOf": 0.5}),
]
Percent = Annotated[
    Decimal,
    Field(ge=0, le=100),
    _UNQUOTED,
    WithJsonSchema({"type": "number", "minimum": 0, "maximum": 100}),
]


class QuestionType(StrEnum):
    """What kind of evidence a question asks for."""

    BEHAVIOURAL = "behavioural"
    SITUATIONAL = "situational"
    ANALYSIS = "analysis"
    ORGANISATION = "organisation"
    INTERPERSONAL = "interpersonal"
    EMERGENCY = "emergency"
    MOTIVATION = "motivation"
    TECHNICAL = "technical"
    STRESS = "stress"
    OPEN = "open"
    ROLE_PLAY = "role-play"
    CASE = "case"
    WORK_SAMPLE = "work-sample"


class Scale(StrEnum):
    """How a rater marks: points per question, or an anchored rating per competency."""

    POINTS = "points"
    BARS_5 = "bars-5"
    UK_7 = "uk-7"
    STRENGTH_4 = "strength-4"


class Aggregation(StrEnum):
    """How the raters' marks become one result."""

    TRIM_TOTAL = "trim-total"
    TRIM_BY_COMPETENCY = "trim-by-competency"
    MEAN = "mean"
    CONSENSUS = "consensus"
    PANEL_ADJUST = "panel-adjust"


class CorrectionRule(StrEnum):
    """What a rater does with a wrong entry on a score sheet."""

    STRIKE_AND_SIGN = "strike-and-sign"
    VOID_AND_REWRITE = "void-and-rewrite"


class EmployerType(StrEnum):
    """Who employs; some topics are admissible for some employers only."""

    PRIVATE = "private"
    STATE_OWNED = "state-owned"
    PUBLIC = "public"
    FOREIGN = "foreign"
    NONPROFIT = "nonprofit"


class Ignore(Model):
    """A rule of the check that does not apply here (检查豁免), and why; never printed."""

    code: Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9-]*$", max_length=40)]
    """The finding's code, e.g. STEM-CLOSED."""
    reason: Annotated[str, Field(min_length=6, max_length=400)]
    """理由: the job-related or practical reason, for whoever reviews the bank."""


Ignores = Annotated[list[Ignore], Field(exclude=True)]
"""Never part of a document, so that no document depends on it."""


class Position(Model):
    """The job that the interview fills (岗位)."""

    title: Line
    """岗位名称."""
    grade: Line | None = None
    """Grade or level of the job (职级)."""
    employer_type: EmployerType = EmployerType.PRIVATE
    """用人单位性质; some topics are admissible for some employers only."""
    key_tasks: Annotated[list[Line], Field(min_length=1)]
    """Main duties, one a line; the candidate's handout shows them."""


class Anchor(Model):
    """What a rating of a competency looks like."""

    score: Annotated[StrictInt, Field(ge=1, le=7)]
    """The rating this describes, e.g. 1, 3 or 5."""
    descriptor: Line
    """What the rater observes at that rating (锚定行为)."""


class Competency(Model):
    """One thing that is assessed (测评要素)."""

    id: Identifier
    """Short name that questions and criteria refer to."""
    name: Line
    """要素名称; a few words, shown in tables."""
    definition: Text
    """要素定义."""
    indicators: Annotated[list[Line], Field(min_length=1)]
    """Behaviour a rater can observe."""
    weight: Percent
    """Share of the result in per cent; all weights add up to 100."""
    weight_rationale: Line | None = None
    """权重说明: why this weight."""
    anchors: list[Anchor] = []
    """Rating anchors; `bars-5` sheets print those for 1, 3 and 5."""
    ignore: Ignores = []
    """Findings about this competency that are not reported."""


class KeyPoint(Model):
    """An element a good answer contains (要点), with the points it is worth."""

    text: Line
    """What must be said, in a line."""
    points: Score | None = None
    """分值; all key points of a question add up to its points, or none carries any."""
    must_have: StrictBool = False
    """必答要点."""


class RedFlag(Model):
    """Behaviour that weighs against the candidate (红旗) and what the rater does about it."""

    behaviour: Line
    """What is said or done."""
    effect: Line
    """What the rater does about it, e.g. a cap on one criterion."""


class Guide(Model):
    """The answer guide (答题参考): for the interviewer alone."""

    intent: Text
    """What the question separates strong from weak candidates on (出题思路)."""
    key_points: list[KeyPoint] = []
    """得分要点."""
    model_answer: Text | None = None
    """参考答案; Markdown."""
    analysis: Text | None = None
    """解析: how to weigh borderline answers; Markdown."""
    common_errors: list[Line] = []
    """常见失分点."""
    red_flags: list[RedFlag] = []
    """红旗."""


class Level(Model):
    """One level of a criterion: its score band and what the interviewer observes there."""

    label: Annotated[str, Field(min_length=1, max_length=20)]
    """等级, e.g. 好, 中, 差."""
    min: Score
    """Lowest score of the band."""
    max: Score
    """Highest score of the band."""
    descriptor: Text
    """What the interviewer sees or hears at this level."""


class Criterion(Model):
    """One line of a rubric (评分项)."""

    id: Identifier
    """Unique within the question."""
    title: Line
    """评分项; a few words."""
    points: Score
    """满分 of this criterion."""
    competency: Identifier
    """Which of the competencies it gives evidence on."""
    levels: Annotated[list[Level], Field(min_length=2)]
    """From best to worst, or the other way round."""
    ignore: Ignores = []
    """Findings about this criterion that are not reported."""


class SampleAnswer(Model):
    """An answer that raters score before the interview, to find out where their marks differ (校准样例)."""

    level: Literal["low", "mid", "high"]
    """水平: how good the answer is; the raters' sheet does not show it."""
    answer: Text
    """What a candidate says (样例答案); Markdown."""
    points: Score
    """标准分: what the rubric gives this answer."""
    reason: Line
    """给分理由: what is there and what is missing."""


class Question(Model):
    """One question (试题) with everything the interviewer needs to ask and to score it."""

    id: Identifier
    """题目编号, unique in the bank."""
    title: Line | None = None
    """A few words for tables and score sheets; without it the stem's beginning is shown."""
    type: QuestionType
    """题型."""
    stem: Text
    """The words read to every candidate, verbatim (题干)."""
    scenario: Text | None = None
    """Background that the candidate is given (情境描述)."""
    task: Text | None = None
    """What the candidate is to deliver (要求)."""
    points: Score
    """分值, in steps of half a point."""
    think_minutes: Minutes = Decimal(0)
    """思考时间 in minutes."""
    answer_minutes: Minutes
    """作答时间 in minutes."""
    difficulty: Literal["easy", "medium", "hard"] = "medium"
    """难度."""
    competencies: Annotated[list[Identifier], Field(min_length=1)]
    """测评要素: ids of one or two competencies."""
    probes: list[Line] = []
    """Permitted follow-up questions (追问)."""
    guide: Guide | None = None
    """答题参考; candidates never see it."""
    rubric: list[Criterion] = []
    """评分标准; its criteria add up to the question’s points."""
    calibration: list[SampleAnswer] = []
    """校准样例: one low, one mid and one high answer for the calibration sheet; candidates never see them."""
    notes_lines: Annotated[StrictInt, Field(ge=0, le=40)] = 8
    """Ruled lines for the interviewer's notes."""
    tags: list[Line] = []
    """Free words for selecting questions."""
    status: Literal["draft", "live", "retired"] = "live"
    """Only live questions are printed."""
    practice: StrictBool = False
    """A practice question for the candidate's handout; it is never part of the interview."""
    parallel_group: Identifier | None = None
    """Questions of one group may stand in for each other on forms A and B."""
    ignore: Ignores = []
    """Findings about this question that are not reported."""


class Section(Model):
    """A part of the interview (部分) with its share of points and minutes."""

    id: Identifier
    """Short name, for selecting sections."""
    title: Line
    """部分名称."""
    points: Score
    """Points of the section: what its questions, or those drawn, add up to."""
    minutes: Minutes
    """用时 in minutes."""
    draw: Literal["all"] | Annotated[StrictInt, Field(ge=1)] = "all"
    """`all`, or how many questions are drawn for one interview."""
    ignore: Ignores = []
    """Findings about this section and its questions that are not reported."""
    questions: Annotated[list[Question], Field(min_length=1)]
    """试题, in the order they are asked."""


class Handout(Model):
    """What candidates are told beforehand (候选人准备手册); nothing here is confidential."""

    role: Text
    """岗位介绍; Markdown."""
    format: Text
    """面试形式; Markdown."""
    arrival: Text | None = None
    """报到: when, where, with what."""
    notes_allowed: Line | None = None
    """Whether notes may be made."""
    bring: list[Line] = []
    """需要携带."""
    preparation: list[Line] = []
    """Tips for telling experience by situation, task, action and result."""
    competency_notes: dict[Identifier, Line] = {}
    """Each competency in plain words, by its id."""
    adjustments: Text | None = None
    """How to ask for reasonable adjustments (便利申请)."""
    privacy: Text | None = None
    """Purpose, retention and rights."""
    conduct: list[Line] = []
    """面试纪律."""
    results: Text | None = None
    """结果通知."""
    notes: list[Line] = []
    """面试注意事项."""
    contact: Line | None = None
    """联系方式: a post and an address."""


class Scripts(Model):
    """Words read aloud that replace the built-in ones; `{n}`, `{t}` and `{w}` are filled in."""

    opening: Text | None = None
    """Opening words; `{n}` questions, `{t}` minutes, `{w}` minutes at the warning."""
    closing: Text | None = None


class Change(Model):
    """One line of the bank's history."""

    version: Line
    """版本."""
    date: datetime.date
    """日期, as 2026-11-30."""
    note: Line
    """修订内容."""


class Bank(Model):
    """A question bank: one position, its competencies, questions, guides and rubrics."""

    id: Identifier
    """The file's name without `.yaml`."""
    title: Line
    """题库名称."""
    locale: Literal["zh-CN", "en"]
    """Language of the bank and of its documents."""
    version: Annotated[str, Field(pattern=r"^[0-9A-Za-z][0-9A-Za-z.\-]*$", max_length=32)]
    """Version of the text, in quotes: "1.0"."""
    translation_of: Identifier | None = None
    """译自: id of the bank that this one is in another language; the two must agree in ids, points and minutes."""
    position: Position
    """岗位."""
    competencies: Annotated[list[Competency], Field(min_length=1)]
    """测评要素, at most eight if raters are to keep them apart."""
    points: Score | None = None
    """总分: what the points of all sections add up to; where it is given, it is checked."""
    scale: Scale = Scale.POINTS
    """评分尺度: points per question, or an anchored rating per competency."""
    score_by: Literal["question", "competency"] | None = None
    """On a points sheet, one score a question or one a 测评要素, out of its weight; by default the latter only
    with `aggregation: trim-by-competency`."""
    aggregation: Aggregation = Aggregation.MEAN
    """计分规则."""
    panel_size: Annotated[StrictInt, Field(ge=1, le=15)] = 3
    """Number of raters on the panel."""
    correction_rule: CorrectionRule = CorrectionRule.STRIKE_AND_SIGN
    """更正规则: 划改签名 or 作废重填."""
    marking: Line | None = None
    """Secrecy marking; without it the project's, or the locale's default."""
    state_secret: StrictBool = False
    """Set only where state-secret markings (绝密/机密/秘密) are lawful."""
    owner: Line | None = None
    """编制部门 or post."""
    review_due: datetime.date | None = None
    """下次复审日期."""
    retention: Text | None = None
    """保存与销毁."""
    scripts: Scripts = Scripts()
    """Opening and closing words of this bank’s own."""
    handout: Handout | None = None
    """候选人准备手册; without it no handout is made."""
    changes: list[Change] = []
    """修订记录."""
    ignore: Ignores = []
    """Findings in this file that are not reported; closer to its cause, an `ignore` says more."""
    sections: Annotated[list[Section], Field(min_length=1)]
    """部分, in the order of the interview."""
    unparsed: Annotated[list[Text], Field(exclude=True)] = []
    """未归位文字: text of an imported document that nobody has placed yet; never printed."""
