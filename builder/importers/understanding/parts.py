"""Readers of the parts of a question: what a label announced → a field of the draft."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from builder.importers.draft import Question
from builder.importers.understanding.amounts import amounts_in
from builder.importers.understanding.flow import Flow
from builder.importers.understanding.head import before_points
from builder.importers.understanding.items import split_items, take_items
from builder.importers.understanding.labels import HEAD_PARTS
from builder.importers.understanding.rubric import read_rubric
from builder.importers.understanding.wording import paragraphs

LONGEST_AMOUNT = 30
LONGEST_LINE = 400
"""What the schema lets a line hold."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the question that one label announces; `head` before the first."""

    part: str
    start: int
    end: int


def _long(part: str) -> Callable[[Flow, Piece, Question], None]:
    """A reader of a part that is running text."""

    def read(flow: Flow, piece: Piece, question: Question) -> None:
        end = before_points(flow, question, piece) if part in HEAD_PARTS else piece.end
        text = paragraphs(flow, piece.start, end)
        before = getattr(question, part)
        setattr(question, part, f"{before}\n\n{text}" if before and text else before or text)

    return read


def _lines(part: str) -> Callable[[Flow, Piece, Question], None]:
    """A reader of a part that is a list of lines; what is too long for a line goes to the analysis."""

    def read(flow: Flow, piece: Piece, question: Question) -> None:
        lead, spans = split_items(flow, piece.start, piece.end)
        texts = [flow.take(*lead), *(flow.take(*span).rstrip(";；") for span in _apart(flow, spans))]
        for text in filter(None, texts):
            fits = len(text) <= LONGEST_LINE and (text != texts[0] or not text.endswith((":", "：")))
            (getattr(question, part) if fits else question.analysis).append(text)

    return read


def _apart(flow: Flow, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Asks, and what semicolons part, that stand behind each other in one line: each for itself."""
    for start, end in spans:
        for found in re.finditer(r"[^?;]+(?:[?;][\"')\]”’]*)?|[?;]+", flow.skeleton[start:end]):
            span = flow.trimmed(start + found.start(), start + found.end())
            if span[0] < span[1]:
                yield span


def _key_points(flow: Flow, piece: Piece, question: Question) -> None:
    lead, items = take_items(flow, piece.start, piece.end, apart=True)
    if lead:
        question.analysis.append(lead)
    for item in items:
        if len(item.text) <= LONGEST_LINE and item.text:
            question.key_points.append(item)
        else:
            question.analysis.append(item.text)


def _analysis(flow: Flow, piece: Piece, question: Question) -> None:
    question.analysis.append(paragraphs(flow, piece.start, piece.end))
    question.is_analysed = question.is_analysed or piece.part == "analysis"


def _rubric(flow: Flow, piece: Piece, question: Question) -> None:
    start, end = flow.trimmed(piece.start, piece.end)
    amounts, rest = amounts_in(flow.skeleton[start:end]) if end - start <= LONGEST_AMOUNT else (None, "")
    if amounts and not rest:
        question.amounts.fill(amounts)
        flow.sign(start, end)
        return
    read_rubric(flow, piece.start, piece.end, question)


READERS: dict[str, Callable[[Flow, Piece, Question], None]] = {
    "stem": _long("stem"),
    "scenario": _long("scenario"),
    "task": _long("task"),
    "answer": _long("answer"),
    "intent": _long("intent"),
    "analysis": _analysis,
    "key_points": _key_points,
    "rubric": _rubric,
    "probes": _lines("probes"),
    "red_flags": _lines("red_flags"),
    "common_errors": _lines("common_errors"),
    "head": _analysis,
}
