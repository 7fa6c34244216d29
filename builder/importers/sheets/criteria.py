"""The rows of one question → its rubric: a criterion a row, a column a level, or a level a row."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from builder.importers.blocks import Block
from builder.importers.draft import Criterion, Item, Level, Question
from builder.importers.sheets.cells import points_in, read_cell
from builder.importers.sheets.columns import Column, cell
from builder.importers.understanding.amounts import halves
from builder.importers.understanding.levels import level_head

Aside = Callable[[Column, str], None]
"""Keeps words of a column that found no place."""
_BAND = re.compile(r"\s*([^:：\n]{1,14})[:：]\s*(?=\S)")


class Scoring:
    """What the columns of one table say about scoring, question by question."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self.columns = columns
        self.levels = [c for c in columns if c.field == "level"]

    def read(self, rows: Sequence[Block], question: Question, aside: Aside) -> set[str]:
        """Fills the rubric; returns the fields that it has read, for nobody to read again."""
        own = self.has_own_points(rows)
        titled = self._titles(rows, own)
        if titled == "key_points":
            self._key_points(rows, question, aside)
            return {"key_points", "points", "criterion_points"}
        if self._named_levels(rows):
            self._level_rows(rows, question, aside, titled)
            return {titled, "criterion_points", "detail", "level_name", "level_band", "level_words"}
        read = {titled, "criterion", "criterion_points", "detail"} | ({"points"} if own and titled else set())
        for row in rows:
            self._criterion(row, question, aside, titled, pointed=own)
        return read

    def _texts(self, row: Block, *fields: str) -> list[tuple[Column, str]]:
        return [(c, text) for c in self.columns if c.field in fields and (text := cell(row, c.index)).strip()]

    def _first(self, row: Block, *fields: str) -> str:
        return next((text for _, text in self._texts(row, *fields)), "")

    def _rows_with(self, rows: Sequence[Block], *fields: str) -> int:
        return sum(bool(self._texts(row, *fields)) for row in rows)

    def has_own_points(self, rows: Sequence[Block]) -> bool:
        """The points stand row by row: they are those of the criteria."""
        said = [text for row in rows for _, text in self._texts(row, "points")]
        repeated = len(set(said)) == 1 and len(said) == len(rows) and self._is_repeated(rows)
        return len(said) > 1 and not repeated and not self._rows_with(rows, "criterion_points")

    def _is_repeated(self, rows: Sequence[Block]) -> bool:
        """Every row says the question again."""
        return self._rows_with(rows, "stem") == len(rows)

    def _titles(self, rows: Sequence[Block], own: bool) -> str:
        """The field that names the criteria; empty where nothing does."""
        if self._rows_with(rows, "criterion"):
            return "criterion"
        scored = own or self._rows_with(rows, "criterion_points", "level") > 1
        if len(rows) > 1 and scored:
            for name in ("rubric", "key_points", "competencies", "detail"):
                if self._rows_with(rows, name) > 1:
                    return name
        if self._rows_with(rows, "criterion_points") and self._rows_with(rows, "key_points"):
            return "key_points"
        return ""

    def _named_levels(self, rows: Sequence[Block]) -> bool:
        return bool(self._rows_with(rows, "level_name", "level_band"))

    def _points(self, row: Block, aside: Aside, *, pointed: bool) -> Criterion:
        criterion = Criterion("")
        for column, text in self._texts(row, "criterion_points", *(("points",) if pointed else ())):
            value = points_in(text)
            if value is None or criterion.points is not None:
                aside(column, text)
            else:
                criterion.points = value
        return criterion

    def _criterion(self, row: Block, question: Question, aside: Aside, titled: str, *, pointed: bool) -> None:
        criterion = self._points(row, aside, pointed=pointed and bool(titled))
        if titled:
            criterion.title = " ".join(text for _, text in self._texts(row, titled))
        if titled == "competencies" and criterion.title not in question.competencies:
            question.competencies.append(criterion.title)
        criterion.levels = [
            self._level(c, text, criterion, question) for c, text in self._texts(row, "level")
        ]
        criterion.detail = "\n".join(text for _, text in self._texts(row, "detail") if titled != "detail")
        if titled == "criterion" and not criterion.levels and (rubric := self._texts(row, "rubric")):
            self._inner(rubric, criterion, question)
        if criterion.title or criterion.points is not None or criterion.levels:
            question.rubric.append(criterion)
        elif criterion.detail:
            _more_detail(question, criterion.detail)

    def _inner(self, rubric: Sequence[tuple[Column, str]], criterion: Criterion, question: Question) -> None:
        """Levels that stand in one cell beside the criterion, or words that say more of it."""
        own = Question()
        own.amounts.points = criterion.points
        for _, text in rubric:
            read_cell(text, "rubric", own)
        if len(own.rubric) == 1 and not own.rubric[0].title:
            criterion.levels = own.rubric[0].levels
            criterion.detail = "\n".join(filter(None, [criterion.detail, *own.analysis]))
        else:
            criterion.detail = "\n".join(filter(None, [criterion.detail, *(text for _, text in rubric)]))

    def _level(self, column: Column, text: str, criterion: Criterion, question: Question) -> Level:
        highest = criterion.points if criterion.points is not None else halves(question.amounts.points)
        head = level_head(column.name, highest)
        label = head.label if head else column.name
        if head and head.low is not None:
            return Level(label, head.low, head.high, text)
        if (band := level_head(text, highest)) and band.low is not None:
            return Level(label, band.low, band.high, "")
        found = _BAND.match(text)
        own = level_head(found[1], highest) if found else None
        if found and own and own.low is not None:
            return Level(label, own.low, own.high, text[found.end() :])
        return Level(label, None, None, text)

    def _level_rows(self, rows: Sequence[Block], question: Question, aside: Aside, titled: str) -> None:
        """A level a row; a criterion begins where its title stands."""
        for row in rows:
            title = self._first(row, titled) if titled else ""
            if title or not question.rubric:
                begun = self._points(row, aside, pointed=False)
                begun.title = title
                question.rubric.append(begun)
            criterion = question.rubric[-1]
            named = [text for _, text in self._texts(row, "level_name", "level_band")]
            head = level_head(" ".join(f"({t})" if i else t for i, t in enumerate(named)), criterion.points)
            words = "\n".join(text for _, text in self._texts(row, "level_words", "detail"))
            if head and (named or words):
                criterion.levels.append(Level(head.label, head.low, head.high, words))
            elif named or words:
                criterion.detail = "\n".join(filter(None, [criterion.detail, " ".join(named), words]))

    def _key_points(self, rows: Sequence[Block], question: Question, aside: Aside) -> None:
        for row in rows:
            text = " ".join(t for _, t in self._texts(row, "key_points"))
            points = self._points(row, aside, pointed=True).points
            if text or points is not None:
                question.key_points.append(Item(text, points))


def _more_detail(question: Question, detail: str) -> None:
    if question.rubric:
        question.rubric[-1].detail = "\n".join(filter(None, [question.rubric[-1].detail, detail]))
    else:
        question.analysis.append(detail)
