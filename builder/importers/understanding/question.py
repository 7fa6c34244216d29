"""The text of one question → its parts, by the labels in it."""

from __future__ import annotations

from collections.abc import Iterator

from builder.importers.blocks import Kind
from builder.importers.draft import Question
from builder.importers.understanding.amounts import amounts_in
from builder.importers.understanding.flow import Flow
from builder.importers.understanding.forms import without_fields
from builder.importers.understanding.head import read_head
from builder.importers.understanding.implied import parted, with_levels
from builder.importers.understanding.labels import HEAD_PARTS, Label
from builder.importers.understanding.landscape import Landscape
from builder.importers.understanding.mark import Mark
from builder.importers.understanding.particulars import PARTICULARS, read_particular
from builder.importers.understanding.parts import READERS, Piece

_LISTED = frozenset({"key_points", "probes", "red_flags", "common_errors"})


def read_question(land: Landscape, mark: Mark, end: int) -> Question:
    """The question that begins with the mark and ends at the offset."""
    flow = land.flow
    question = Question(mark.number, place=flow.block_at(mark.start).place)
    flow.sign(mark.start, mark.end)
    if mark.lead is not None:
        for label in land.labels_between(mark.lead, mark.start):
            read_particular(flow, question, label, mark.start)
    labels = list(
        _counting(flow, [x for x in land.labels_between(mark.start, end) if mark.end < x.end <= end])
    )
    pieces = [
        Piece(*parts)
        for piece in _pieces(flow, question, labels, mark.end, end)
        for span in without_fields(flow, piece.start, piece.end)
        for parts in _parted(flow, piece.part, *span)
    ]
    read_head(flow, question, mark, [p for p in pieces if p.part == "head"], {p.part for p in pieces})
    for piece in pieces:
        if piece.part != "head":
            READERS[piece.part](flow, piece, question)
    return question


def read_part(flow: Flow, part: str, start: int, end: int, question: Question) -> None:
    """Reads a span that is known to be one part of the question, such as `answer` or `probes`."""
    READERS[part](flow, Piece(part, start, end), question)


def _parted(flow: Flow, part: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    return iter([(part, start, end)]) if part == "rubric" else with_levels(flow, part, start, end)


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
            yield Piece("head", start, max(start, stop))
        elif label.part in PARTICULARS:
            rest = read_particular(flow, question, label, stop)
            if label.part == "points" and rest <= label.end and parted(flow, label.end, stop):
                _announce(flow, question, label)
                yield Piece("rubric", label.end, stop)
                running = "rubric"
                continue
            if flow.text[rest:stop].strip():
                yield Piece(running, rest, stop)
        elif label.part in READERS:
            _announce(flow, question, label)
            running = label.part
            stop_here = _next_heading(flow, label.end, stop) if running in _LISTED else stop
            yield Piece(running, label.end, stop_here)
            if stop_here < stop:
                yield Piece("analysis", stop_here, stop)


def _next_heading(flow: Flow, start: int, end: int) -> int:
    """Where a heading stands between two offsets, which is no item of a list; the end where none does."""
    line = flow.line_end(start) + 1
    while line < end:
        if flow.looks(line) is Kind.HEADING:
            return line
        line = flow.line_end(line) + 1
    return end


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
