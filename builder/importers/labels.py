"""Labels such as 参考答案： and “Follow-up:”, and which part of a question each announces."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from builder.importers.flow import Flow

HEAD_PARTS = frozenset({"stem", "scenario", "task"})
"""Parts that stand before what only interviewers read; behind it these words are words of an answer."""
ANSWER_PARTS = frozenset({"answer", "key_points"})
BEFORE = ".。!?;…)]\"”’'》」*·| \n"


@dataclass(frozen=True, slots=True)
class Label:
    """One label: its span with the colon, and the part that begins behind it."""

    start: int
    end: int
    part: str
    tail: tuple[int, int] = (0, 0)
    """What stands in brackets between the words and the colon: `(10分)`."""


@functools.cache
def lexicon() -> tuple[dict[str, str], frozenset[str]]:
    """Words → part, and which words are strong."""
    file = Path(__file__).with_name("lexicon.toml")
    entries = tomllib.loads(file.read_text(encoding="utf-8"))["label"]
    parts = {word: entry["part"] for entry in entries for word in entry["words"]}
    strong = {word for entry in entries if entry.get("strong") for word in entry["words"]}
    return parts, frozenset(strong)


def part_of(word: str) -> str | None:
    """The part that a label's word announces, in plain signs and small letters."""
    return lexicon()[0].get(word)


@functools.cache
def _pattern() -> re.Pattern[str]:
    words = sorted(lexicon()[0], key=len, reverse=True)
    names = "|".join(re.escape(word).replace(r"\ ", " +") for word in words)
    return re.compile(
        rf"(?:(?P<open>[\[(*]{{1,3}}) {{0,3}})?(?<![a-z])(?P<word>{names})(?P<number> ?(?:\d{{1,2}}|[一二三四五六七八九十])(?= ?:))?"
        r"(?P<tail> *\([^()\n]{1,40}\))?(?P<close>[\])*]{0,3})(?P<colon> *[:;]\**| +- )?(?![a-z])",
        re.IGNORECASE,
    )


def labels_in(flow: Flow, start: int, end: int) -> Iterator[Label]:
    """Every label between two offsets, in order; whether it counts there is for others to say."""
    parts, strong = lexicon()
    for found in _pattern().finditer(flow.skeleton, start, end):
        word = re.sub(" +", " ", found["word"].lower())
        if _is_label(flow, found, word in strong):
            tail = found.span("tail") if found["tail"] else (0, 0)
            yield Label(_start(flow, found.start()), found.end(), parts[word], tail)


def _is_label(flow: Flow, found: re.Match[str], strong: bool) -> bool:
    at_line = flow.begins_line(found.start()) or _after_marker(flow, found.start())
    alone = at_line and not flow.skeleton[found.end() : flow.line_end(found.end())].strip()
    framed = (found["open"] or "")[-1:] == "[" and found["close"][:1] == "]"
    if not (found["colon"] or alone or framed):
        return False
    if (found["colon"] or "").strip() == "-" and not at_line:
        return False
    if (found["colon"] or "").startswith(";") or (not found["colon"] and len(found["word"]) < 2):
        return False
    before = flow.skeleton[found.start() - 1 : found.start()]
    if at_line or framed or before in BEFORE:
        return True
    unmistakable = strong or len(found["word"]) >= 4
    return unmistakable and not found["word"].isascii() and before not in "的为个之确是和与及"


def _start(flow: Flow, offset: int) -> int:
    """Where the label begins: with the bullet before it, if there is one."""
    lead = flow.lead(offset)
    return offset - len(lead) if lead and re.fullmatch(r" *[-*·●◆■▪○]+ *\**", lead) else offset


def _after_marker(flow: Flow, offset: int) -> bool:
    """Only a bullet, a number or the asterisks of bold words stand before it in its line."""
    line = flow.lead(offset)
    return (
        line is not None
        and re.fullmatch(r" *(?:[-*·●◆■▪○#]+|\(?\d{1,2}[.)、]|[①-⑳])? *\**", line) is not None
    )
