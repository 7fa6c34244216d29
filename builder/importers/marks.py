"""Everything that might begin a section or a question: numbers of all styles, headings, bullets, asking lines.

Nothing is decided here: a mark is a candidate, and what it begins depends on the others (see `outline`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from builder.importers.blocks import Kind
from builder.importers.cues import heads_key, heads_notes, is_title, sounds_like_section
from builder.importers.flow import Flow
from builder.importers.numerals import whole


class Style(StrEnum):
    """How a mark is written; the marks of one list are all of one style."""

    PART = "part"
    """第一部分, Part 1."""
    HAN = "han"
    """一、"""
    HAN_BRACKETS = "han-brackets"
    """（一）"""
    ROMAN = "roman"
    WORD = "word"
    """题目1：, 第1题, Question 1, Q1."""
    CASE = "case"
    """案例一：, Scenario 1: a question, or the background of several."""
    DOT = "dot"
    """1. or 1、"""
    BRACKET = "bracket"
    """1)"""
    BRACKETS = "brackets"
    """(1)"""
    CIRCLED = "circled"
    """①"""
    NESTED = "nested"
    """2.1"""
    LABEL = "label"
    """问：without a number."""
    HEADING = "heading"
    BOLD = "bold"
    """A line of bold words."""
    TITLE = "title"
    """A plain line that reads like the title of a section."""
    BULLET = "bullet"
    INNER_BULLET = "inner-bullet"
    LINE = "line"
    """A line that asks something."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One candidate: its span, its style with the depth of a heading, and the number it shows."""

    start: int
    end: int
    style: str
    number: int | None
    at_line: bool


_HAN = "[一二三四五六七八九十百]{1,4}"
_NUM = rf"(?:\d{{1,3}}|{_HAN})"
_AFTER = r"(?= *(?:[^ \n]|$))"
_NUMBERED: tuple[tuple[Style, str], ...] = (
    (Style.PART, rf"第 *({_NUM}) *(?:部分|篇|章|单元|模块|环节|大题|板块|阶段|类|轮)[:、.]? *"),
    (Style.PART, r"(?<![a-z])(?:part|section|module|stage|round) +(\d{1,2}|[ivx]{1,4}|one|two|three|four|five|six|[a-h])(?![a-z0-9]) *[:.)-]* *"),
    (Style.WORD, rf"[\[]?(?:面试题|面试问题|模拟题|试题|题目|问题|例题|真题|考题|(?<![一-龥])题) *({_NUM}) *(?:[:.、,)\]]+|(?= )|(?=\()|$)+ *"),
    (Style.WORD, rf"[\[]?第 *({_NUM}) *(?:道题|题|问)[:.、,)\]]* *"),
    (Style.WORD, r"(?<![a-z])\[?(?:interview question|question|q) *(?:no\. *)?#? *(\d{1,3})(?![0-9])[\]]? *[:.)-]* *"),
    (Style.CASE, rf"(?:案例|情景|情境|场景) *({_NUM}) *[:.、]+ *"),
    (Style.CASE, r"(?<![a-z])(?:scenario|case|exercise|case study|task) *#? *(\d{1,2})(?![0-9]) *[:.)-]+ *"),
    (Style.HAN, rf"({_HAN})(?:、|\.(?! *\d)|(?= [^ ])) *"),
    (Style.HAN_BRACKETS, rf"\(({_HAN})\)[、.]? *"),
    (Style.ROMAN, r"(?<![a-z0-9])([ivx]{1,4})[.、)](?= *[^ \n]) *"),
    (Style.NESTED, r"(?<![\d.])\d{1,2}\.(\d{1,2})(?:[.、)](?!\d)| ) *(?=[^\d ])"),
    (Style.DOT, r"(?<![\d.a-z/-])(\d{1,3})(?:、|[.](?![\d])|[.](?=\d{4} *年)|[.](?=\d+(?:[年个名月天位]))|(?<=\d)[,:](?=[^\d\n])) *"),
    (Style.BRACKETS, r"[(\[](\d{1,3})[)\]][、.]? *"),
    (Style.BRACKET, r"(?<![\d.a-z(\[-])(\d{1,3})\)(?!\)) *[、.]? *"),
    (Style.CIRCLED, r"([①-⑳❶-❿])[、.]? *"),
)  # fmt: skip
_PATTERNS = tuple(
    (style, re.compile(pattern + _AFTER, re.IGNORECASE | re.MULTILINE)) for style, pattern in _NUMBERED
)
_ALONE = (Style.PART, Style.WORD, Style.CASE)
"""Marks that may fill their line."""
_UNNUMBERED_QUESTION = re.compile(
    r"\[?(?:问|q|问题|题目|题干|question|面试题|试题)\]? *: *(?=[^ \n])", re.IGNORECASE
)
_BULLET = re.compile(r" *(?:[-*·●◆■▪○◇□►»]+|o(?= )) *(?=[^ \n*])")
_ASKING = re.compile(r"[?](?:[)\"”\]]|\([^()]*\))* *$")
_NOT_BEFORE_HAN = "第其之统唯万同单专每星周十百千两初高"


