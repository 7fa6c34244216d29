"""Tables with a question a row: each row is unfolded into the lines it would be in running text."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from builder.importers.blocks import Block, Kind
from builder.importers.flow import skeleton_of
from builder.importers.labels import part_of

_NUMBERS = ("题号", "序号", "编号", "no.", "no", "#", "number", "id", "nr")
_SECTIONS = ("部分", "类别", "模块", "环节", "板块", "section", "part", "category")
_ORDER = (
    "type",
    "points",
    "answer_minutes",
    "think_minutes",
    "competencies",
    "difficulty",
    "scenario",
    "stem",
    "task",
)


def unfolded(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with every table of questions unfolded; other tables stay as they are."""
    done: list[Block] = []
    i = 0
    while i < len(blocks):
        end = i
        while end < len(blocks) and blocks[end].kind is Kind.TABLE_ROW:
            end += 1
        rows = [b for b in blocks[i:end] if b.cells]
        header = [_column(cell) for cell in rows[0].cells] if len(rows) > 1 else []
        if "stem" in header:
            done += _unfold(rows, header)
            i = end
        else:
            done += blocks[i : max(end, i + 1)]
            i = max(end, i + 1)
    return done


def _column(cell: str) -> str:
    """What a column holds, by its header: a part of a question, `number` or `section`; empty where it is unknown."""
    name = skeleton_of(cell).strip(" *:").lower()
    if name in _NUMBERS:
        return "number"
    if name in _SECTIONS:
        return "section"
    return part_of(name.partition("(")[0].strip()) or ""


def _unfold(rows: Sequence[Block], header: Sequence[str]) -> Iterator[Block]:
    names = [cell.strip(" *:：") for cell in rows[0].cells]
    yield dataclasses.replace(rows[0], text="", cells=())
    section = ""
    for number, row in enumerate(rows[1:], 1):
        cells = [
            (part, name, cell)
            for part, name, cell in zip(header, names, row.cells, strict=False)
            if cell.strip()
        ]
        here = next((cell for part, _, cell in cells if part == "section"), "")
        if here and here != section:
            section = here
            yield _line(row, here, Kind.HEADING)
        yield _line(row, f"Question {number}:", Kind.PARAGRAPH)
        cells.sort(key=lambda c: _ORDER.index(c[0]) if c[0] in _ORDER else len(_ORDER))
        for part, name, cell in cells:
            if part not in ("number", "section"):
                yield _line(row, f"{name}：{cell}", Kind.PARAGRAPH)


def _line(row: Block, text: str, kind: Kind) -> Block:
    level = 2 if kind is Kind.HEADING else 0
    return Block(text, kind, level, place=row.place, start=row.start, end=row.end)
