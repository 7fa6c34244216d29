"""What columns hold, once what is filled in has been looked at too."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable, Sequence

from builder.importers.blocks import Block
from builder.importers.sheets.columns import Column, cell
from builder.importers.sheets.fields import FORM, NUMBER, UNKNOWN
from builder.importers.understanding.amounts import amounts_in
from builder.importers.understanding.cues import asks, is_title
from builder.importers.understanding.flow import skeleton_of
from builder.importers.understanding.guessing import guessed_difficulty
from builder.importers.understanding.levels import level_head
from builder.importers.understanding.numerals import amount

_LETTERS = re.compile(r"[A-Fa-f](?:[、,;/ ]*[A-Fa-f])*")


def settled(columns: Sequence[Column], rows: Sequence[Block]) -> tuple[Column, ...]:
    """The columns with every field that a heading leaves open decided by what stands below it."""
    found = list(columns)
    for settle in (_numbers, _stems, _sections, _options, _levels, _points, _forms):
        fields = settle(found, rows)
        found = [dataclasses.replace(c, field=fields.get(c.index, c.field)) for c in found]
    return tuple(found)


Fields = dict[int, str]


def _of(columns: Iterable[Column], *fields: str) -> list[Column]:
    return [c for c in columns if c.field in fields]


def _share(rows: Sequence[Block], column: Column, holds: Callable[[str], bool]) -> float:
    """Of the cells that are filled in, how many it holds for; 0 where none are."""
    texts = [skeleton_of(text).strip() for row in rows if (text := cell(row, column.index)).strip()]
    return sum(map(holds, texts)) / len(texts) if texts else 0.0


def _numbers(columns: Sequence[Column], rows: Sequence[Block]) -> Fields:
    """The first column, where it is headed by nothing known and counts."""
    first = columns[0]
    counts = not first.field and not _of(columns, "number") and _share(rows, first, _is_number) > 0.8
    return {first.index: "number"} if counts else {}


def _is_number(text: str) -> bool:
    return NUMBER.fullmatch(text) is not None


def _stems(columns: Sequence[Column], rows: Sequence[Block]) -> Fields:
    """Of several columns that may ask, the one that asks most; the others are titles, or the scenario."""
    stems = _of(columns, "stem", "weak_stem")
    if len(stems) < 2:
        return {c.index: "stem" for c in stems}
    sure = _of(stems, "stem") or stems
    best = max(stems, key=lambda c: (_share(rows, c, asks), c in sure, -c.index))
    fields = {best.index: "stem"}
    for other in stems:
        if other is not best:
            short = _share(rows, other, is_title) > 0.6
            fields[other.index] = "title" if short else "scenario" if other in sure else UNKNOWN
    return fields


def _sections(columns: Sequence[Column], rows: Sequence[Block]) -> Fields:
    """One column names the section; what is finer, or names it again, is a tag."""
    found = _of(columns, "section") or _of(columns, "subsection")
    return {c.index: "section" if c is found[0] else "tags" for c in _of(columns, "section", "subsection")}


def _options(columns: Sequence[Column], rows: Sequence[Block]) -> Fields:
    """Columns A, B, C, D hold options to choose from where the answers are such letters."""
    answers = [c for c in columns if c.field == "answer" and _share(rows, c, _is_letters) > 0.8]
    lettered = [c for c in _of(columns, "level", "answer") if re.fullmatch("[A-F]", c.name.strip())]
    return {c.index: "option" for c in lettered if c not in answers} if answers else {}


def _is_letters(text: str) -> bool:
    return _LETTERS.fullmatch(text) is not None


def _levels(columns: Sequence[Column], rows: Sequence[Block]) -> Fields:
    """等级 with its words row by row; a column of that name alone says how hard a question is, or nothing we know."""
    headed = [c for c in _of(columns, "level") if level_head(c.name)]
    named = [c for c in _of(columns, "level") if c not in headed]
    worded = _of(columns, "level_words")
    fields: Fields = {c.index: "level_words" if named and not headed else "detail" for c in worded}
    for column in named:
        if worded and not headed:
            fields[column.index] = "level_name"
        else:
            hard = _share(rows, column, lambda text: guessed_difficulty(text) is not None) > 0.8
            fields[column.index] = "difficulty" if hard and not _of(columns, "difficulty") else UNKNOWN
    for column in _of(columns, "level_band"):
        fields[column.index] = "level_band" if named and worded and not headed else UNKNOWN
    return fields


def _points(columns: Sequence[Column], rows: Sequence[Block]) -> Fields:
    """Of two columns of points, the one right of the criterion is the criterion's."""
    criteria = [c.index for c in _of(columns, "criterion", "rubric", "key_points")]
    points = _of(columns, "points")
    if len(points) < 2 or not criteria or _of(columns, "criterion_points"):
        return {}
    return {c.index: "criterion_points" for c in points if c.index > min(criteria) and c is not points[0]}


def _forms(columns: Sequence[Column], rows: Sequence[Block]) -> Fields:
    """What interviewers fill in by hand is no part of the bank; where it is filled in, it is something else."""
    fields: Fields = {}
    counted = bool(_of(columns, "points", "criterion_points"))
    for column in _of(columns, FORM, "rubric"):
        numeric = _share(rows, column, _is_amount) > 0.8
        if numeric and not counted:
            fields[column.index] = "points"
            counted = True
        elif column.field == FORM and _share(rows, column, bool):
            fields[column.index] = UNKNOWN
    return fields


def _is_amount(text: str) -> bool:
    found, rest = amounts_in(text)
    return amount(text) is not None or (bool(found) and not rest)
