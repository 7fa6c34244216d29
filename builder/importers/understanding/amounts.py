"""Points, counts and minutes as documents note them: （每题10分，共5题）, (5 questions, 8 points each), 用时5分钟."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from decimal import Decimal

from builder.importers.understanding.flow import Flow, Span
from builder.importers.understanding.numerals import amount

NUMBER = r"(?:\d{1,6}(?:\.\d{1,3})?|[一二三四五六七八九十百两半]{1,5})"
_SPELT = r"(?:\d{1,6}(?:\.\d{1,3})?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_POINTS = r"(?:points?|marks?|pts?\.?)"
_QUESTIONS = r"(?:questions?|items?|scenarios?|cases?)"
_ASKED = r"(?:小|道|大|个)?(?:小|大)?题"
_MINUTES = r"(?:minutes?|mins?\.?)"
_PATTERNS = (
    ("minutes_each", rf"[每各]{_ASKED}(?:用时|限时|时间)?:? *({NUMBER}) *分钟|({_SPELT}) *{_MINUTES} (?:each|per {_QUESTIONS})"),
    ("think_minutes", rf"(?:思考|准备)(?:时间|用时)?:? *({NUMBER}) *分钟|({_SPELT}) *{_MINUTES} (?:to prepare|to think|preparation|thinking)"),
    ("minutes", rf"({NUMBER}) *分钟|({_SPELT})[ -]*{_MINUTES}(?![a-z])"),
    ("each", rf"(?:[每各] *{_ASKED} *(?:分值|满分|计|各)?为?:? *|题均)({NUMBER}) *分|({NUMBER}) *分 *(?:/|每|一){_ASKED}"
             rf"|({_SPELT}) *{_POINTS} *(?:each|per {_QUESTIONS}|/ *question)|each(?: question)?(?: is)? worth ({_SPELT}) *{_POINTS}|each ({_SPELT}) *{_POINTS}"),
    ("count", rf"[共计合]*计? *({NUMBER}) *(?:道|个|小)?(?:大|小)?题|({_SPELT}) {_QUESTIONS}"),
    ("total", rf"(?:总分值?|总计|合计|共计|满分|小计|[共计])(?:为|是)?:? *({NUMBER}) *分|total(?: of)?:? *({_SPELT}) *{_POINTS}|({_SPELT}) *{_POINTS} *(?:in )?total|out of ({_SPELT})(?: *{_POINTS})?|max(?:imum)?\.?(?: score| points| marks)?:? *({_SPELT})(?: *{_POINTS})?|[_＿]{{2,}} */ *({_SPELT})(?: *{_POINTS})?"),
    ("points", rf"({NUMBER}) *分(?!钟|之)|({_SPELT}) *{_POINTS}(?![a-z])|({NUMBER}) *['′](?!\w)|(?<!\w)/ *({NUMBER})(?!\w)"),
)  # fmt: skip
_FILLERS = re.compile(
    r"面试|考试|试卷|全卷|[本该此小大]*题|分值|满分|共计|合计|限时|限|建议|用时|时间|时长|作答|答题|回答|约|为|不超过|以内|左右|其中|每人|总|共|计|各|每|"
    r"\b(?:worth|max(?:imum)?|up to|about|approx\.?|each|total|time|answer|and|of|in|for|this|question|section|the)\b|[,、;:./·|+ -]",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"[(\[]([^()\[\]\n]{2,60})[)\]]")


@dataclass
class Amounts:
    """What a heading or a question says of its points, questions and minutes; None where it does not."""

    each: Decimal | None = None
    """Points of every question of a section."""
    count: Decimal | None = None
    total: Decimal | None = None
    points: Decimal | None = None
    minutes: Decimal | None = None
    minutes_each: Decimal | None = None
    think_minutes: Decimal | None = None

    def __bool__(self) -> bool:
        return any(getattr(self, field.name) is not None for field in fields(self))

    def fill(self, other: Amounts) -> None:
        """Takes from the other what is not known yet."""
        for field in fields(self):
            if getattr(self, field.name) is None:
                setattr(self, field.name, getattr(other, field.name))


def amounts_in(skeleton: str) -> tuple[Amounts, str]:
    """The amounts that a piece of text notes, and what is left of it besides."""
    found, rest = Amounts(), skeleton
    for name, pattern in _PATTERNS:
        if match := re.search(pattern, rest, re.IGNORECASE):
            value = next(group for group in match.groups() if group)
            setattr(found, name, amount(value))
            rest = rest[: match.start()] + " " + rest[match.end() :]
    return found, _FILLERS.sub("", rest).strip()


def bracketed(flow: Flow, start: int, end: int) -> list[tuple[Span, Amounts, bool]]:
    """Every bracket between two offsets that notes amounts; True where it says nothing else."""
    notes = []
    for bracket in _BRACKETS.finditer(flow.skeleton, start, end):
        found, rest = amounts_in(bracket[1])
        if found:
            notes.append((bracket.span(), found, not rest))
    return notes


def halves(value: Decimal | None) -> Decimal | None:
    """The value where the model can hold it: a multiple of a half, at most a thousand."""
    return value if value is not None and value <= 1000 and value * 2 == int(value * 2) else None
