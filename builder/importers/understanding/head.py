"""The head of a question: what stands between its number and the first label, told apart into title and stem."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from builder.importers.draft import Question
from builder.importers.understanding.amounts import bracketed
from builder.importers.understanding.cues import asks, is_title
from builder.importers.understanding.flow import Flow, Span, skeleton_of
from builder.importers.understanding.mark import Mark, Style
from builder.importers.understanding.wording import paragraphs

_TAG = re.compile(r"\s*[\[【]([^\[\]【】\n]{2,14})[\]】][:：]?\s*")


class Stretch(Protocol):
    """A part of the flow."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def read_head(
    flow: Flow, question: Question, mark: Mark, stretches: Sequence[Stretch], parts: set[str]
) -> None:
    """Title, tags, points and stem of a question; `parts` are those that labels announce."""
    spans = [span for stretch in stretches for span in _without_notes(flow, question, stretch)]
    lines = [line for span in spans for line in _lines(flow, *span)]
    labelled = bool(parts & {"stem", "scenario", "task"})
    if lines and (len(lines) > 1 or labelled) and _is_title(flow, lines[0], mark, parts):
        question.title = flow.take(*lines.pop(0)).strip(" *：:")
    if not lines:
        return
    part = (
        "scenario" if "stem" in parts or (mark.style.startswith(Style.CASE) and "task" in parts) else "stem"
    )
    said = _answered_below(flow, lines, parts)
    texts = [paragraphs(flow, *line) for line in lines]
    setattr(question, part, "\n\n".join(texts[:-said] if said else texts))
    if said:
        question.answer, question.answer_is_guess = "\n\n".join(texts[-said:]), True


def before_points(flow: Flow, question: Question, stretch: Stretch) -> int:
    """Where the words of a labelled part end that has the question's points behind it in brackets, which are read."""
    start, end = flow.trimmed(stretch.start, stretch.end)
    notes = bracketed(flow, start, end)
    if len(notes) != 1 or not notes[0][2] or flow.skeleton[notes[0][0][1] : end].strip(" 。."):
        return end
    question.amounts.fill(notes[0][1])
    flow.sign(notes[0][0][0], end)
    return notes[0][0][0]


def settle_stem(question: Question) -> None:
    """Every question has words that are read aloud: where no label says which, those that ask."""
    if question.stem:
        return
    before, _, last = question.scenario.rpartition("\n\n")
    apart = bool(before) and asks(last) and not asks(before)
    if question.task and not (apart and "?" in skeleton_of(last[-3:])):
        question.stem, question.task = question.task, ""
    elif apart:
        question.scenario, question.stem = before, last
    elif question.scenario:
        question.stem, question.scenario = question.scenario, ""
    else:
        question.stem, question.title = question.title, ""


def _is_title(flow: Flow, line: Span, mark: Mark, parts: set[str]) -> bool:
    words = flow.skeleton[slice(*line)]
    if not is_title(words):
        return False
    if not asks(words) or {"scenario", "task"} <= parts or "stem" in parts:
        return True
    return mark.style.startswith((Style.WORD, Style.CASE)) and bool(parts & {"scenario", "task"})


def _answered_below(flow: Flow, lines: Sequence[Span], parts: set[str]) -> int:
    """How many lines below a question that stands out, as a heading or in bold, are plain ones that ask nothing: its answer."""
    if parts != {"head"} or not flow.stands_out(lines[0][0]) or not asks(flow.skeleton[slice(*lines[0])]):
        return 0
    plain = [not flow.stands_out(start) and "?" not in flow.skeleton[start:end] for start, end in lines[1:]]
    return len(plain) if all(plain) else 0


def _without_notes(flow: Flow, question: Question, stretch: Stretch) -> list[Span]:
    """The spans of a stretch without its tags and its notes of points and minutes, which are read."""
    start, end = flow.trimmed(stretch.start, stretch.end)
    while tag := _TAG.match(flow.text, start, end):
        if any(span[0] <= tag.start(1) - 1 < span[1] for span, _, _ in bracketed(flow, start, end)):
            break
        flow.sign(*tag.span())
        question.tags.append(flow.take(*tag.span(1)))
        start = tag.end()
    spans = []
    for span, amounts, alone in bracketed(flow, start, end):
        first = not flow.text[start : span[0]].strip()
        last = flow.skeleton[span[1] : flow.line_end(span[1])].strip(" 。.:") == "" or span[1] >= end
        if alone and (first or last):
            question.amounts.fill(amounts)
            flow.sign(*span)
            spans.append((start, span[0]))
            start = span[1] + len(re.match(r"[:：。.]?", flow.text[span[1] : end])[0])  # type: ignore[index]
            flow.sign(span[1], start)
    return [span for span in [*spans, (start, end)] if flow.text[slice(*span)].strip()]


def _lines(flow: Flow, start: int, end: int) -> list[Span]:
    found = [
        flow.trimmed(start + m.start(), start + m.end()) for m in re.finditer(r"[^\n]+", flow.text[start:end])
    ]
    return [line for line in found if line[0] < line[1]]
