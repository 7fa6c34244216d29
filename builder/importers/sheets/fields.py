"""What a column holds, by how it is headed."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from builder.importers.understanding.flow import skeleton_of
from builder.importers.understanding.lexicon import lexicon, part_of

ASKED = ("stem", "scenario", "task", "title")
"""Fields with the words of a question."""
UNKNOWN, FORM = "", "form"
"""A column that is not recognised; one that interviewers fill in by hand."""
MAPPABLE = (
    "number", "section", "type", "title", "stem", "scenario", "task", "points", "think_minutes", "answer_minutes",
    "difficulty", "competencies", "tags", "answer", "key_points", "analysis", "intent", "probes", "red_flags",
    "common_errors", "rubric", "criterion", "criterion_points", "level", "option",
)  # fmt: skip
"""What `--map` may say; `level` is a column for each level of a rubric."""
NUMBER = re.compile(
    r"(?:第 *)?(?:q|no|题|问题|试题|题目)?[.# ]*(?:\d{1,4}(?:\.0)?|[一二三四五六七八九十]{1,4}|[ivx]{1,5}|[①-⑳])(?:题|[.、)])?",
    re.I,
)
"""How questions are numbered: 3, 3., 第3题, Q3, 三."""
MOST_PIECES = 3
_CONTAINED = (
    "stem",
    "answer",
    "key_points",
    "section",
    "competencies",
    "probes",
    "red_flags",
    "rubric",
    "points",
)
_ENDING = (
    "stem", "answer", "key_points", "analysis", "intent", "competencies", "rubric", "probes", "red_flags", "common_errors",
)  # fmt: skip
"""Parts whose labels longer headings may end with: 专业面试问题."""
_TRADITIONAL = str.maketrans(
    "別內數環節編歷檔權籤關鍵難誤塊區長註興積極負號鈕簡稱與準備負責舉隱藏態進階變達檢異單選複雜對應項獎懲說話術",
    "别内数环节编历档权签关键难误块区长注兴积极负号钮简称与准备负责举隐藏态进阶变达检异单选复杂对应项奖惩说话术",
)
"""Beyond those of labels."""
_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_PARTED = re.compile(
    r"[/|&+\n、]|(?<=[一-龥])(?:及其?|与|和|或)(?=[一-龥])|(?<=[一-龥]) *(?=[a-z])|(?<=[a-z]) *(?=[一-龥])| and | or "
)
_COUNTED = re.compile(
    r"(?<=[^\d ]) *(?:\d{1,2}|[一二三四五六七八九十])$|^(?:第[一二三四五六七八九十\d]+[次个条]?)(?=[一-龥])"
)


@functools.cache
def _headings() -> tuple[dict[str, str], dict[str, str]]:
    """Words → field; and of those, the words that longer headings may end with."""
    entries = tomllib.loads(Path(__file__).with_name("headings.toml").read_text(encoding="utf-8"))
    known = {word: field for field, entry in entries.items() for word in entry["words"]}
    ends = {word: field for field, entry in entries.items() if entry.get("ends") for word in entry["words"]}
    labels = {word: part for word, part in lexicon()[0].items() if part in _ENDING and word not in known}
    return known, {w: f for w, f in {**labels, **ends}.items() if len(w) >= (6 if w.isascii() else 2)}


def plain(text: str) -> str:
    """A heading in plain signs and small letters, without what stands around its words."""
    if text.isascii():  # questionText and question_text, as databases have it
        text = re.sub(r"(?<=[a-z])(?=[A-Z])|_", " ", text)
    return (
        re.sub(r" +", " ", skeleton_of(text).translate(_TRADITIONAL).lower())
        .lstrip(" *#\n")
        .rstrip(" *:.;,\n")
    )


@functools.lru_cache(4096)
def field_of(heading: str) -> str:
    """The field that a heading names surely, or `UNKNOWN`."""
    return next((field for name in _readings(heading) if (field := _known(name))), UNKNOWN)


@functools.lru_cache(4096)
def likely_field_of(heading: str) -> str:
    """The field that a heading names by how it ends, or `UNKNOWN`."""
    name = _BRACKETS.sub("", plain(heading)).strip()
    if re.search("[。!]", name):  # a sentence
        return UNKNOWN
    ends = _headings()[1]
    for word in sorted(ends, key=len, reverse=True):
        apart = f" {word}" if word.isascii() else word
        if name.endswith(apart) and len(name) <= len(word) + (24 if name.isascii() else 8):
            return ends[word]
    return UNKNOWN


def contained_field_of(heading: str) -> str:
    """The field of the longest known words that a heading has in it, as the questions of a survey do."""
    name = plain(heading)
    for word, field in sorted(
        _headings()[0].items() | lexicon()[0].items(), key=lambda e: (-len(e[0]), e[0])
    ):
        apart = rf"(?<![a-z]){re.escape(word)}s?(?![a-z])" if word.isascii() else re.escape(word)
        if len(word) >= (4 if word.isascii() else 2) and field in _CONTAINED and re.search(apart, name):
            return field
    return UNKNOWN


def _known(name: str) -> str:
    if name in ("#", "no"):
        return "number"
    part = part_of(name)
    field = _headings()[0].get(name) or (part if part in MAPPABLE or part == "position" else None)
    return field or UNKNOWN


def _readings(heading: str) -> Iterator[str]:
    """The heading whole; without its number; without brackets; its first part, its second …"""
    if skeleton_of(heading).strip() == "#":
        yield "#"
    name = plain(heading)
    bare = _BRACKETS.sub("", name).strip()
    whole = [name, bare, name.replace(" ", "").replace("\n", ""), name.replace("\n", " ")]
    yield from whole
    yield from (_COUNTED.sub("", reading).strip() for reading in whole)
    pieces = [piece.strip() for piece in _PARTED.split(bare) if piece and piece.strip()]
    if 1 < len(pieces) <= MOST_PIECES:
        yield from pieces
        yield from (_COUNTED.sub("", piece).strip() for piece in pieces)
