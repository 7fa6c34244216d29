"""A bank as a Markdown document that reads well and is read back without loss.

What a heading stands for is in a comment at its end, which no reader sees; long texts are quotations, so that nothing
in them is taken for a part of the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from builder.exchange.editing.values import number_text
from builder.exchange.sheets.cell_text import groups_of
from builder.exchange.sheets.columns import Column, sheet_of
from builder.exchange.sheets.layout import Data, Row, Slot, Table, tables_of
from builder.exchange.sheets.lexicon import Lexicon, is_parted, lexicon_of
from builder.exchange.sheets.rubric_text import show_band
from builder.importers.understanding.numerals import DIGITS
from builder.words import words

LISTED = ("lines", "key_points", "red_flags", "anchors", "changes")
PARTED = ("competencies", "tags")
"""Names that stand on one line, unless there are commas in them."""
TIMES = ("think_minutes", "answer_minutes")
IN_HEADING = ("title", "name", "points", "minutes", "draw", "weight")


def markdown_text(data: Data, marking: str) -> str:
    """The whole bank: settings and handout, competencies, then section by section the questions with all of theirs."""
    writer = _Writer(data, {table.sheet.id: table for table in tables_of(data, "md")}, lexicon_of(data))
    lines = "\n".join(writer.document(marking))
    return re.sub(r"\n{3,}", "\n\n", lines).strip() + "\n"


class _Writer:
    def __init__(self, data: Data, tables: Mapping[str, Table], lexicon: Lexicon) -> None:
        self._data = data
        self._tables = tables
        self._lexicon = lexicon
        self._zh = lexicon.zh
        self._colon = "：" if self._zh else ": "

    def document(self, marking: str) -> Iterator[str]:
        bank_id, locale = self._data["id"], self._data["locale"]
        yield f"# {self._data['title']} <!-- packs/1 {bank_id} {locale} -->"
        notice = words("{marking} · holds answers and scoring", marking=marking)
        yield from ("", f"*{notice.in_language('zh' if self._zh else 'en')}*", "")
        yield f"## {self._tables['settings'].sheet.name(locale)} <!-- settings -->"
        yield ""
        names = {setting.id: self._name(setting) for setting in sheet_of("settings").settings}
        settings = [row for row in self._tables["settings"].rows if row.key != "title"]
        yield from self._each([(names[row.key], row.slots["value"]) for row in settings])
        yield from ("", f"## {self._tables['competencies'].sheet.name(locale)} <!-- competencies -->")
        for row in self._tables["competencies"].rows:
            name, weight = row.slots["name"].text, row.slots["weight"].text
            bracket = self._bracket([f"{weight}%"])
            yield from ("", f"### {name}{bracket} <!-- competency {row.key} -->", "")
            yield from self._fields(self._tables["competencies"], row)
        for number, row in enumerate(self._tables["sections"].rows, 1):
            yield from self._section(number, row)

    def _section(self, number: int, row: Row) -> Iterator[str]:
        points, minutes, draw = (row.slots[key] for key in ("points", "minutes", "draw"))
        amounts = (
            [f"{points.text}分", f"{minutes.text}分钟"]
            if self._zh
            else [f"{points.text} points", f"{minutes.text} minutes"]
        )
        if draw.value not in (None, "all"):
            amounts.append(f"抽{draw.text}题" if self._zh else f"draw {draw.text}")
        ordinal = f"{_han(number)}、" if self._zh else f"Part {number}: "
        title = row.slots["title"].text
        yield from ("", f"## {ordinal}{title}{self._bracket(amounts)} <!-- section {row.key} -->")
        at = 0
        for question in self._tables["questions"].rows:
            if question.path[1] == row.path[1]:
                at += 1
                yield from self._question(at, question)

    def _question(self, number: int, row: Row) -> Iterator[str]:
        points = row.slots["points"].text
        bracket = self._bracket([f"{points}分" if self._zh else f"{points} points"])
        ordinal = f"题目{number}：" if self._zh else f"Question {number}: "
        yield from ("", f"### {ordinal}{row.slots['title'].text}{bracket} <!-- question {row.key} -->", "")
        yield from self._fields(self._tables["questions"], row)

    def _fields(self, table: Table, row: Row) -> Iterator[str]:
        shown = [c for c in table.columns if not c.is_key and c.kind not in ("section", "info")]
        yield from self._each([(self._name(c), row.slots[c.id]) for c in shown if c.id not in IN_HEADING])

    def _each(self, fields: list[tuple[str, Slot]]) -> Iterator[str]:
        """What has a value: first what fits on a line, so that it is not taken for items of a list."""
        filled = [(name, slot) for name, slot in fields if slot.value not in (None, [])]
        for name, slot in sorted(filled, key=lambda field: not _is_short(field[1])):
            yield from self._field(name, slot)

    def _field(self, name: str, slot: Slot) -> Iterator[str]:
        if _is_short(slot):
            comma = "、" if self._zh else ", "
            unit = ("分钟" if self._zh else " minutes") if slot.path[-1] in TIMES else ""
            yield f"- {name}{self._colon}{comma.join(slot.text.splitlines())}{unit}"
        elif slot.kind == "rubric":
            yield from self._rubric(name, slot.value)
        elif slot.kind == "calibration":
            yield from self._samples(name, slot.text)
        elif slot.kind in (*LISTED, *PARTED):
            yield from ("", f"**{name}{self._colon.rstrip()}**", "")
            yield from (
                "\n".join([f"- {head}", *("  " + line for line in body)])
                for head, body in groups_of(slot.text)
            )
            yield ""
        else:
            yield from ("", f"**{name}{self._colon.rstrip()}**", "")
            yield from _quoted(slot.text)
            yield ""

    def _samples(self, name: str, text: str) -> Iterator[str]:
        yield from ("", f"**{name}{self._colon.rstrip()}**", "")
        for head, body in groups_of(text):
            yield from (head, "")
            yield from _quoted("\n".join(body))
            yield ""

    def _rubric(self, name: str, criteria: list[dict[str, Any]]) -> Iterator[str]:
        """A table, a row a criterion; the headings of its levels are their labels where all criteria share them."""
        columns = sheet_of("criteria").with_levels(max(len(c["levels"]) for c in criteria))
        labels = [[level["label"] for level in c["levels"]] for c in criteria]
        heads = [self._name(c) for c in columns if c.id in ("title", "points", "competency")]
        numbered = [self._name(c) for c in columns if c.kind == "band"]
        longest = max(labels, key=len)
        same = all(label == longest for label in labels)
        heads += longest if same else numbered[: len(longest)]
        yield from ("", f"**{name}{self._colon.rstrip()}**", "")
        yield _table_row(heads)
        yield _table_row(["---"] * len(heads))
        for criterion in criteria:
            levels = [
                f"{show_band(level, self._lexicon)}{self._colon}{level['descriptor'].strip()}"
                for level in criterion["levels"]
            ]
            competency = self._lexicon.competency_name(criterion["competency"])
            marked = f"{criterion['title']} <!-- {criterion['id']} -->"
            cells = [marked, number_text(criterion["points"]), competency, *levels]
            yield _table_row([*cells, *[""] * (len(heads) - len(cells))])
        yield ""

    def _name(self, column: Column) -> str:
        return column.zh if self._zh else column.en

    def _bracket(self, amounts: list[str]) -> str:
        return f"（{'，'.join(amounts)}）" if self._zh else f" ({', '.join(amounts)})"


def _is_short(slot: Slot) -> bool:
    """Whether the value stands on a line with its name."""
    if slot.kind in (*LISTED, "text", "rubric", "calibration"):
        return False
    if slot.kind in PARTED:
        return not any(is_parted(name) for name in slot.text.split("\n"))
    return "\n" not in slot.text


def _han(number: int) -> str:
    """1 → 一, 12 → 十二, 20 → 二十."""
    tens, ones = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else DIGITS[tens] + "十"
    return head + (DIGITS[ones] if ones or not tens else "")


def _quoted(text: str) -> Iterator[str]:
    yield from (f"> {line}" if line else ">" for line in text.split("\n"))


def _table_row(cells: list[str]) -> str:
    escaped = (cell.replace("\\", "\\\\").replace("|", "\\|").replace("\n", "<br>") for cell in cells)
    return f"| {' | '.join(escaped)} |"
