"""What the headings of a table, and the cells of its questions, say of more than one question."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from builder.importers.sheets.columns import cell
from builder.importers.sheets.walking import Asked, Walked
from builder.importers.understanding.amounts import Amounts, amounts_in
from builder.importers.understanding.flow import skeleton_of

_TELLING = ("stem", "answer", "rubric", "points", "answer_minutes")


def section_values(walk: Walked) -> list[str]:
    """For every question what its column of sections says; an empty cell means what stands above."""
    values, last, at = [], "", -2
    merged = not walk.sections and _types_are_sections(walk.questions)
    for asked in walk.questions:
        if asked.section != at:
            last, at = "", asked.section
        fields = (
            ("section",) if any(c.field == "section" for c in asked.columns) else ("type",) if merged else ()
        )
        said = [cell(asked.rows[0], c.index).strip() for c in asked.columns if c.field in fields]
        last = next(filter(None, said), last)
        values.append(last)
    return values


def _types_are_sections(questions: Sequence[Asked]) -> bool:
    """Types that are merged over several questions stand for sections."""
    return any(
        column.field == "type"
        and column.index < len(asked.rows[0].above)
        and asked.rows[0].above[column.index]
        for asked in questions
        for column in asked.columns
    )


def said_of_each(asked: Asked) -> Amounts:
    """What a heading such as 题目（每题10分） says of every question below it."""
    said = Amounts()
    for column in asked.columns:
        for note in re.findall(r"[(（]([^()（）]+)[)）]", column.name) if column.field in _TELLING else ():
            found, rest = amounts_in(skeleton_of(note))
            if not rest:
                said.fill(
                    Amounts(points=found.each or found.points, minutes=found.minutes_each or found.minutes)
                )
    return said


def headings_left(walk: Walked, named: Iterable[str]) -> list[str]:
    """Headings that say more than what their column holds, and those of columns that hold nothing."""
    left = []
    for columns in walk.headings:
        unknown = [c.name for c in columns if not c.field and c.name not in named]
        left += [" | ".join(unknown)] if unknown else []
        for column in columns:
            notes = [skeleton_of(note) for note in re.findall(r"[(（]([^()（）]+)[)）]", column.name)]
            wordy = [n for n in notes if len(n) >= (12 if n.isascii() else 6) and amounts_in(n)[1]]
            left += [column.name] if wordy and column.field not in ("", "level") else []
    return list(dict.fromkeys(left))
