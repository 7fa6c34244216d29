"""What stands before the first section: the title, the position, how long it takes, notes for candidates."""

from __future__ import annotations

import re

from builder.importers.draft import Draft
from builder.importers.understanding.amounts import amounts_in
from builder.importers.understanding.cues import is_title
from builder.importers.understanding.flow import Flow, Span
from builder.importers.understanding.guessing import guessed_position
from builder.importers.understanding.items import split_items
from builder.importers.understanding.labels import Label
from builder.importers.understanding.landscape import Landscape

_TITLE = re.compile(
    r"面试|试题|题库|题本|考核|测评|招聘|问答|考试|\b(?:interview|questions?|question bank|guide|assessment)\b",
    re.IGNORECASE,
)
_BARE_TITLE = re.compile(
    r"(?:结构化)?(?:面试|笔试)?(?:试题|题库|题本|题|问题)|interview questions?", re.IGNORECASE
)
_FOR_CANDIDATES = re.compile(
    r"注意事项|考生须知|候选人须知|面试须知|答题须知|应试须知|温馨提示|candidate|please note", re.IGNORECASE
)
LONGEST_TITLE, LONGEST_NOTE = 200, 400


def read_preamble(land: Landscape, draft: Draft, end: int) -> None:
    """Reads the title and what labels announce; everything else stays unaccounted."""
    flow = land.flow
    labels = land.labels_between(0, end)
    titles = _read_title(flow, draft, labels[0].start if labels else end, end)
    _read_each(flow, draft, end)
    for label, stop in zip(labels, [*(x.start for x in labels), end][1:], strict=True):
        if not any(a <= label.start < b for a, b in titles):
            _read_label(flow, draft, label, min([stop, *(a for a, _ in titles if a >= label.end)]))


def read_closing(land: Landscape, draft: Draft, start: int) -> None:
    """Reads the notes for candidates behind the last question; everything else stays unaccounted."""
    labels = land.labels_between(start, len(land.flow))
    for label, stop in zip(labels, [*(x.start for x in labels), len(land.flow)][1:], strict=True):
        if label.part == "notes":
            _read_label(land.flow, draft, label, stop)


def _read_each(flow: Flow, draft: Draft, end: int) -> None:
    """What a sentence of an introduction says every question is worth; the sentence itself stays where it is."""
    for line in _lines(flow, 0, end):
        if draft.amounts.each is None:
            draft.amounts.each = amounts_in(flow.skeleton[slice(*line)])[0].each


def _read_title(flow: Flow, draft: Draft, labelled: int, end: int) -> list[Span]:
    """Finds the title, and every line that repeats it; lines from `labelled` on are one only where they sound so."""
    lines = list(_lines(flow, 0, end))
    sounding = [x for x in lines if _TITLE.search(flow.skeleton[slice(*x)]) and _could_be(flow, x)]
    early = [x for x in lines if x[1] <= labelled and _could_be(flow, x)]
    named = [x for x in sounding if guessed_position(flow.text[slice(*x)])]
    best = next(iter([*named, *(x for x in sounding if x in early), *sounding, *early]), None)
    titles: list[Span] = []
    if best is not None:
        stop = _before_amounts(flow, draft, best)
        draft.title = flow.take(best[0], stop)[:LONGEST_TITLE].strip(" #*.。")
        titles = [x for x in lines if x == best or flow.text[slice(*x)].strip(" #*.。") == draft.title]
        for title in titles[1:]:
            flow.take(*title)
        for line in named and lines:
            if _BARE_TITLE.fullmatch(flow.skeleton[slice(*line)].strip(" #*.。")):
                flow.sign(*line)
    for line in lines:
        amounts, rest = amounts_in(flow.skeleton[slice(*line)].strip("()[]"))
        if amounts and not rest and line not in titles:
            draft.amounts.fill(amounts)
            flow.sign(*line)
    return titles


def _could_be(flow: Flow, line: Span) -> bool:
    words = flow.skeleton[slice(*line)]
    return is_title(words) or (len(words) <= 60 and not re.search(r"[。;?]", words))


def _before_amounts(flow: Flow, draft: Draft, line: Span) -> int:
    """Where the title ends that has points or minutes behind it in its line."""
    for gap in re.finditer(r"[ (\[,]+", flow.skeleton[slice(*line)]):
        amounts, rest = amounts_in(flow.skeleton[line[0] + gap.end() : line[1]].strip("()[]"))
        if amounts and not rest and gap.start():
            draft.amounts.fill(amounts)
            flow.sign(line[0] + gap.start(), line[1])
            return line[0] + gap.start()
    return line[1]


def _read_label(flow: Flow, draft: Draft, label: Label, stop: int) -> None:
    line_end = min(flow.line_end(label.end), stop)
    if label.part == "notes":
        flow.sign(label.start, label.end)
        take_notes(flow, draft, label.end, stop)
    elif label.part == "position" and 0 < line_end - label.end <= 60:
        flow.sign(label.start, label.end)
        words = flow.trimmed(label.end, line_end)
        draft.position = flow.take(words[0], _before_amounts(flow, draft, words))
    elif label.part in ("points", "answer_minutes"):
        amounts, rest = amounts_in(flow.skeleton[label.start : line_end])
        if amounts and not rest:
            draft.amounts.fill(amounts)
            flow.sign(label.start, line_end)


def read_notes(land: Landscape, draft: Draft, start: int, end: int) -> None:
    """A section without questions: what it tells candidates, if it does; otherwise it stays unaccounted."""
    flow = land.flow
    line_end = min(flow.line_end(start), end)
    if _FOR_CANDIDATES.search(flow.skeleton[start:line_end]) and line_end < end:
        flow.sign(start, line_end)
        take_notes(flow, draft, line_end, end)


def take_notes(flow: Flow, draft: Draft, start: int, end: int) -> None:
    """Puts the lines or items of a span among the notes for candidates."""
    lead, spans = split_items(flow, start, end)
    for a, b in [lead, *spans]:
        if 0 < b - a <= LONGEST_NOTE:
            draft.notes.append(flow.take(a, b))


def _lines(flow: Flow, start: int, end: int) -> list[Span]:
    found = [
        flow.trimmed(start + m.start(), start + m.end()) for m in re.finditer(r"[^\n]+", flow.text[start:end])
    ]
    return [line for line in found if line[0] < line[1]]
