"""The lines of a manuscript, and what each surely is: a line of the document, or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from builder.importers.blocks import Kind
from builder.importers.cleaning.passages import Cut, Draught
from builder.importers.cleaning.rules import REASONS
from builder.importers.understanding.cues import asks
from builder.importers.understanding.lexicon import lexicon

LONG = 90
"""Characters from which on a line is a paragraph, not a title or a link."""
_MARK = re.compile(
    r"(?:第? *[一二三四五六七八九十]{1,3} *(?:部分|章|篇|、|[.])|\([一二三四五六七八九十]{1,3}\)|(?:题目|试题|问题|面试题|案例|情景|第) *[\d一二三四五六七八九十]{1,3} *题?|\(?\d{1,3} *[.、)]|q(?:uestion)? *\d{1,3}|(?:part|section) +\w{1,5}\b)",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"(?:第? *[一二三四五六七八九十]{1,3} *(?:部分|章|篇|、))|(?:part|section) +\w{1,5}\b", re.IGNORECASE
)
_LABELS = re.compile(
    r"(?:答案|参考回答|评分标准|情境描述|解析)[:\]]|(?:sample answer|scoring|follow-up)s?:", re.IGNORECASE
)


@dataclass(slots=True)
class Line:
    """One line of a passage: its span there, its words in plain signs, and why it is left out, if it is."""

    passage: int
    start: int
    end: int
    view: str
    row: bool
    """Of a table."""
    item: bool
    """Of a list, by its looks."""
    reason: str = ""

    @property
    def is_out(self) -> bool:
        return bool(self.reason)

    @property
    def is_documents(self) -> bool:
        """It has a number and asks, heads a section, or announces an answer, a rubric, a scenario."""
        mark = _MARK.match(self.view)
        if mark and (asks(self.view[mark.end() :]) or _SECTION.match(self.view)):
            return True
        return self.row or self.is_labelled

    @property
    def is_labelled(self) -> bool:
        """It begins with a label of a part of a question; a paragraph has one anywhere."""
        return _label(self.view) or (len(self.view) > LONG and _LABELS.search(self.view) is not None)


def lines_of(draught: Draught) -> list[Line]:
    """Every line that is not blank, in order."""
    return [line for i in range(len(draught.passages)) for line in _lines(draught, i)]


def _lines(draught: Draught, i: int) -> Iterator[Line]:
    passage = draught.passages[i]
    view = passage.view()
    for found in re.finditer(r"[^\n]+", view):
        if words := found[0].strip():
            start = found.start() + found[0].index(words)
            row = passage.block.kind is Kind.TABLE_ROW
            item = passage.block.kind is Kind.LIST_ITEM
            yield Line(i, start, start + len(words), re.sub(r"\s+", " ", words), row, item)


def cut_out(draught: Draught, lines: list[Line]) -> None:
    """Makes a cut of every line that is left out."""
    for line in lines:
        if line.is_out:
            cut = Cut(line.start, line.end, REASONS[line.reason])
            draught.passages[line.passage].cuts.append(cut)


def _label(view: str) -> bool:
    """It begins with the label of a part of a question."""
    head, colon, _ = view.lower().lstrip("-*●•[ ").partition(":")
    word = head.rstrip("] ").strip()
    return bool(colon or view.endswith("]")) and lexicon()[0].get(word) in _PARTS


_PARTS = frozenset(
    {"answer", "key_points", "rubric", "scenario", "task", "stem", "probes", "analysis", "intent"}
)
