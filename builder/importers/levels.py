"""Levels of a rubric: 优（8-10分）：…, 5分：…, Excellent (9–10): …, 3 – Adequate: …"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from builder.importers.amounts import halves
from builder.importers.draft import Level
from builder.importers.flow import Flow
from builder.importers.numerals import amount

_NAMES_ZH = (
    "优秀|优良|优等|优|良好|良|中等|中上|中下|中|一般|合格|及格|较好|较差|不合格|不及格|很好|很差|较弱|好|差|弱|强|上|下|"
    "[一二三四五]等|第?[一二三四五]档|[一二三四五]类|[A-Ea-e][档级等]|[A-E]|高分|低分|中分|满分|高水平|中等水平|低水平|达标|未达标|卓越|胜任|待提高|待改进|待提升|需改进"
)  # fmt: skip
_NAMES_EN = (
    "excellent|outstanding|exceptional|very good|good|strong|above average|average|adequate|acceptable|satisfactory|fair|competent|proficient|developing|"
    "mixed|below average|weak|very weak|poor|very poor|unacceptable|unsatisfactory|limited|insufficient|basic|advanced|exceeds(?: expectations)?|meets(?: expectations)?|below(?: expectations)?|high|medium|mid|low|full marks|no marks"
)  # fmt: skip
_NUM = r"(?:\d{1,6}(?:\.\d{1,3})?|[一二三四五六七八九十]{1,5})"
_UNIT = r"(?: *(?:分|points?|marks?|pts?))"
_RANGE = rf"(?P<low>{_NUM}){_UNIT}? *(?:-|至|到|to) *(?P<high>{_NUM}){_UNIT}?"
_ONE = rf"(?P<one>{_NUM})(?P<unit>{_UNIT})?(?P<open> *(?:及?以上|及?以下|and above|or more|or above|and below|or less|or below|\+))?"
_BAND = rf"(?:{_RANGE}|{_ONE})"
_NAME = rf"(?:{_NAMES_ZH}|{_NAMES_EN})"
_FORMS = tuple(
    re.compile(rf"(?P<head>{pattern})", re.IGNORECASE)
    for pattern in (
        rf"(?P<label>{_NAME})(?: *(?:等次|等级|档次|档|水平|answer|response))? *[(\[] *{_BAND} *[)\]] *(?:[:：,-]|(?=\n)|(?= *[^ \n])) *",
        rf"(?P<label>{_NAME}) *[:,-]? *{_RANGE} *[:,.-] *",
        rf"(?P<label>{_NAME}) *[:,-]? *(?P<low>{_NUM}){_UNIT}? *(?:-|至|到|to) *(?P<high>{_NUM}){_UNIT} *[:,.-]? *",
        rf"(?P<label>{_NAME}) +(?P<low>{_NUM}) *(?:-|至|到|to) *(?P<high>{_NUM}) +",
        rf"(?P<label>{_NAME}) *[:-] *(?P<one>{_NUM})(?P<unit>{_UNIT})(?P<open>)? *[:,.-] *",
        rf"(?:{_RANGE})(?<=[分sSkKtT\d]) *[(\[](?P<label>{_NAME})[)\]] *[:,-]? *",
        rf"(?P<label>)(?P<low>{_NUM}){_UNIT}? *(?:-|至|到|to) *(?P<high>{_NUM}){_UNIT} *[:,-] *",
        r"(?P<label>)(?P<low>\d{1,6}(?:\.\d{1,3})?) *(?:-|to) *(?P<high>\d{1,6}(?:\.\d{1,3})?) *: *",
        rf"(?P<label>)(?P<one>{_NUM})(?P<unit>{_UNIT})(?P<open> *及?以[上下])? *[:,-] *",
        rf"(?P<one>\d) *[-=:.] *(?P<label>{_NAME})(?P<unit>)(?P<open>)(?: *[:,.(-]| *(?=\n)) *",
        r"(?P<label>)(?P<one>\d)(?P<unit>)(?P<open>) *(?:[-=:]|(?= - )) +(?=[^\d\s])",
        rf"(?P<label>{_NAME}) *: *",
    )
)  # fmt: skip
_BEFORE = re.compile(r"(?:^|[\n。;;,|!?.)]|[:] )\s*(?:[-*·●①-⑩]+|\d[.、)])?\s*\**\s*$")


@dataclass(frozen=True, slots=True)
class LevelMark:
    """Where a level begins, where its words begin, and its band."""

    start: int
    end: int
    label: str
    low: Decimal | None
    high: Decimal | None


def level_marks(flow: Flow, start: int, end: int, highest: Decimal | None) -> list[LevelMark]:
    """The levels that begin between two offsets; `highest` is what “8 points and above” ends at."""
    found: list[LevelMark] = []
    for form in _FORMS:
        for match in form.finditer(flow.skeleton, start, end):
            free = all(match.end() <= m.start or match.start() >= m.end for m in found)
            if free and _BEFORE.search(flow.skeleton[max(start, match.start() - 12) : match.start()]):
                found.append(_mark(flow, match, highest))
    found.sort(key=lambda mark: mark.start)
    banded = [m for m in found if m.low is not None]
    return banded if len(banded) >= 2 else found if len(found) >= 2 else []


def _mark(flow: Flow, match: re.Match[str], highest: Decimal | None) -> LevelMark:
    groups = match.groupdict()
    low = high = None
    if groups.get("low"):
        low, high = sorted(v for v in (amount(groups["low"]), amount(groups["high"])) if v is not None)
    elif groups.get("one"):
        low = high = amount(groups["one"])
        opening = groups.get("open") or ""
        if re.search("上|above|more|\\+", opening):
            high = highest if highest is not None else low
        elif re.search("下|below|less", opening):
            low = Decimal(0)
    a, b = match.span("label") if groups.get("label") else match.span("one" if groups.get("one") else "low")
    label = (
        flow.text[a:b]
        if groups.get("label")
        else flow.text[match.start() : match.end()].strip(" :：,，-–—.、=\n")
    )
    return LevelMark(match.start(), match.end(), label[:20], halves(low), halves(high))


def take_levels(flow: Flow, marks: list[LevelMark], end: int) -> list[Level]:
    """The levels with their words, the last of them up to `end`."""
    ends = [*(mark.start for mark in marks[1:]), end]
    levels = []
    for mark, stop in zip(marks, ends, strict=True):
        flow.sign(mark.start, mark.end)
        start, stop = flow.trimmed(mark.end, stop)
        levels.append(Level(mark.label, mark.low, mark.high, flow.take(start, _bare_end(flow, start, stop))))
    return levels


def _bare_end(flow: Flow, start: int, stop: int) -> int:
    """Without a separator, or the bullet of the next level, at the end."""
    bare = re.search(r"[;,|\s]*(?:\n\s*[-*·●]+)?[;,|\s]*$", flow.skeleton[start:stop])
    end = start + bare.start() if bare else stop
    flow.sign(end, stop)
    return end
