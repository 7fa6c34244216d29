"""Which tables of a manuscript are forms, rubrics or questions, drawn by hand, and the lines that they stand for."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from builder.importers.blocks import Block, Kind
from builder.importers.understanding.cues import is_title
from builder.importers.understanding.flow import skeleton_of
from builder.importers.understanding.lexicon import part_of
from builder.importers.understanding.ruled.asked import header_of, overview, plain_table
from builder.importers.understanding.ruled.cells import label_of, labelled
from builder.importers.understanding.ruled.form import asked_in, form_lines, is_form
from builder.importers.understanding.ruled.rubric import rubric_of

_LISTS = frozenset({"red_flags", "common_errors", "probes"})
"""Parts that a table may list, a row an item."""
_ANNOUNCED = frozenset({"rubric", "key_points"})


def unruled(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with such tables as the lines, or the plainer tables, that they would be; others stay as they are."""
    stretches = list(_stretches(blocks))
    titled = _are_titled(stretches)
    words = "".join("".join(block.text.split()) for block in blocks if block.kind is not Kind.TABLE_ROW)
    done: list[Block] = []
    for stretch in stretches:
        rows = [row for row in stretch if any(cell.strip() for cell in row.cells)]
        if stretch and stretch[0].kind is Kind.TABLE_ROW and rows:
            done += list(_lines(rows, done, words, titled=titled)) or rows
        else:
            done += stretch
    return done


def _stretches(blocks: Sequence[Block]) -> Iterator[Sequence[Block]]:
    """Tables, and what stands between them."""
    for _, stretch in itertools.groupby(blocks, key=lambda block: block.kind is Kind.TABLE_ROW):
        yield list(stretch)


def _are_titled(stretches: Sequence[Sequence[Block]]) -> bool:
    """A heading or a numbered line stands right above every form: it is the title of the one question in it."""
    forms = [
        (above, [row for row in rows if any(row.cells)])
        for above, rows in itertools.pairwise([[], *stretches])
        if rows and rows[0].kind is Kind.TABLE_ROW and is_form(rows)
    ]
    return len(forms) >= 2 and all(_ends_in_title(above) and asked_in(rows) == 1 for above, rows in forms)


def _ends_in_title(above: Sequence[Block]) -> bool:
    last = next((block for block in reversed(above) if block.text.strip()), None)
    if last is None or not is_title(skeleton_of(last.text)):
        return False
    return (
        last.kind is Kind.HEADING
        or re.match(r"[(第]?[\d一二三四五六七八九十]+[.、)题]", skeleton_of(last.line)) is not None
    )


def _lines(rows: Sequence[Block], before: Sequence[Block], words: str, *, titled: bool) -> Iterator[Block]:
    if is_form(rows):
        for row, text, heads in form_lines(rows, titled=titled):
            yield _line(row, text, heads=heads)
    elif (header := header_of(rows)) is not None:
        plain = list(plain_table(rows, *header))
        asked = any(block.kind is Kind.TABLE_ROW for block in plain) and not overview(rows, *header, words)
        yield from plain if asked else (_line(row, row.text) for row in rows)
    elif label_of(rows[0].cells[0]) in _LISTS and len(rows) > 1:
        yield _line(rows[0], labelled(rows[0].cells[0], ""))
        yield from (_line(row, f"- {_item(row)}") for row in rows[1:])
    elif (lines := rubric_of(rows)) is not None:
        if not _is_announced(before):
            yield _line(rows[0], _label(rows))
        for line in lines:
            yield _line(rows[0], line)


def _item(row: Block) -> str:
    """The first cell, the others in brackets behind it."""
    first, *others = [" ".join(cell.split()) for cell in row.cells if cell.strip()]
    return f"{first}（{'，'.join(others)}）" if others else first


def _is_announced(before: Sequence[Block]) -> bool:
    """The last words above the table say that a rubric follows."""
    words = next((block.text for block in reversed(before) if block.text.strip()), "")
    bare = re.sub(r"\([^()]*\)", "", skeleton_of(words.rpartition("\n")[2]))
    return part_of(bare.strip(" *:[]").lower()) in _ANNOUNCED


def _label(rows: Sequence[Block]) -> str:
    """What announces the rubric: the word that heads its criteria where it is one, or one of ours."""
    words = "".join(cell for row in rows for cell in row.cells)
    named = [cell for cell in rows[0].cells if label_of(cell) in _ANNOUNCED]
    if named and label_of(named[0]) == "key_points":
        return f"{named[0]}："
    return "Scoring:" if words.isascii() else "评分标准："


def _line(row: Block, text: str, *, heads: bool = False) -> Block:
    return Block(text, bold_lead=text if heads else "", place=row.place, start=row.start, end=row.end)
