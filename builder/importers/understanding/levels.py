"""Levels of a rubric: 优（8-10分）：…, 5分：…, Excellent (9–10): …, 3 – Adequate: …"""

from __future__ import annotations

import functools
import itertools
import re
from dataclasses import dataclass
from decimal import Decimal

from builder.importers.blocks import Block
from builder.importers.draft import Level
from builder.importers.understanding.amounts import halves
from builder.importers.understanding.flow import Flow
from builder.importers.understanding.numerals import amount

_NAMES_ZH = (
    "优秀|优良|优等|优|良好|良|中等|中上|中下|中|一般|合格|及格|较好|较差|不合格|不及格|很好|很差|较弱|好|差|弱|强|上|下|"
    "[一二三四五]等|第?[一二三四五]档|[一二三四五]类|[A-Ea-e][档级等]|[A-E]|高分|低分|中分|满分|高水平|中等水平|低水平|达标|未达标|卓越|胜任|待提高|待改进|待提升|需改进"
)  # fmt: skip
_NAMES_EN = (
    "excellent|outstanding|exceptional|very good|good|strong|above average|average|adequate|acceptable|satisfactory|fair|competent|proficient|developing|"
    "mixed|below average|weak|very weak|poor|very poor|unacceptable|unsatisfactory|limited|insufficient|basic|advanced|highly effective|very effective|effective|ineffective|needs improvement|needs development|exemplary|superior|marginal|exceeds(?: expectations)?|meets(?: expectations)?|below(?: expectations)?|high|medium|mid|low|full marks|half marks|partial marks|no marks"
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
        rf"(?P<label>{_NAME})(?: *(?:等次|等级|档次|档|水平|表现|回答|答案|answers?|responses?))? *[(\[] *{_BAND} *[)\]] *(?:[:：,-]|(?=\n)|(?= *[^ \n])) *",
        rf"(?P<label>{_NAME}) *[:,-]? *{_RANGE} *[:,.。-] *",
        rf"(?P<label>{_NAME}) *[:,-]? *(?P<low>{_NUM}){_UNIT}? *(?:-|至|到|to) *(?P<high>{_NUM}){_UNIT} *[:,.。-]? *",
        rf"(?P<label>{_NAME}) +(?P<low>{_NUM}) *(?:-|至|到|to) *(?P<high>{_NUM}) +",
        rf"(?P<label>{_NAME}) *[:-] *(?P<one>{_NUM})(?P<unit>{_UNIT})(?P<open> *及?以[上下])? *[:,.。-] *",
        rf"(?:{_RANGE})(?<=[分sSkKtT\d]) *[(\[](?P<label>{_NAME})[)\]] *[:,-]? *",
        rf"(?P<label>)(?P<low>{_NUM}){_UNIT}? *(?:-|至|到|to) *(?P<high>{_NUM}){_UNIT} *[:,-] *",
        r"(?P<label>)(?P<low>\d{1,6}(?:\.\d{1,3})?) *(?:-|to) *(?P<high>\d{1,6}(?:\.\d{1,3})?) *[:=] *",
        rf"(?P<label>)(?P<one>{_NUM})(?P<unit>{_UNIT})(?P<open> *及?以[上下])? *[:,=-] *",
        rf"(?P<one>\d) *[-=:.] *(?P<label>{_NAME})(?P<unit>)(?P<open>)(?: *[:,.(-]| *(?=\n)) *",
        r"(?:(?<=\n)|(?<=\n )|(?<=- ))(?P<label>)(?P<low>\d{1,3}) *- *(?P<high>\d{1,3}) +(?=[^\W\d])",
        r"(?P<label>)(?P<one>\d)(?P<unit>)(?P<open>) *(?:[-=:]|(?= - )) +(?=[^\d\s])",
        rf"(?P<label>{_NAME}) *: *",
    )
)  # fmt: skip
_SAID = r"(?: *(?:等次|等级|档次|档|水平|标准|表现|回答|答案|描述|行为|answers?|responses?|descriptions?|descriptors?|performance|indicators?|level))?"
_HEADS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?P<label>{_NAME}){_SAID}(?:[ :,(\[\n/=-]*{_BAND} *[)\]]*)?",
        rf"(?:{_RANGE}|(?:score|rating|level|得)? *{_ONE})(?:[ :.,(\[\n/=-]+(?P<label>{_NAME}))?{_SAID} *[)\]]*",
    )
)  # fmt: skip
"""A level that heads a column: 优秀（9-10分）, 5分, 3 - Adequate, Poor."""
_BETWEEN = re.compile(r"(\d+(?:\.\d+)?) *分? *[≤<＜⩽≦] *[^\d≤<＜⩽≦]{0,4} *[≤<＜⩽≦] *(\d+(?:\.\d+)?)")
SEPARATORS = "\t\n\v\f\r ;,|"
_BEFORE = re.compile(r"(?:^|[\n。;;,|!?.)]|[:] )\s*(?:[-*·●①-⑩]+|\d[.、)])?\s*\**\s*$")


