"""The words of one cell → the part of a question that its column holds."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from decimal import Decimal

from builder.importers.blocks import Block
from builder.importers.draft import Question
from builder.importers.understanding.amounts import Amounts, amounts_in, halves
from builder.importers.understanding.flow import UNACCOUNTED, Flow, skeleton_of
from builder.importers.understanding.guessing import guessed_difficulty
from builder.importers.understanding.labels import Label, labels_in
from builder.importers.understanding.landscape import Landscape
from builder.importers.understanding.mark import Mark, Style
from builder.importers.understanding.numerals import amount
from builder.importers.understanding.particulars import read_competencies
from builder.importers.understanding.question import read_part, read_question

LONG = (
    "answer",
    "key_points",
    "analysis",
    "intent",
    "probes",
    "red_flags",
    "common_errors",
    "rubric",
    "scenario",
    "task",
)
"""Fields whose words are read as the part of a question of that name."""
WITHIN = frozenset({"answer", "key_points", "analysis", "rubric", "probes", "red_flags", "common_errors"})
"""Parts that a cell may announce by labels of its own."""
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2})?")
_SECONDS = re.compile(r"(\d{1,4})(?: *秒|s| *sec(?:onds?)?)")
_RANGE = re.compile(r"^\d{1,3} *(?:-|至|到|to) *(?=\d)()")
"""Of 3-5 minutes the longer time counts."""
_NOTE = re.compile(r"[(\[]([^()\[\]\n]{2,30})[)\]][。.]?$")
_STARS = re.compile(r"([★☆⭐*]+)|([1-5])(?:级|星|/5)?")
_LEADING = (Style.DOT, Style.WORD, Style.BRACKET, Style.BRACKETS, Style.CASE)


def read_stem(text: str, question: Question, *, numbered: bool) -> list[str]:
    """Reads what is asked, with the labels, points and title in it; returns what is left over.

    `numbered`: a column of its own holds the numbers.
    """
    land = Landscape(Flow([Block(text)]))
    mark = _leading(land, question.number, numbered=numbered)
    found = read_question(land, mark, len(land.flow))
    if found.number is None or numbered:
        found.number = question.number
    for part in dataclasses.fields(Question):
        value, known = getattr(found, part.name), getattr(question, part.name)
        if part.name == "amounts":
            question.amounts.fill(value)
        elif part.name not in ("place", "is_cut_off") and value:
            both = isinstance(value, list) or (isinstance(value, str) and known)
            setattr(question, part.name, _joined(known, value) if both else value)
    _bare_points(question)
    return left_over(land.flow)


def _bare_points(question: Question) -> None:
    """Points and minutes in brackets behind the words become values, whatever stands before these."""
    for part in ("stem", "scenario", "task"):
        words = getattr(question, part)
        note = _NOTE.search(skeleton_of(words))
        found, rest = amounts_in(note[1]) if note else (Amounts(), "")
        if note and found and not rest and question.amounts.points is None:
            question.amounts.fill(found)
            setattr(question, part, words[: note.start()].rstrip())


def _joined(known: list[str] | str, value: list[str] | str) -> list[str] | str:
    if isinstance(known, str) and isinstance(value, str):
        return f"{known}\n\n{value}"
    return [*known, *value]


def _leading(land: Landscape, number: int | None, *, numbered: bool) -> Mark:
    """The number that the words begin with, if it is the question's and not that of a list in it."""
    none = Mark(0, 0, Style.LINE, None, True)
    label = next((s.mark for s in land.sights if s.mark.start == 0 and s.mark.style == Style.LABEL), None)
    if label is not None:
        return label
    first = next((s.mark for s in land.sights if s.mark.start == 0 and s.mark.number is not None), None)
    if first is None or not first.style.startswith(_LEADING) or (numbered and first.number != number):
        return none
    others = [s.mark for s in land.sights if s.mark.style == first.style and s.mark.start > 0]
    return none if any(m.number == (first.number or 0) + 1 for m in others) else first


def read_cell(text: str, part: str, question: Question) -> list[str]:
    """Reads one of the fields `LONG`; labels at the beginning of lines part it. Returns what is left over."""
    flow = Flow([Block(text)])
    for piece, start, end in _pieces(flow, part, question):
        if flow.text[start:end].strip():
            read_part(flow, piece, start, end, question)
    return left_over(flow)


def _pieces(flow: Flow, part: str, question: Question) -> Iterator[tuple[str, int, int]]:
    labels: list[Label] = []
    if part in WITHIN - {"probes"}:
        found = labels_in(flow, 0, len(flow))
        labels = [x for x in found if x.part in WITHIN and flow.begins_line(x.start)]
    start = 0
    for label in [*labels, None]:
        yield part, start, label.start if label else len(flow)
        if label:
            flow.sign(label.start, label.end)
            tail = flow.skeleton[slice(*label.tail)].strip(" ()")
            amounts, rest = amounts_in(tail)
            if rest:
                flow.take(*label.tail)
                question.analysis.append(flow.text[slice(*label.tail)].strip(" ()（）"))
            question.amounts.fill(amounts)
            part, start = label.part, label.end


def read_names(text: str, question: Question) -> list[str]:
    """Reads what is assessed."""
    flow = Flow([Block(text)])
    read_competencies(flow, question, 0, len(flow))
    return left_over(flow)


def points_in(text: str) -> Decimal | None:
    """The points that a cell gives, or None for what is no such number."""
    words = skeleton_of(text).strip().rstrip(".。")
    value = amount(words)
    if value is None:
        found, rest = amounts_in(words)
        values = (found.points, found.total, found.each)
        value = None if rest else next((v for v in values if v is not None), None)
    return value if value is not None and halves(value) is not None else None


def minutes_in(text: str, heading: str) -> Amounts | None:
    """The minutes of a cell, also where they came as a time of day or as seconds; None for anything else."""
    words = skeleton_of(text).strip()
    value = amount(_RANGE.sub(r"\1", words))
    if clock := _CLOCK.fullmatch(words):
        hours, minutes = int(clock[1]), int(clock[2])
        value = Decimal(minutes if hours == 0 else hours) if not (hours and minutes) else None
    elif seconds := _SECONDS.fullmatch(words) or (
        re.search("秒|sec", heading) and re.fullmatch(r"(\d{1,4})", words)
    ):
        value = Decimal(seconds[1]) / 60
    if value is None:
        found, rest = amounts_in(_RANGE.sub(r"\1", words))
        return found if not rest and (found.minutes or found.think_minutes) else None
    return Amounts(minutes=value) if halves(value) is not None else None


def difficulty_in(text: str) -> str:
    """`easy`, `medium` or `hard` of a word, of one to five stars or steps; empty for anything else."""
    words = skeleton_of(text).strip()
    if match := _STARS.fullmatch(words):
        steps = int(match[2]) if match[2] else len(match[1].replace("☆", "")) or len(match[1])
        return "easy" if steps < 3 else "medium" if steps == 3 else "hard" if steps <= 5 else ""
    return text.strip() if guessed_difficulty(text) else ""


def left_over(flow: Flow) -> list[str]:
    """What no reader took."""
    return [flow.text[start:end] for start, end in flow.spans_of(UNACCOUNTED)]
