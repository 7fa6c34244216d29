"""Tables of questions as people draw them: a title above the header, rows that head a section, questions of several rows."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence

from builder.importers.blocks import Block, Kind
from builder.importers.understanding.cues import asks, is_title
from builder.importers.understanding.flow import skeleton_of
from builder.importers.understanding.ruled.cells import bare_number, canonical, label_of, level_of, points_of

_LISTED = re.compile(r"\s*(\d{1,3})\s*[.、．)）]\s*")
HEADER_WITHIN = 4
"""Rows among which the header is looked for."""
_LISTS = frozenset({"rubric", "key_points", "criterion", "competencies"})
_SECTION = re.compile(
    r"[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十]\)|第.{1,3}(?:部分|环节|单元|模块)|(?:part|section) ",
    re.IGNORECASE,
)


def header_of(rows: Sequence[Block]) -> tuple[int, list[str]] | None:
    """Which row heads the columns, -1 where none does, and what they hold; None where no column holds questions."""
    for i, row in enumerate(rows[: min(HEADER_WITHIN, len(rows) - 1)]):
        columns = [label_of(cell) for cell in row.cells]
        told = [cell for cell in row.cells if cell.strip()]
        if "stem" not in columns and any(columns) and all(_heads_column(cell) for cell in told):
            columns = _with_asking_column(columns, rows[i + 1 :])
        known = set(filter(None, columns))
        if "stem" in known and len(known) >= 2 and len(told) <= 2 * len([x for x in columns if x]):
            return i, columns
    return _unheaded(rows)


def _with_asking_column(columns: list[str], rows: Sequence[Block]) -> list[str]:
    """The columns, one of unknown meaning in which most cells ask being the questions."""
    for i, part in enumerate(columns):
        cells = [row.cells[i] for row in rows if i < len(row.cells) and row.cells[i].strip()]
        if not part and cells and sum(_asks(cell) for cell in cells) * 5 >= len(cells) * 3:
            return [*columns[:i], "stem", *columns[i + 1 :]]
    return columns


def _heads_column(cell: str) -> bool:
    return is_title(skeleton_of(cell)) and level_of(cell) is None


def _asks(cell: str) -> bool:
    words = skeleton_of(cell)
    return "?" in words or asks(words[:12])


def _unheaded(rows: Sequence[Block]) -> tuple[int, list[str]] | None:
    """A table without a header: numbers, questions, and what stands beside them, which is their answers."""
    width = len(rows[0].cells)
    numbers = [bare_number(row.cells[0]) for row in rows]
    if width not in (2, 3) or len(rows) < 2 or numbers != list(range(1, len(rows) + 1)):
        return None
    columns = _with_asking_column(["number", *[""] * (width - 1)], rows)
    return (-1, columns if width == 2 else ["number", "stem", "answer"]) if columns[1] == "stem" else None


def plain_table(rows: Sequence[Block], at: int, columns: Sequence[str]) -> Iterator[Block]:
    """The table as one with a header above and a question a row, its titles and sections as lines around such tables."""
    for row in rows[: max(at, 0)]:
        yield _line(row, "  ".join(cell for cell in row.cells if cell.strip()))
    names = rows[at].cells if at >= 0 else [""] * len(columns)
    cells = tuple(canonical(cell, part) for cell, part in zip(names, columns, strict=False))
    header = dataclasses.replace(rows[max(at, 0)], cells=cells, text="\t".join(cells))
    pending: list[list[Block]] = []
    for row in _without_numbers(rows[at + 1 :], columns):
        if _is_total(row):
            yield _line(row, _words(row))
        elif _heads_section(row, columns):
            yield from _table(header, columns, pending)
            pending = []
            yield Block(_words(row), Kind.HEADING, 2, place=row.place, start=row.start, end=row.end)
        elif pending and _continues(row, columns):
            pending[-1].append(row)
        elif _words(row) and bare_number(_words(row)) is None:
            pending.append([row])
    yield from _table(header, columns, pending)


def overview(rows: Sequence[Block], at: int, columns: Sequence[str], words: str) -> bool:
    """The table only lists questions that stand elsewhere in the document, whose words are given."""
    stem = columns.index("stem")
    titles = [
        "".join(row.cells[stem].split())
        for row in rows[at + 1 :]
        if stem < len(row.cells) and not _is_total(row)
    ]
    told = [title for title in titles if title]
    return len(told) >= 2 and sum(title in words for title in told) * 5 >= len(told) * 4


def _without_numbers(rows: Sequence[Block], columns: Sequence[str]) -> Sequence[Block]:
    """The rows without the numbers 1. 2. 3. before their questions, where all of them have one."""
    at = columns.index("stem")
    found = [_LISTED.match(row.cells[at]) for row in rows if at < len(row.cells) and row.cells[at].strip()]
    numbers = [int(match[1]) for match in found if match]
    if len(numbers) < len(found) or numbers != list(range(1, len(numbers) + 1)):
        return rows
    return [
        _with_cell(row, at, _LISTED.sub("", row.cells[at])) if at < len(row.cells) else row for row in rows
    ]


def _with_cell(row: Block, at: int, text: str) -> Block:
    cells = (*row.cells[:at], text, *row.cells[at + 1 :])
    return dataclasses.replace(row, cells=cells, text="\t".join(cells))


def _table(header: Block, columns: Sequence[str], questions: Sequence[Sequence[Block]]) -> Iterator[Block]:
    if questions:
        yield Block("", place=header.place, start=header.start, end=header.end)
        yield header
        above: tuple[str, ...] = ()
        for rows in questions:
            cells = rows[0].cells if len(rows) == 1 else _merged(rows, columns)
            cells = _carried(cells, above, columns)
            above = cells
            yield dataclasses.replace(rows[0], cells=cells, text="\t".join(cells))
        yield Block("", place=header.place, start=header.start, end=header.end)


def _carried(cells: tuple[str, ...], above: tuple[str, ...], columns: Sequence[str]) -> tuple[str, ...]:
    """The cells, what is assessed being as above where it is said only once for several questions."""
    filled = list(cells)
    for i, part in enumerate(columns[: len(above)]):
        if part in ("competencies", "type") and i < len(cells) and not cells[i].strip():
            filled[i] = above[i]
    return tuple(filled)


def _merged(rows: Sequence[Block], columns: Sequence[str]) -> tuple[str, ...]:
    """The cells of a question's rows, one below the other; points in each row belong to what they stand beside."""
    grid = [[row.cells[i] if i < len(row.cells) else "" for row in rows] for i in range(len(columns))]
    worth = next(
        (i for i, part in enumerate(columns) if part == "points" and sum(map(bool, grid[i])) > 1), None
    )
    listed = next(
        (i for i, part in enumerate(columns) if part in _LISTS and sum(map(bool, grid[i])) > 1), None
    )
    if (
        worth is not None
        and listed is not None
        and all(not p or points_of(p) is not None for p in grid[worth])
    ):
        grid[listed] = [
            f"{text}（{points.rstrip('分 ')}分）" if text and points else text
            for text, points in zip(grid[listed], grid[worth], strict=True)
        ]
        grid[worth] = []
    return tuple("\n".join(cell for cell in column if cell.strip()) for column in grid)


def _heads_section(row: Block, columns: Sequence[str]) -> bool:
    told = [i for i, cell in enumerate(row.cells) if cell.strip()]
    if len(told) != 1 or len(columns) < 2 or told[0] >= len(columns):
        return False
    words = skeleton_of(_words(row))
    if bare_number(words) is not None or len(words) > 60:
        return False
    return (told[0] == 0 and columns[0] != "stem") or _SECTION.match(words) is not None


def _is_total(row: Block) -> bool:
    return any(label_of(cell) == "total" for cell in row.cells[:2])


def _continues(row: Block, columns: Sequence[str]) -> bool:
    """It has no question and no number of its own: cells above it reach down into it."""
    own = [
        cell for part, cell in zip(columns, row.cells, strict=False) if part in ("stem", "number", "section")
    ]
    return bool(_words(row)) and not any(cell.strip() for cell in own)


def _words(row: Block) -> str:
    return "  ".join(cell.strip() for cell in row.cells if cell.strip())


def _line(row: Block, text: str) -> Block:
    return Block(text, bold_lead=text, place=row.place, start=row.start, end=row.end)