def marks_in(flow: Flow) -> list[Mark]:
    """Every candidate in the order of the text.

    Of two that overlap at the beginning of a line, the one that says more; in the middle of a line both: 面试题1. may
    end in the number of a question, or be one.
    """
    found = sorted((*_numbered(flow), *_by_looks(flow)), key=lambda m: (m.start, -m.end, m.number is None))
    kept: list[Mark] = []
    for mark in found:
        inside = not mark.at_line and mark.number is not None
        if not kept or mark.start >= kept[-1].end or (inside and not kept[-1].at_line):
            kept.append(mark)
    return kept


def _numbered(flow: Flow) -> Iterator[Mark]:
    for style, pattern in _PATTERNS:
        for match in pattern.finditer(flow.skeleton):
            at_line = _leads_line(flow, match.start())
            number = whole(match[1])
            if number is None and len(match[1]) == 1 and style is Style.PART:
                number = ord(match[1].lower()) - ord("a") + 1
            if number is None or (match.end() == flow.line_end(match.end()) and style not in _ALONE):
                continue
            if at_line or _may_stand_inside(flow, match, style):
                level = flow.block_at(match.start()).level if flow.looks(match.start()) is Kind.HEADING else 0
                start = flow.skeleton.rfind("\n", 0, match.start()) + 1 if at_line else match.start()
                yield Mark(start, match.end(), f"{style}{level or ''}", number, at_line)


def _leads_line(flow: Flow, offset: int) -> bool:
    """It begins its line, but for a bullet or the asterisks of bold words."""
    line = flow.lead(offset)
    return line is not None and re.fullmatch(r" *(?:[-*·●◆■▪○#] *)?\** *", line) is not None


def _may_stand_inside(flow: Flow, match: re.Match[str], style: Style) -> bool:
    """A mark in the middle of a line: believable only where prose would hardly have it."""
    before = flow.skeleton[max(match.start() - 20, 0) : match.start()].rstrip(" ")[-1:]
    if style is Style.HAN:
        return before not in _NOT_BEFORE_HAN and match[0].rstrip()[-1:] in "、."
    if style is Style.WORD:
        return before not in "在到的与和见如是"
    if style is Style.BRACKET:
        return before in "。?!.;:)" or not before.isascii()
    if style in (Style.ROMAN, Style.NESTED, Style.CASE):
        return before in "。?!.;"
    if style is Style.PART:
        return before in "。?!.;)" or _behind_title(flow, match.start())
    if style is Style.DOT:
        return (match[0].rstrip()[-1:] in ".、" and not before.isascii()) or before in '.?!;)"]:'
    return True


def _behind_title(flow: Flow, offset: int) -> bool:
    """Before it in its line stands only what may be the document's title."""
    before = flow.lead(offset)
    return before is not None and len(before) <= 60 and not re.search(r"[。?!;,]", before)


def _by_looks(flow: Flow) -> Iterator[Mark]:
    """Headings, bold lines, bullets, asking lines and unnumbered labels of questions, a line each."""
    for line in re.finditer(r"[^\n]+", flow.skeleton):
        block = flow.block_at(line.start())
        words = line.start() + len(line[0]) - len(line[0].lstrip())
        label = _UNNUMBERED_QUESTION.match(flow.skeleton, words, line.end())
        bullet = _BULLET.match(flow.skeleton, line.start(), line.end())
        if label:
            yield Mark(line.start(), label.end(), Style.LABEL, None, True)
        elif block.kind is Kind.HEADING:
            yield Mark(line.start(), words, f"{Style.HEADING}{block.level}", None, True)
        elif block.bold_lead and len(block.bold_lead) >= len(block.text.rstrip(":： ")):
            yield Mark(line.start(), words, Style.BOLD, None, True)
        elif bullet:
            style = Style.BULLET if block.level < 2 else Style.INNER_BULLET
            yield Mark(line.start(), bullet.end(), style, None, True)
        elif _is_bare_title(line[0]) or _stands_apart(flow, line):
            yield Mark(line.start(), words, Style.TITLE, None, True)
        elif _ASKING.search(line[0]):
            yield Mark(line.start(), words, Style.LINE, None, True)


def _is_bare_title(line: str) -> bool:
    return heads_key(line) or heads_notes(line) or (is_title(line) and sounds_like_section(line))


def _stands_apart(flow: Flow, line: re.Match[str]) -> bool:
    """A few words behind a blank line, with a number at the beginning of the next line."""
    few = len(line[0].split()) <= 4 if line[0].isascii() else len(line[0]) <= 10
    if not (few and is_title(line[0]) and line.start() > 0 and line.end() + 1 < len(flow)):
        return False
    gap = flow.block_at(line.start()).place - flow.block_at(line.start() - 2).place
    return (
        gap > 1
        and re.match(r" *(?:\d{1,2}[.、)]|q\d|question \d)", flow.skeleton[line.end() + 1 :][:12], re.I)
        is not None
    )
