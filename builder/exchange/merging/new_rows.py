"""Rows that somebody added to a sheet → new entries of the bank."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from builder.content.roster.rows import cell_finding
from builder.content.source import Path_
from builder.exchange.merging.finishing import finish_question, in_order
from builder.exchange.merging.outcome import Addition, Outcome
from builder.exchange.merging.putting import put, without_empty_levels
from builder.exchange.returning.recognising import ReturnedRow, ReturnedTable
from builder.exchange.sheets.layout import questions_of
from builder.exchange.sheets.lexicon import Lexicon, MisreadError, lexicon_of
from builder.exchange.sheets.notation import read
from builder.words import Words, words

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")


def add_rows(returned: ReturnedTable, rows: Sequence[ReturnedRow], outcome: Outcome) -> None:
    """Puts the entries at the end of the list that they belong to."""
    for row in rows:
        adding = _ADDING.get(returned.sheet.id)
        lexicon = lexicon_of(outcome.data)
        if adding is None:
            outcome.notes.append(words("there is no setting “{id}”; its row is left out", id=row.text("key")))
        elif (data := _read_row(row, returned, lexicon, outcome)) is not None:
            adding(data, row, returned, outcome)


def _read_row(
    row: ReturnedRow, returned: ReturnedTable, lexicon: Lexicon, outcome: Outcome
) -> dict[str, Any] | None:
    """What the cells of a row say; None where one of them cannot be read."""
    data: dict[str, Any] = {}
    sound = True
    for name, column in returned.columns.items():
        cell = row.cells[name]
        if column.kind in ("key", "info", "section") or not cell.text or name == "for_candidates":
            continue
        try:
            if cell.formula:
                raise MisreadError(words("the cell holds a formula"), words("paste its value"))
            value = read(column.kind, cell.text, lexicon)
        except MisreadError as error:
            outcome.problems.append(cell_finding("SHEET-CELL", cell, error.sentence, error.hint))
            sound = False
        else:
            put(data, column.keys, value, is_part=column.kind == "band")
    without_empty_levels(data)
    return data if sound else None


def _add_question(data: dict[str, Any], row: ReturnedRow, returned: ReturnedTable, outcome: Outcome) -> None:
    if not data.get("stem"):
        _refuse(row, "stem", words("a new question without its words"), words("fill the stem in"), outcome)
        return
    i = _section_for(row, returned, outcome)
    if i is None:
        return
    section = outcome.data["sections"][i]
    taken = [question["id"] for _, _, question in questions_of(outcome.data)]
    siblings = [question["id"] for question in section["questions"]]
    name = _new_id(row, "id", taken, siblings, outcome)
    if name is None:
        return
    path: Path_ = ("sections", i, "questions", len(section["questions"]))
    question = finish_question({"id": name, **data}, path, outcome)
    section["questions"].append(question)
    _note(row, returned, path, outcome)
    outcome.additions.append(
        Addition(words("new question"), name, data["stem"], path, question.get("status") == "draft")
    )


def _section_for(row: ReturnedRow, returned: ReturnedTable, outcome: Outcome) -> int | None:
    """Number of the section that the row names; where it names none, that of the row above."""
    lexicon = lexicon_of(outcome.data)
    rows = returned.rows[: returned.rows.index(row) + 1]
    named = next((text for r in reversed(rows) if (text := r.text("section"))), "")
    found = lexicon.section(named) if named else list(lexicon.sections)[-1]
    if found is None:
        sentence = words("there is no section “{title}”", title=named[:40])
        _refuse(row, "section", sentence, words("add it to the sheet of sections, or name another"), outcome)
        return None
    return list(lexicon.sections).index(found)


def _add_criterion(data: dict[str, Any], row: ReturnedRow, returned: ReturnedTable, outcome: Outcome) -> None:
    _add_part(data, row, returned, outcome, "rubric", words("new criterion"))


def _add_sample(data: dict[str, Any], row: ReturnedRow, returned: ReturnedTable, outcome: Outcome) -> None:
    try:
        data = {"level": read("level", row.text("level"), lexicon_of(outcome.data)), **data}
    except MisreadError as error:
        _refuse(row, "level", error.sentence, error.hint, outcome)
        return
    _add_part(data, row, returned, outcome, "calibration", words("new sample answer"))


def _add_part(
    data: dict[str, Any], row: ReturnedRow, returned: ReturnedTable, outcome: Outcome, key: str, kind: Words
) -> None:
    """Puts a criterion or a sample into the question that its row names."""
    wanted = row.text("question")
    where = next(((p, q) for p, _, q in questions_of(outcome.data) if q["id"] == wanted), None)
    if where is None:
        sentence = words("there is no question “{id}”", id=wanted[:40])
        _refuse(row, "question", sentence, words("write the id of a question of this bank"), outcome)
        return
    path, question = where
    parts = question.setdefault(key, [])
    if key == "rubric":
        name = _new_id(row, "id", [part["id"] for part in parts], [], outcome, "c-1")
        if name is None:
            return
        data = {"id": name, **data}
        data = {k: data[k] for k in ("id", "title", "points", "competency", "levels") if k in data}
    at = (*path, key, len(parts))
    parts.append(data)
    ordered = in_order(question, outcome)
    question.clear()
    question.update(ordered)
    _note(row, returned, at, outcome)
    name = f"{wanted}/{data.get('id', data.get('level'))}"
    outcome.additions.append(Addition(kind, name, str(data.get("title", data.get("answer", ""))), at))


def _add_section(data: dict[str, Any], row: ReturnedRow, returned: ReturnedTable, outcome: Outcome) -> None:
    _add_to_list(data, row, returned, outcome, "sections", words("new section"))


def _add_competency(
    data: dict[str, Any], row: ReturnedRow, returned: ReturnedTable, outcome: Outcome
) -> None:
    _add_to_list(data, row, returned, outcome, "competencies", words("new competency"))


def _add_to_list(
    data: dict[str, Any], row: ReturnedRow, returned: ReturnedTable, outcome: Outcome, key: str, kind: Words
) -> None:
    entries = outcome.data[key]
    ids = [entry["id"] for entry in entries]
    name = _new_id(row, "id", ids, [], outcome, "s-1" if key == "sections" else "competency-1")
    if name is None:
        return
    path: Path_ = (key, len(entries))
    entry = {"id": name, **data}
    entries.append({**entry, "questions": []} if key == "sections" else entry)
    if "handout" in outcome.data and (note := row.text("for_candidates")):
        put(outcome.data, ("handout", "competency_notes", name), note)
    _note(row, returned, path, outcome)
    outcome.additions.append(Addition(kind, name, str(data.get("title") or data.get("name") or ""), path))


def _new_id(
    row: ReturnedRow,
    column: str,
    taken: Iterable[str],
    siblings: Sequence[str],
    outcome: Outcome,
    first: str = "q-01",
) -> str | None:
    """The id that the row gives, or one that follows its siblings'; None where the given one is none."""
    given = row.text(column)
    if given and not _ID.fullmatch(given):
        sentence = words("“{id}” cannot be an id", id=given[:40])
        hint = words("use lower-case letters, digits and hyphens, or leave it empty")
        _refuse(row, column, sentence, hint, outcome)
        return None
    taken = set(taken)
    if given and given not in taken:
        return given
    return following_id(siblings[-1] if siblings else first, taken)


def following_id(last: str, taken: Iterable[str]) -> str:
    """The next id after one such as qa-m-07 that is free."""
    used = set(taken)
    match = re.fullmatch(r"(.*?)(\d*)", last)
    assert match is not None
    stem, digits = (match[1], match[2]) if match[2] else (f"{last[:58]}-", "1")
    number = int(digits) if match[2] else 2
    while (name := f"{stem}{number:0{len(digits)}}") in used:
        number += 1
    return name


def _refuse(row: ReturnedRow, column: str, sentence: Words, hint: Words, outcome: Outcome) -> None:
    outcome.problems.append(cell_finding("SHEET-ROW", row.cells.get(column, row.place), sentence, hint))


def _note(row: ReturnedRow, returned: ReturnedTable, path: Path_, outcome: Outcome) -> None:
    """Remembers which cells the entry comes from."""
    outcome.cells[path] = row.place
    for name, column in returned.columns.items():
        outcome.cells.setdefault((*path, *column.keys), row.cells[name])


_ADDING = {
    "questions": _add_question,
    "criteria": _add_criterion,
    "samples": _add_sample,
    "sections": _add_section,
    "competencies": _add_competency,
}
