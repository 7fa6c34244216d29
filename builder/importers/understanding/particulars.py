"""Particulars of a question that fit in a line: points, minutes, type, difficulty, what it assesses."""

from __future__ import annotations

import re

from builder.importers.draft import Question
from builder.importers.understanding.amounts import Amounts, amounts_in
from builder.importers.understanding.flow import Flow
from builder.importers.understanding.items import split_items
from builder.importers.understanding.labels import Label
from builder.importers.understanding.numerals import amount

PARTICULARS = frozenset({"points", "answer_minutes", "think_minutes", "type", "difficulty", "competencies"})
LONGEST_NAME = 16
"""A longer text is a sentence about what is assessed, not the name of it."""
_NUMBER = re.compile(
    r" *(?:0 *[-–~～至] *)?(\d{1,6}(?:\.\d{1,3})?(?![\d.])|[一二三四五六七八九十]{1,5}) *(?:分钟?|minutes?|mins?\.?|points?|marks?|pts?)?(?! *[-–~～至]) *[.;,。]?"
)
_AMOUNT_END = re.compile(r"[。;\n]|$")


def read_particular(flow: Flow, question: Question, label: Label, stop: int) -> int:
    """Reads what stands behind the label, up to `stop` at most; returns where the particular ends."""
    line_end = min(flow.line_end(label.end), stop)
    if not flow.text[label.end : line_end].strip():  # the label stands alone: what follows is its own
        line_end = stop if label.part == "competencies" else min(flow.line_end(line_end + 1), stop)
    if label.part == "competencies":
        flow.sign(label.start, label.end)
        read_competencies(flow, question, label.end, line_end)
        return line_end
    if label.part in ("type", "difficulty"):
        end = re.compile(r"[。;,|\n]|  |$").search(flow.skeleton, label.end + 1, line_end)
        stop = end.start() if end else line_end
        flow.sign(label.start, label.end)
        setattr(question, label.part, flow.take(label.end, stop))
        return stop
    return _read_number(flow, question, label, line_end)


def _read_number(flow: Flow, question: Question, label: Label, line_end: int) -> int:
    start = (
        label.end
        + len(flow.skeleton[label.end : line_end])
        - len(flow.skeleton[label.end : line_end].lstrip())
    )
    number = _NUMBER.match(flow.skeleton, start, line_end)
    if number is None:
        return label.start
    found = Amounts(**{_FIELDS[label.part]: amount(number[1])})
    if label.part == "answer_minutes":
        more, rest = amounts_in(flow.skeleton[label.end : line_end])
        found.fill(Amounts(think_minutes=more.think_minutes))
        if not rest:
            number = re.compile(r".*").match(flow.skeleton, start, line_end) or number
    question.amounts.fill(found)
    flow.sign(label.start, number.end())
    return number.end()


_FIELDS = {"points": "points", "answer_minutes": "minutes", "think_minutes": "think_minutes"}


def read_competencies(flow: Flow, question: Question, start: int, end: int) -> None:
    """Names of what is assessed; a sentence about it goes to the intent."""
    lead, spans = split_items(flow, start, end)
    for a, b in [lead, *spans]:
        names = [m.span() for m in re.finditer(r"[^、,;/|。.]+", flow.skeleton[a:b])]
        texts = [flow.text[a + x : a + y].strip() for x, y in names]
        limit = LONGEST_NAME if not flow.skeleton[a:b].isascii() else 40
        if not all(len(text) <= limit for text in texts):
            question.intent += "\n\n" * bool(question.intent) + flow.take(a, b)
            continue
        flow.sign(a, b)
        question.competencies += [
            flow.take(a + x, a + y) for x, y in names if flow.text[a + x : a + y].strip()
        ]
