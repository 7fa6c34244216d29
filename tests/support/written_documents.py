"""Documents as people write them, drawn at random: shapes vary, and what they hold is known."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

WHO = ("班长", "新同事", "一位老客户", "隔壁部门", "值班经理", "供应商", "实习生", "门卫")
WHEN = ("开门前十分钟", "月底结账那天", "台风来的前一晚", "系统刚换完的第二天", "周五下班前", "春节前一周")
WHAT = (
    "把钥匙弄丢了", "要求当场退款", "拒绝签收", "交来一份对不上数的表", "说什么也不肯排队", "临时要加三十个座位",
    "在大厅里拍视频", "把两张订单写成了一张",
)  # fmt: skip
ASKS = ("你怎么处理？", "请说说你的做法。", "你会先做哪三件事？", "请讲一讲你的处理过程。", "你如何回应？")
DEEDS = (
    "先到现场看一遍",
    "把经过写在交接本上",
    "给对方一个明确的时间",
    "请主管当面确认",
    "当天晚上回一次电话",
    "和同事换一个班",
)
RESULTS = ("这样下一班不用再问", "对方也愿意配合", "第二周没有再发生", "大家都看得见进度", "数字又对上了")
TITLES = (
    "岗位认知",
    "情景模拟题",
    "组织协调能力",
    "应急处置类",
    "专业知识与技能",
    "行为面试题",
    "团队协作",
    "综合分析",
)
CRITERIA = ("步骤清楚", "语气得体", "时间明确", "责任到人", "有后续跟进", "数据准确")
HAN = "一二三四五六七八九十"
SECTION_MARKS = ("{han}、", "第{han}部分 ", "（{han}）", "第{han}部分：", "## {han}、")
QUESTION_MARKS = (
    "{n}.",
    "{n}、",
    "{n}. ",
    "题目{n}：",
    "第{n}题：",
    "（{n}）",
    "{n}）",
    "Q{n}：",
    "问题{n}：",
    "试题{n}. ",
    "第{hann}题 ",
    "{full}．",
)
ANSWER_LABELS = ("答案：", "参考答案：", "【参考答案】", "答：", "参考回答：", "答案:", "【答案】")
INNER_MARKS = ("{n}.", "（{n}）", "{c}", "{n}、", "{n}) ", "第{han}，")
RUBRIC_LABELS = ("评分标准：", "评分要点：", "【评分标准】", "评分细则:")


@dataclass
class Asked:
    """One question of a document."""

    stem: str
    answer: list[str] = field(default_factory=list)
    criteria: list[tuple[str, int]] = field(default_factory=list)
    points: int = 0


@dataclass
class Written:
    """A document and what it holds."""

    text: str
    sections: list[tuple[str, list[Asked]]]
    shape: str

    @property
    def questions(self) -> list[Asked]:
        return [q for _, questions in self.sections for q in questions]


def written(seed: int) -> Written:
    """A document of a shape that the seed draws."""
    draw = random.Random(seed)
    section_mark = draw.choice(SECTION_MARKS)
    question_mark = draw.choice([m for m in QUESTION_MARKS if m[0] != section_mark[0] or m[0] not in "（第"])
    runs_on = draw.random() < 0.4
    endless = draw.random() < 0.4 and not section_mark.startswith("#")
    answered = draw.random() < 0.7
    answer_label, inner, rubric_label = (
        draw.choice(ANSWER_LABELS),
        draw.choice(INNER_MARKS),
        draw.choice(RUBRIC_LABELS),
    )
    scored = draw.random() < 0.5
    each = draw.random() < 0.5
    if not answered and not scored and endless:
        endless = False
    lines = [
        f"{draw.choice(('2026年', ''))}{draw.choice(('前台', '仓库', '客服', '物业'))}主管面试试题{draw.choice(('', '及答案'))}"
    ]
    number = 0
    sections = []
    for s in range(draw.randint(1, 4)):
        count, points = draw.randint(1, 5), draw.choice((5, 8, 10, 12))
        title = TITLES[(seed + s) % len(TITLES)]
        note = ""
        if each:
            note = draw.choice(
                (
                    "（每题{p}分，共{c}题）",
                    "(共{c}题,每题{p}分)",
                    "（共{c}题，每题{p}分，总分{t}分）",
                    "（每题{p}分）",
                )
            )
            note = note.format(p=points, c=count, t=points * count)
        lines.append(section_mark.format(han=HAN[s]) + title + note)
        number = number if runs_on else 0
        questions = []
        for _ in range(count):
            number += 1
            asked = _asked(draw, answered, scored, points)
            questions.append(asked)
            lines += _lines(
                asked,
                number,
                question_mark,
                answer_label,
                rubric_label,
                inner,
                draw,
                show=not each and scored,
            )
        sections.append((title, questions))
    shape = f"{seed} {section_mark} {question_mark} {answer_label} {inner} endless={endless} on={runs_on} answered={answered} scored={scored} each={each}"
    return Written(("" if endless else "\n").join(lines), sections, shape)


def _asked(draw: random.Random, answered: bool, scored: bool, points: int) -> Asked:
    stem = f"{draw.choice(WHEN)}，{draw.choice(WHO)}{draw.choice(WHAT)}，{draw.choice(ASKS)}"
    asked = Asked(stem, points=points)
    if answered:
        asked.answer = [f"{draw.choice(DEEDS)}，{draw.choice(RESULTS)}。" for _ in range(draw.randint(1, 4))]
    if scored:
        names = draw.sample(CRITERIA, draw.randint(2, 3))
        shares = [1] * (len(names) - 1)
        asked.criteria = list(zip(names, [*shares, points - sum(shares)], strict=True))
    return asked


def _lines(
    asked: Asked, n: int, mark: str, answer: str, rubric: str, inner: str, draw: random.Random, *, show: bool
) -> list[str]:
    shown = {"n": n, "hann": _han(n), "full": "".join(chr(ord(c) + 0xFEE0) for c in str(n))}
    lines = [mark.format(**shown) + (f"（{asked.points}分）" if show else "") + asked.stem]
    if asked.answer:
        if len(asked.answer) > 1 and draw.random() < 0.6:
            lines.append(f"{answer}{draw.choice(('', '我会分几步做：', '要点如下：'))}")
            lines += [_inner(inner, i) + text for i, text in enumerate(asked.answer)]
        else:
            lines.append(answer + "".join(asked.answer))
    if asked.criteria:
        lines.append(rubric)
        lines += [f"{i}.{name}（{points}分）" for i, (name, points) in enumerate(asked.criteria, 1)]
    return lines


def _inner(mark: str, i: int) -> str:
    return mark.format(n=i + 1, c=chr(0x2460 + i), han=HAN[i])


def _han(n: int) -> str:
    return HAN[n - 1] if n <= 10 else f"十{HAN[n - 11]}" if n < 20 else f"二十{HAN[n - 21] if n > 20 else ''}"