_UNMISTAKABLE = re.compile(
    rf"{_NAME} *[(\[] *{_NUM} *(?:-|至|到) *{_NUM} *分[)\]]|\d{{1,2}}(?: *- *\d{{1,2}})? *分 *:",
    re.IGNORECASE,
)
"""Levels even where no sign parts them from the one before."""
_PREFIXED = re.compile(r"[\d加扣得计满约各每占为a-zA-Z-]$")
_FIGURE = re.compile(r"(?m)^ *(?P<label>)[(\[]?(?P<one>\d{1,2})(?:[)\]]| ) *(?=[^\W\d])")
FEWEST_FIGURES = 3


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
    taken = bytearray(end - start)
    for form in _FORMS:
        for match in form.finditer(flow.skeleton, start, end):
            a, b = match.start() - start, match.end() - start
            before = flow.skeleton[max(start, match.start() - 12) : match.start()]
            stands = _BEFORE.search(before) or (
                _UNMISTAKABLE.match(match[0]) and not _PREFIXED.search(before)
            )
            if not any(taken[a:b]) and stands:
                found.append(_mark(flow, match, highest))
                taken[a:b] = b"\1" * (b - a)
    found.sort(key=lambda mark: mark.start)
    banded = [m for m in found if m.low is not None]
    if len(banded) >= 2:
        return banded
    return found if len(found) >= 2 else _by_figures(flow, start, end)


def begins_level(flow: Flow, offset: int) -> bool:
    """The line at the offset begins with the name of a level and its band."""
    line = flow.skeleton[offset : offset + 60].partition("\n")[0].lstrip(" -*·●")
    return any(form.match(f"{line}\n") for form in _FORMS[:4])


def _by_figures(flow: Flow, start: int, end: int) -> list[LevelMark]:
    """Levels that a bare figure begins, a line each: 4  Uses evidence; figures that count from 1 number a list."""
    marks = [_mark(flow, match, None) for match in _FIGURE.finditer(flow.skeleton, start, end)]
    lows = [mark.low for mark in marks if mark.low is not None]
    falls = all(a > b for a, b in itertools.pairwise(lows))
    leaps = all(a + 1 < b for a, b in itertools.pairwise(lows))
    return marks if len(marks) >= FEWEST_FIGURES and (falls or leaps) else []


@functools.lru_cache(4096)
def level_head(text: str, highest: Decimal | None = None) -> LevelMark | None:
    """The level that a text names which is nothing else, such as the heading of a column; None for other texts."""
    flow = Flow([Block(_BETWEEN.sub(r"\1-\2", text))])
    start, end = flow.trimmed(0, len(flow))
    for form in _HEADS:
        if match := form.fullmatch(flow.skeleton, start, end):
            return _mark(flow, match, highest)
    return None


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
    if _are_lines(flow, marks):
        ends[-1] = min(end, flow.line_end(marks[-1].end))
    levels = []
    for mark, stop in zip(marks, ends, strict=True):
        flow.sign(mark.start, mark.end)
        start, stop = flow.trimmed(mark.end, stop)
        levels.append(Level(mark.label, mark.low, mark.high, flow.take(start, _bare_end(flow, start, stop))))
    return levels


def _are_lines(flow: Flow, marks: list[LevelMark]) -> bool:
    """Each fills one line, so that what stands below the last of them is no part of it."""
    between = [flow.skeleton[a.end : b.start].strip() for a, b in itertools.pairwise(marks)]
    at_lines = all(_begins_item(flow, mark.start) for mark in marks)
    filled = flow.skeleton[marks[-1].end : flow.line_end(marks[-1].end)].strip()
    return len(marks) > 1 and at_lines and bool(filled) and not any("\n" in words for words in between)


def _begins_item(flow: Flow, offset: int) -> bool:
    lead = flow.lead(offset)
    return lead is not None and not lead.strip(" -*·●")


def _bare_end(flow: Flow, start: int, stop: int) -> int:
    """Without a separator, or the bullet of the next level, at the end."""
    words = flow.skeleton[start:stop].rstrip(SEPARATORS)
    if bullet := re.search(r"\n *[-*·●]{1,9}$", words[-20:]):
        words = words[: -len(bullet[0])].rstrip(SEPARATORS)
    end = start + len(words)
    flow.sign(end, stop)
    return end
