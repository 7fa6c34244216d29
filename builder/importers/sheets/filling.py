"""The rows of one question → the question, with everything that its columns hold."""

from __future__ import annotations

import re
from collections.abc import Sequence

from builder.importers.blocks import Block
from builder.importers.draft import Question
from builder.importers.sheets.cells import (
    LONG,
    difficulty_in,
    minutes_in,
    points_in,
    read_cell,
    read_names,
    read_stem,
)
from builder.importers.sheets.columns import Column, cell
from builder.importers.sheets.criteria import Scoring
from builder.importers.sheets.fields import NUMBER, plain
from builder.importers.sheets.walking import Asked
from builder.importers.understanding.cues import is_title
from builder.importers.understanding.flow import skeleton_of
from builder.importers.understanding.numerals import whole

EXCERPT, LONGEST_TAG = 24, 30
SHARED = (
    "scenario",
    "task",
    "type",
    "competencies",
    "difficulty",
    "answer_minutes",
    "think_minutes",
    "intent",
)
"""Fields that a cell merged over several questions gives to each of them."""
_NESTED = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,2}")
"""Numbers of questions inside sections."""
_ORDER = (
    "number",
    "title",
    "type",
    "points",
    "answer_minutes",
    "think_minutes",
    "scenario",
    "stem",
    "option",
    "task",
)


