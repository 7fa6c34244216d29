"""The text of one question → its parts, by the labels in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from builder.importers.amounts import amounts_in
from builder.importers.draft import Question
from builder.importers.flow import Flow
from builder.importers.head import read_head
from builder.importers.items import split_items, take_items
from builder.importers.labels import HEAD_PARTS, Label
from builder.importers.landscape import Landscape
from builder.importers.marks import Mark
from builder.importers.particulars import PARTICULARS, read_particular
from builder.importers.rubric import read_rubric
from builder.importers.wording import paragraphs

LONGEST_LINE = 400
"""What the schema lets a line hold."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the question that one label announces; `head` before the first."""

    part: str
    start: int
    end: int


def read_question(land: Landscape, mark: Mark, end: int) -> Question:
    """The question that begins with the mark and ends at the offset."""
    flow = land.flow
    question = Question(mark.number, place=flow.block_at(mark.start).place)
    flow.sign(mark.start, mark.end)
    labels = list(_counting(flow, [x for x in land.labels_between(mark.start, end) if x.end > mark.end]))
    pieces = list(_pieces(flow, question, labels, mark.end, end))
    read_head(flow, question, mark, [p for p in pieces if p.part == "head"], {p.part for p in pieces})
    for piece in pieces:
        if piece.part != "head":
            _READERS[piece.part](flow, piece, question)
    return question


def _counting(flow: Flow, labels: list[Label]) -> Iterator[Label]:
    """The labels that count: in an answer, 背景： or Task: are words of its own."""
    answering = False
    for label in labels:
        weak = label.part in HEAD_PARTS | {"notes", "position"} | PARTICULARS - {"competencies"}
        if not (weak and answering and (label.part in HEAD_PARTS or not flow.begins_line(label.start))):
            yield label
            answering = answering or label.part not in HEAD_PARTS | PARTICULARS | {"intent"}


def _pieces(flow: Flow, question: Question, labels: list[Label], start: int, end: int) -> Iterator[Piece]:
    running = "head"
    for i, label in enumerate([None, *labels]):
        stop = labels[i].start if i < len(labels) else end
        if label is None:
            yield Piece("head", start, stop)
        elif label.part in PARTICULARS:
            rest = read_particular(flow, question, label, stop)
            if flow.text[rest:stop].strip():
                yield Piece(running, rest, stop)
        elif label.part in _READERS:
            _announce(flow, question, label)
            running = label.part
            yield Piece(running, label.end, stop)


def _announce(flow: Flow, question: Question, label: Label) -> None:
    """Accounts for a label, and for what stands in brackets behind it."""
    flow.sign(label.start, label.end)
    tail = flow.skeleton[slice(*label.tail)].strip(" ()")
    if tail:
        amounts, rest = amounts_in(tail)
        question.amounts.fill(amounts)
        if rest and rest != "s":
            question.analysis.append(flow.take(*label.tail))
    if label.part == "rubric":
        question.rubric_title = flow.text[label.start : label.tail[0] or label.end].strip(
            " :：[]【】()（）*\n"
        )


def _long(part: str) -> Callable[[Flow, Piece, Question], None]:
    """A reader of a part that is running text."""

    def read(flow: Flow, piece: Piece, question: Question) -> None:
        text = paragraphs(flow, piece.start, piece.end)
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


def _rubric(flow: Flow, piece: Piece, question: Question) -> None:
    read_rubric(flow, piece.start, piece.end, question)


_READERS: dict[str, Callable[[Flow, Piece, Question], None]] = {
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
