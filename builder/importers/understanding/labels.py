"""Labels such as 参考答案： and “Follow-up:”, and which part of a question each announces."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from builder.importers.understanding.flow import Flow, skeleton_of
from builder.importers.understanding.levels import level_head
from builder.importers.understanding.lexicon import lexicon, names

HEAD_PARTS = frozenset({"stem", "scenario", "task"})
"""Parts that stand before what only interviewers read; behind it these words are words of an answer."""
ANSWER_PARTS = frozenset({"answer", "key_points"})
BEFORE = ".。!?;…)]\"”’'》」*·| \n"


_LED = re.compile(r" *[-*·●◆■▪▲★○]+ *\**")
_LED_ALONE = re.compile(
    r" *(?:[-*·●◆■▪▲★○]+|\((?:\d{1,2}|[一二三四五六七八九十])\)[、.]?|(?:\d{1,2}|[一二三四五六七八九十])[、.)]) *\**"
)


@dataclass(frozen=True, slots=True)
class Label:
    """One label: its span with the colon, and the part that begins behind it."""

    start: int
    end: int
    part: str
    tail: tuple[int, int] = (0, 0)
    """What stands in brackets between the words and the colon: `(10分)`."""


_MODAL = (
    r"(?: +(?:may|might|should|could|must|will|would))? +(?:includes?|covers?|mentions?|contains?)(?= *:)"
)


_AND_POINTS = r"[及和与](?:分值|得分|赋分|分数|评分标准|评分|说明|提示)(?= *(?:[:\n(]|$))"


@functools.cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?P<open>[\[(*]{{1,3}}) {{0,3}})?(?<![a-z])(?P<word>{names()})(?:{_MODAL}|{_AND_POINTS})?(?P<number> ?(?:\d{{1,2}}|[一二三四五六七八九十①-⑩])(?= ?:))?"
        r"(?P<tail> *\([^()\n]{1,40}\))?(?P<close>[\])*]{0,3})(?P<colon> *[:;]\**| +- )?(?(colon)|(?![a-z]))",
        re.IGNORECASE,
    )


def labels_in(flow: Flow, start: int, end: int) -> Iterator[Label]:
    """Every label between two offsets, in order; whether it counts there is for others to say."""
    parts, strong = lexicon()
    for found in _pattern().finditer(flow.skeleton, start, end):
        word = re.sub(" +", " ", found["word"].lower())
        if _is_label(flow, found, word in strong):
            tail = found.span("tail") if found["tail"] else (0, 0)
            alone = not flow.skeleton[found.end() : flow.line_end(found.end())].strip()
            start = _start(flow, found.start(), alone=alone and parts[word] not in HEAD_PARTS)
            yield Label(start, found.end(), parts[word], tail)


_FIRST_OF_LETTERS = re.compile(r"[^\n]{1,120}?[\n ;。,] *b *:", re.IGNORECASE)
"""A： is no answer where B： follows: it is the first level, or the first choice."""


def _is_label(flow: Flow, found: re.Match[str], strong: bool) -> bool:
    if found["tail"] and _names_level(found["word"] + found["tail"]):
        return False
    if found["word"] in "aA" and _FIRST_OF_LETTERS.match(flow.skeleton, found.end()):
        return False
    at_line = flow.begins_line(found.start()) or _after_marker(flow, found.start())
    alone = at_line and not flow.skeleton[found.end() : flow.line_end(found.end())].strip()
    framed = (found["open"] or "")[-1:] == "[" and found["close"][:1] == "]"
    framed = framed or (at_line and _is_bold(flow, found))
    if not (found["colon"] or alone or framed):
        return False
    if (found["colon"] or "").strip() == "-" and not at_line:
        return False
    if (found["colon"] or "").startswith(";") or (not (found["colon"] or framed) and len(found["word"]) < 2):
        return False
    before = flow.skeleton[found.start() - 1 : found.start()]
    if before == " " and found["word"].isascii() and not (at_line or framed):
        return _begins_phrase(flow, found.start())
    if at_line or framed or before in BEFORE:
        return True
    unmistakable = strong or len(found["word"]) >= 4
    return unmistakable and not found["word"].isascii() and before not in "的为个之确是和与及"


def _names_level(skeleton: str) -> bool:
    """优秀表现（9-10分） and Poor answer (0 points) are levels of a rubric; 满分答案（10分） is an answer."""
    level = level_head(skeleton) if "分" in skeleton or "point" in skeleton.lower() else None
    return level is not None and level.low is not None and not skeleton.startswith("满分")


def _is_bold(flow: Flow, found: re.Match[str]) -> bool:
    """It is all the bold words that its block begins with."""
    lead = skeleton_of(flow.block_at(found.start()).bold_lead).strip(" *:").lower()
    return bool(lead) and lead in (found["word"].lower(), found[0].strip(" *:").lower())


def _begins_phrase(flow: Flow, offset: int) -> bool:
    """An English label in a line stands behind a sentence, or alone has a capital: not `Risk Assessment:`, `my answer:`."""
    before = flow.skeleton[max(offset - 40, 0) : offset].rstrip()
    if before[-1:] in BEFORE or not before[-1:].isascii():
        return True
    if len(re.match(r"[a-z]*", flow.skeleton[offset : offset + 3], re.IGNORECASE)[0]) < 2:  # type: ignore[index]
        return False
    word = re.search(r"\S*$", before)
    return flow.skeleton[offset].isupper() and word is not None and not word[0][:1].isupper()


def _start(flow: Flow, offset: int, *, alone: bool) -> int:
    """Where the label begins: with the bullet before it, or with its number where nothing stands behind it."""
    lead = flow.lead(offset)
    mark = _LED_ALONE if alone else _LED
    return offset - len(lead) if lead and mark.fullmatch(lead) else offset


def _after_marker(flow: Flow, offset: int) -> bool:
    """Only a bullet, a number or the asterisks of bold words stand before it in its line."""
    line = flow.lead(offset)
    return (
        line is not None
        and re.fullmatch(
            r" *(?:[-*·●◆■▪▲★○#]+|\(?(?:\d{1,2}|[一二三四五六七八九十])[.)、]|[①-⑳])? *\**", line
        )
        is not None
    )