class Filling:
    """Fills one question."""

    def __init__(self, asked: Asked, sheet: Sequence[Block], position: str = "") -> None:
        self.asked = asked
        self.question = Question(place=asked.rows[0].place)
        self.strays: list[tuple[str, str]] = list(asked.strays)
        """Heading and words of what found no place."""
        self._position = position
        self._by_place = {row.place: row for row in sheet}

    def filled(self) -> Question:
        """The question; `strays` has what found no place in it."""
        columns = sorted(
            self.asked.columns, key=lambda c: _ORDER.index(c.field) if c.field in _ORDER else len(_ORDER)
        )
        scoring = Scoring(self.asked.columns)
        self._read_points(scoring)
        done = scoring.read(self.asked.rows, self.question, self._aside) - {""}
        if self.asked.material:
            self._long("scenario", self.asked.material, merged=False)
        for column in columns:
            if column.field not in done | {"points", "level"}:
                self._column(column)
        return self.question

    def words_of_strays(self) -> str:
        """What found no place, with the question and the headings named; empty where there is nothing."""
        if not self.strays:
            return ""
        question = self.question
        words = " ".join((question.stem or question.title or question.scenario).split())
        short = words if len(words) <= EXCERPT else f"{words[: EXCERPT - 1]}…"
        number = f"{question.number}. " if question.number is not None else ""
        return " | ".join([f"{number}{short}", *(f"{name}: {text}" for name, text in self.strays)])

    def _aside(self, column: Column, text: str) -> None:
        self.strays.append((column.name, text))

    def _read_points(self, scoring: Scoring) -> None:
        """The question's own points come first: bands such as “8 and above” end at them."""
        if scoring.has_own_points(self.asked.rows):
            return
        for column in self.asked.columns:
            for text in self._texts(column) if column.field == "points" else ():
                value = points_in(text)
                if value is None or self.question.amounts.points not in (None, value):
                    self._aside(column, text)
                else:
                    self.question.amounts.points = value

    def _texts(self, column: Column) -> list[str]:
        """The words of the column in the question's rows; of a cell merged with those above, what it shows."""
        texts = [text for row in self.asked.rows if (text := cell(row, column.index)).strip()]
        first = self.asked.rows[0]
        up = first.above[column.index] if column.index < len(first.above) else 0
        if not texts and up and column.field in SHARED:
            above = self._by_place.get(first.place - up)
            texts = [text for row in [above] if row and (text := cell(row, column.index)).strip()]
        return texts

    def _column(self, column: Column) -> None:
        texts = self._texts(column)
        if column.field == "probes" or not column.field or column.field == "form":
            for text in texts:
                self._cell(column, text)
        elif texts:
            self._cell(column, "\n".join(dict.fromkeys(texts)))

    def _cell(self, column: Column, text: str) -> None:
        reader = getattr(self, f"_read_{column.field}", None) if column.field else None
        if reader is not None:
            reader(column, text)
        elif column.field in LONG:
            self._long(column.field, text, merged=True)
        else:
            self._aside(column, text)

    def _long(self, field: str, text: str, *, merged: bool) -> None:
        if field == "rubric" and merged:
            before = len(self.question.rubric), len(self.question.analysis)
            self.strays += [("", rest) for rest in read_cell(text, field, self.question)]
            if len(self.question.rubric) == before[0] and not self.question.key_points and _lists(text):
                del self.question.analysis[before[1] :]
                read_cell(text, "key_points", self.question)
            return
        self.strays += [("", rest) for rest in read_cell(text, field, self.question)]

    def _read_number(self, column: Column, text: str) -> None:
        words = skeleton_of(text).strip().removesuffix(".0")
        found = re.search(r"\d+|[一二三四五六七八九十]+|[①-⑳]|[ivxIVX]+$", words)
        if NUMBER.fullmatch(words) and found and self.question.number is None:
            self.question.number = whole(found[0])
        elif not (NUMBER.fullmatch(words) or _NESTED.fullmatch(words)):
            self.question.tags.append(text.strip())

    def _read_title(self, column: Column, text: str) -> None:
        if is_title(skeleton_of(text)) or len(text) <= 120:
            self.question.title = " ".join(filter(None, [self.question.title, " ".join(text.split())]))
        else:
            self._long("scenario", text, merged=False)

    def _read_stem(self, column: Column, text: str) -> None:
        numbered = any(c.field == "number" for c in self.asked.columns)
        self.strays += [("", rest) for rest in read_stem(text, self.question, numbered=numbered)]

    def _read_option(self, column: Column, text: str) -> None:
        name = plain(column.name)
        letter = re.search(r"(?<![a-z])[a-h1-9]$", name) or re.match("[a-h](?=选项)", name)
        marked = f"{letter[0].upper()}. {text}" if letter else text
        self.question.stem = "\n".join(filter(None, [self.question.stem, marked]))

    def _read_type(self, column: Column, text: str) -> None:
        self.question.type = text.strip()

    def _read_tags(self, column: Column, text: str) -> None:
        names = [name.strip() for name in re.split(r"[,，;；、|\n]|#(?=\S)", text) if name.strip()]
        if all(len(name) <= LONGEST_TAG for name in names):
            self.question.tags += [name for name in names if name not in self.question.tags]
        else:
            self._aside(column, text)

    def _read_position(self, column: Column, text: str) -> None:
        if text.strip() != self._position:
            self._read_tags(column, text)

    def _read_section(self, column: Column, text: str) -> None:
        """The section is known already."""

    def _read_section_points(self, column: Column, text: str) -> None:
        """They are the section's."""

    def _read_competencies(self, column: Column, text: str) -> None:
        self.strays += [(column.name, rest) for rest in read_names(text, self.question)]

    def _read_difficulty(self, column: Column, text: str) -> None:
        self.question.difficulty = difficulty_in(text)
        if not self.question.difficulty:
            self._aside(column, text)

    def _read_answer_minutes(self, column: Column, text: str) -> None:
        self._minutes(column, text, "minutes")

    def _read_think_minutes(self, column: Column, text: str) -> None:
        self._minutes(column, text, "think_minutes")

    def _minutes(self, column: Column, text: str, field: str) -> None:
        found = minutes_in(text, skeleton_of(column.name).lower())
        if found is None:
            self._aside(column, text)
        else:
            if field == "think_minutes" and found.think_minutes is None:
                found.think_minutes, found.minutes = found.minutes, None
            self.question.amounts.fill(found)


def _lists(text: str) -> bool:
    """It reads like a list: several lines, or items that semicolons part."""
    return len([line for line in re.split(r"[\n;；]", text) if line.strip()]) > 1
