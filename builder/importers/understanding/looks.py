"""Marks that no number shows: headings, bold lines, bullets, titles, asking lines, labels of questions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.importers.blocks import Kind
from builder.importers.understanding.amounts import amounts_in
from builder.importers.understanding.cues import heads_key, heads_notes, is_title, sounds_like_section
from builder.importers.understanding.flow import Flow
from builder.importers.understanding.mark import Mark, Style

_UNNUMBERED_QUESTION = re.compile(
    r"(?:\[?(?:问|q|问题|(?:面试|核心|基础|主)(?:问题|提问|题目)|题目|题干|question|(?:interview|lead|main|primary|core|opening) question|面试题|试题)\]? *:|\[(?:题目|题干|问题|面试题|试题|真题|考题)\]) *(?=[^ \n])",
    re.IGNORECASE,
)
_TOPIC = re.compile(
    r"(?:theme|topic|area|section|module|round|主题|模块|板块|环节|部分) *: *(?=[^\n:。?]{2,40}$)",
    re.IGNORECASE | re.MULTILINE,
)
_BULLET = re.compile(r" *(?:[-·●◆■▪▲★◇□○►»]+|\*+(?= |[^*\n]*$)|o(?= )) *(?=[^ \n*])", re.MULTILINE)
_NOTE_BEHIND = re.compile(r" *[(\[][^()\[\]]{2,40}[)\]] *$")
_NUMBER_NEXT = re.compile(
    r" *\**[\[(]?(?:[-*·•●] +|\d{1,2}[.、)]|(?:q|question|第|问题|试题|题目|面试题) *[\d一二三四五六七八九十]|[①一](?=[^ ]))",
    re.IGNORECASE,
)
_ASKING = re.compile(r"[?](?:[)\"”\]]|\([^()]*\))* *$")


def marks_by_looks(flow: Flow) -> Iterator[Mark]:
    """Headings, bold lines, bullets, asking lines and unnumbered labels of questions, a line each."""
    for line in re.finditer(r"[^\n]+", flow.skeleton):
        block = flow.block_at(line.start())
        words = line.start() + len(line[0]) - len(line[0].lstrip())
        bullet = _BULLET.match(flow.skeleton, line.start(), line.end())
        label = _UNNUMBERED_QUESTION.match(flow.skeleton, bullet.end() if bullet else words, line.end())
        if label:
            yield Mark(line.start(), label.end(), Style.LABEL, None, True)
        elif topic := _TOPIC.match(flow.skeleton, words, line.end()):
            yield Mark(line.start(), topic.end(), Style.TOPIC, None, True)
        elif block.kind is Kind.HEADING:
            yield Mark(line.start(), words, f"{Style.HEADING}{block.level}", None, True)
        elif flow.stands_out(line.start()):
            yield Mark(line.start(), words, Style.BOLD, None, True)
        elif bullet:
            style = Style.BULLET if block.level < 2 else Style.INNER_BULLET
            yield Mark(line.start(), bullet.end(), style, None, True)
        elif _begins_block(flow, line) and (_is_bare_title(line[0]) or _stands_apart(flow, line)):
            yield Mark(line.start(), words, Style.TITLE, None, True)
        elif _ASKING.search(line[0]):
            yield Mark(line.start(), words, Style.LINE, None, True)


def _begins_block(flow: Flow, line: re.Match[str]) -> bool:
    """It is no row of a table, and no further line inside a paragraph or a cell."""
    block = flow.block_at(line.start())
    return block.kind is not Kind.TABLE_ROW and (
        line.start() == 0 or flow.block_at(line.start() - 1) is not block
    )


def _is_bare_title(line: str) -> bool:
    short = len(line.split()) <= 7 and not re.match(r" *[\d\[(]", line)
    return heads_key(line) or heads_notes(line) or (short and is_title(line) and sounds_like_section(line))


def _stands_apart(flow: Flow, line: re.Match[str]) -> bool:
    """A few words behind a blank line or a numbered one, or with points in brackets, and a number in the next line."""
    words = _NOTE_BEHIND.sub("", line[0])
    few = len(words.split()) <= 4 if words.isascii() else len(words) <= 10
    if not (
        few
        and is_title(words)
        and not re.search(r": *\S", words)
        and line.start() > 0
        and line.end() + 1 < len(flow)
    ):
        return False
    noted = bool(amounts_in(line[0][len(words) :])[0])
    if noted and re.match(r" *(?:[A-Za-z][.)、]|[①-⑳])", words):  # a line of a rubric
        return False
    amid = _NUMBER_NEXT.match(flow.skeleton, flow.skeleton.rfind("\n", 0, line.start() - 1) + 1) is not None
    return (flow.stands_apart(line.start()) or noted or amid) and _NUMBER_NEXT.match(
        flow.skeleton, line.end() + 1
    ) is not None
