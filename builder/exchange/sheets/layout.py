"""A bank's data as tables: which cell of which row shows which value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from builder.content.source import Path_
from builder.exchange.sheets.columns import Column, Form, Sheet, sheets
from builder.exchange.sheets.lexicon import Lexicon, lexicon_of
from builder.exchange.sheets.notation import shown

Data = Mapping[str, Any]


@dataclass(frozen=True)
class Slot:
    """What a cell shows: the value at a path of the bank's data, or text of no value."""

    text: str
    kind: str
    path: Path_ = ()
    value: Any = None
    default: Any = None


@dataclass(frozen=True)
class Row:
    """A row and its cells by column; `key` is what its columns of kind `key` say, parted by a slash."""

    key: str
    path: Path_
    slots: Mapping[str, Slot]


@dataclass(frozen=True)
class Table:
    """One sheet of a bank."""

    sheet: Sheet
    columns: tuple[Column, ...]
    rows: Sequence[Row]

    def row(self, key: str) -> Row | None:
        """The row of that key."""
        return next((row for row in self.rows if row.key == key), None)


def tables_of(data: Data, form: Form | None = None) -> list[Table]:
    """The tables of a bank: for a CSV file that of its questions alone, without a form with all columns there are."""
    lexicon = lexicon_of(data)
    return [
        _table(sheet, data, lexicon, form) for sheet in sheets() if form != "csv" or sheet.id == "questions"
    ]


def _table(sheet: Sheet, data: Data, lexicon: Lexicon, form: Form | None) -> Table:
    levels = [len(c.get("levels", ())) for _, _, q in questions_of(data) for c in q.get("rubric", ())]
    columns = tuple(
        c for c in sheet.with_levels(max(levels, default=0)) if form in (None, "md") or c.only in (None, form)
    )
    hidden = {setting.id for setting in sheet.settings if setting.only not in (None, form)}
    rows = [
        _row(columns, parts, path, data, lexicon, sheet)
        for parts, path in _ROWS[sheet.id](data)
        if parts[0] not in hidden
    ]
    return Table(sheet, columns, rows)


Found = Iterator[tuple[tuple[str, ...], Path_]]


def questions_of(data: Data) -> Iterator[tuple[Path_, dict[str, Any], dict[str, Any]]]:
    """Every question with its path and its section."""
    for i, section in enumerate(data["sections"]):
        for j, question in enumerate(section["questions"]):
            yield ("sections", i, "questions", j), section, question


def _questions(data: Data) -> Found:
    for path, _, question in questions_of(data):
        yield (question["id"],), path


def _criteria(data: Data) -> Found:
    for path, _, question in questions_of(data):
        for i, criterion in enumerate(question.get("rubric", ())):
            yield (question["id"], criterion["id"]), (*path, "rubric", i)


def _samples(data: Data) -> Found:
    for path, _, question in questions_of(data):
        seen: list[str] = []
        for i, sample in enumerate(question.get("calibration", ())):
            seen.append(sample["level"])
            again = seen.count(sample["level"])
            name = shown("level", sample["level"], lexicon_of(data))
            yield (question["id"], name if again == 1 else f"{name} {again}"), (*path, "calibration", i)


def _sections(data: Data) -> Found:
    for i, section in enumerate(data["sections"]):
        yield (section["id"],), ("sections", i)


def _competencies(data: Data) -> Found:
    for i, competency in enumerate(data["competencies"]):
        yield (competency["id"],), ("competencies", i)


def _settings(data: Data) -> Found:
    for setting in next(sheet for sheet in sheets() if sheet.id == "settings").settings:
        if setting.keys[0] != "handout" or "handout" in data:
            yield (setting.id,), ()


_ROWS = {
    "questions": _questions,
    "criteria": _criteria,
    "samples": _samples,
    "sections": _sections,
    "competencies": _competencies,
    "settings": _settings,
}


def _row(
    columns: Sequence[Column], parts: tuple[str, ...], path: Path_, data: Data, lexicon: Lexicon, sheet: Sheet
) -> Row:
    keys = iter(parts)
    slots = {}
    for column in columns:
        if column.is_key:
            slots[column.id] = Slot(next(keys), "key")
        elif column.kind in ("info", "section"):
            slots[column.id] = Slot(_about(column, parts, path, data, lexicon), column.kind)
        else:
            slots[column.id] = slot_at(_meant(column, parts, sheet), path, parts, data, lexicon)
    return Row("/".join(parts), path, slots)


def _meant(column: Column, parts: tuple[str, ...], sheet: Sheet) -> Column:
    """The column itself, or the setting of the row."""
    return next(s for s in sheet.settings if s.id == parts[0]) if column.kind == "setting" else column


def slot_at(column: Column, path: Path_, parts: tuple[str, ...], data: Data, lexicon: Lexicon) -> Slot:
    """The cell of a column in the row of the value at `path`."""
    at = (*path, *column.keys)
    if column.id == "for_candidates":
        at = ("handout", "competency_notes", parts[0])
    value = value_at(data, at)
    return Slot(shown(column.kind, value, lexicon, column.default), column.kind, at, value, column.default)


def _about(column: Column, parts: tuple[str, ...], path: Path_, data: Data, lexicon: Lexicon) -> str:
    """What a cell says for information: the section, a question in short, a setting's name."""
    if column.kind == "section":
        return lexicon.section_name(data["sections"][path[1]]["id"])
    if not path:
        setting = next(s for sheet in sheets() for s in sheet.settings if s.id == parts[0])
        return setting.heading(data["locale"]).replace("\n", "" if lexicon.zh else " ")
    question = value_at(data, path[:4])
    return str(question.get("title") or question["stem"])[:40].split("\n")[0]


def value_at(data: Any, path: Path_) -> Any:
    """The value there, or None."""
    for part in path:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return None
    return data
