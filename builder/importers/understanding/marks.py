"""Everything that might begin a section or a question: numbers of all styles, headings, bullets, asking lines.

Nothing is decided here: a mark is a candidate, and what it begins depends on the others (see `outline`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.importers.blocks import Kind
from builder.importers.understanding.amounts import amounts_in
from builder.importers.understanding.dialogue import turns
from builder.importers.understanding.flow import Flow
from builder.importers.understanding.levels import level_head
from builder.importers.understanding.looks import marks_by_looks
from builder.importers.understanding.mark import INNER, Mark, Style
from builder.importers.understanding.numerals import whole

_HAN = "[一二三四五六七八九十百]{1,4}"
_NUM = rf"(?:\d{{1,3}}|{_HAN})"
_SPELT = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_AFTER = r"(?= *(?:[^ \n]|$))"
_NUMBERED: tuple[tuple[Style, str], ...] = (
    (Style.PART, rf"第 *({_NUM}) *(?:部分|篇|章|单元|模块|环节|大题|板块|阶段|类|轮|套|场)[:、.]? *"),
    (Style.PART, r"(?<![a-z])(?:part|section|module|stage|round) +(\d{1,2}|[ivx]{1,4}|one|two|three|four|five|six|[a-h])(?![a-z0-9]) *[:.)-]* *"),
    (Style.WORD, rf"[\[]?(?:面试题|面试问题|模拟题|试题|题目|问题|例题|真题|考题|(?<![一-龥])题) *({_NUM}) *(?:[:.、,)\]]+|(?= )|(?=\()|$)+ *"),
    (Style.WORD, rf"[\[]?第 *({_NUM}) *(?:道题|题|问)[:.、,)\]]* *"),
    (Style.WORD, r"(?:题号|序号) *: *(\d{1,3})(?=\n|$| {2})"),
    (Style.TOPIC, rf"[\[(]?(?:模块|题型|环节|板块|维度|类别|主题|单元|部分|类型) *({_NUM})(?:[:、. \]]+|$) *"),
    (Style.TOPIC, r"(?<![a-z])(?:competency|dimension|area|topic|theme|category|block|unit|chapter|pillar|skill) +(\d{1,2}|[ivx]{1,4}|one|two|three|four|five|six|[a-h])(?![a-z0-9]) *[:.)-]+ *"),
    (Style.WORD, rf"(?<![a-z])\[?(?:interview question|question|q) *(?:no\. *|\. *)?#? *(\d{{1,3}}|{_SPELT}(?= *[:.)-]))(?![0-9])[\]]? *[:.)-]* *"),
    (Style.CASE, rf"(?:案例|情景|情境|场景) *({_NUM}) *(?:[:.、]+|(?=\n)|(?=\()) *"),
    (Style.CASE, r"(?<![a-z])(?:scenario|case|exercise|case study|task) *#? *(\d{1,2})(?![0-9]) *(?:[:.)-]+|(?=\n)) *"),
    (Style.HAN, rf"({_HAN})(?:、|\.(?! *\d)|(?= [^ ])) *"),
    (Style.HAN_BRACKETS, rf"\(({_HAN})\)[、.]? *"),
    (Style.ROMAN, r"(?<![a-z0-9])([ivx]{1,4})[.、)](?= *[^ \n]) *"),
    (Style.NESTED, r"(?<![\d.])\d{1,2}\.(\d{1,2})(?:[.、)](?!\d)| ) *(?=[^\d ])"),
    (Style.DOT, r"(?<![\d.a-z/-])(\d{1,3})(?:、|[.](?![\d])|[.](?=\d{4} *年)|[.](?=\d+(?:[年个名月天位]))|(?<=\d)[,:](?=[^\d\n])) *"),
    (Style.BRACKETS, r"[(\[](\d{1,3})[)\]][、.]? *"),
    (Style.BRACKET, r"(?<![\d.a-z(\[-])(\d{1,3})\)(?!\)) *[、.]? *"),
    (Style.BRACKET, r"(?<!\S)#(\d{1,2})(?:[.:)-]+| ) *"),
    (Style.LETTER, r"(?m:^) *(?-i:([a-h]))[.)] +(?=[^ \n])"),
    (Style.CIRCLED, r"([①-⑳❶-❿])[、.]? *"),
)  # fmt: skip
_PATTERNS = tuple(
    (style, re.compile(pattern + _AFTER, re.IGNORECASE | re.MULTILINE)) for style, pattern in _NUMBERED
)
_ALONE = (Style.PART, Style.TOPIC, Style.WORD, Style.CASE)
"""Marks that may fill their line."""
_INSIDE = re.compile(
    r"(?<=[。?!.;)\]\"”]) *(?:问|q|题目|问题|试题|question) *: *(?=[^ \n])|(?<= )(?-i:Question) *: *(?=[^ \n])|\[(?:题目|题干|问题|面试题|试题|真题|考题|问)\]:? *(?=[^ \n])",
    re.IGNORECASE,
)
_TITLED_INSIDE = re.compile(r"(?<=[。?!;”]) *([^\s。?!,;:、()\d]{2,14}(?:题|类|部分))(?=\(([^()\n]{4,40})\))")
LONGEST_LEVEL = 30
FEWEST_INSIDE = 2
_NOT_BEFORE_HAN = "第其之统唯万同单专每星周十百千两初高"


def marks_in(flow: Flow) -> list[Mark]:
    """Every candidate in the order of the text.

    Of two that overlap at the beginning of a line, the one that says more; in the middle of a line both: 面试题1. may
    end in the number of a question, or be one.
    """
    found = sorted(
        (
            *_numbered(flow),
            *marks_by_looks(flow),
            *_spoken(flow),
            *_asked_inside(flow),
            *_titled_inside(flow),
        ),
        key=lambda m: (m.start, -m.end, m.number is None),
    )
    kept: list[Mark] = []
    for mark in found:
        inside = not mark.at_line and mark.number is not None
        if not kept or mark.start >= kept[-1].end or (inside and not kept[-1].at_line):
            kept.append(mark)
    return kept


def _asked_inside(flow: Flow) -> Iterator[Mark]:
    """问： and 【题目】 in the middle of lines, where several of them are."""
    found = [m for m in _INSIDE.finditer(flow.skeleton) if not _leads_line(flow, m.start())]
    if len(found) >= FEWEST_INSIDE:
        yield from (Mark(m.start(), m.end(), Style.LABEL, None, False) for m in found)


def _titled_inside(flow: Flow) -> Iterator[Mark]:
    """综合分析题（每题10分） behind a sentence in the middle of a line."""
    for found in _TITLED_INSIDE.finditer(flow.skeleton):
        amounts, _ = amounts_in(found[2])
        if amounts.each is not None or amounts.count is not None:
            yield Mark(found.start(1), found.start(1), Style.PART, None, False)


def _spoken(flow: Flow) -> Iterator[Mark]:
    for start, end in turns(flow)[0]:
        yield Mark(start, end, Style.LABEL, None, flow.begins_line(start))


def _numbered(flow: Flow) -> Iterator[Mark]:
    for style, pattern in _PATTERNS:
        for match in pattern.finditer(flow.skeleton):
            at_line = _leads_line(flow, match.start())
            number = whole(match[1])
            if number is None and len(match[1]) == 1 and style in (Style.PART, Style.TOPIC, Style.LETTER):
                number = ord(match[1].lower()) - ord("a") + 1
            if number is None or (match.end() == flow.line_end(match.end()) and style not in _ALONE):
                continue
            if at_line or _may_stand_inside(flow, match, style):
                start = flow.skeleton.rfind("\n", 0, match.start()) + 1 if at_line else match.start()
                yield Mark(start, match.end(), f"{style}{_depth(flow, match.start())}", number, at_line)


def _depth(flow: Flow, offset: int) -> str:
    """The level of the heading that a number is in, or the sign that it is of a list inside another list."""
    block = flow.block_at(offset)
    if block.kind is Kind.HEADING:
        return str(block.level)
    return INNER if block.kind is Kind.LIST_ITEM and block.marker and block.level > 1 else ""


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
        return before in "。?!.;" or (style is Style.CASE and before in ")]")
    if style is Style.BRACKETS:  # Poor (1) is a level
        lead = flow.lead(match.start()) or ""
        return len(lead) > LONGEST_LEVEL or level_head(f"{lead}({match[1]})") is None
    if style is Style.PART:
        return before in "。?!.;)" or _behind_title(flow, match.start())
    if style is Style.DOT:
        if before.isdigit():  # how often it was read, at the end of what a site says of it
            return flow.skeleton[match.start() - 1] == " " and match[0].rstrip()[-1:] in ".、"
        return (match[0].rstrip()[-1:] in ".、" and not before.isascii()) or before in '.?!;)"]:'
    return True


def _behind_title(flow: Flow, offset: int) -> bool:
    """Before it in its line stands only what may be the document's title."""
    before = flow.lead(offset)
    return before is not None and len(before) <= 60 and not re.search(r"[。?!;,]", before)
