"""What the end of a page must not part: a heading from its text, a signature from what it signs, a row."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from builder.errors import Severity
from builder.verify.expected import Expected
from builder.verify.fault import Fault
from builder.verify.opened import OpenedPdf
from builder.verify.paper.body import MM, drawn_on
from builder.verify.paper.sheets import Box, Sheet, hull
from builder.verify.pieces import Element, Piece
from builder.verify.wanted import squeezed, wanted
from builder.words import words

_BLOCKS = frozenset({*(f"/H{level}" for level in range(1, 7)), "/P", "/Caption", "/TR"})


def alone_at_the_foot(file: OpenedPdf, expected: Expected) -> Iterator[Fault]:
    """Headings, and small heads, that end a page while what they head begins the next one."""
    small = wanted(expected.document.html).small_heads
    hint = words("shorten what comes before it, or begin a new page with it")
    for (element, pieces), (_, following) in pairwise(_blocks(file)):
        if following[0].page == pieces[-1].page:
            continue
        text = "".join(squeezed(piece.text) for piece in pieces)
        is_head = element[0].startswith("/H") or text in small
        if is_head and not _goes_on(file, expected, pieces):
            sentence = words("the heading “{text}” stands alone at the foot of the page", text=_short(text))
            yield Fault("PAGE-HEADING", sentence, file.path, pieces[-1].page, hint, Severity.WARNING)


def alone_at_the_top(file: OpenedPdf, expected: Expected) -> Iterator[Fault]:
    """Lines for signatures that begin a page, parted from the last row or paragraph of what is signed."""
    signatures = wanted(expected.document.html).signatures
    hint = words("shorten what comes before it, so that a row or line stays with the signatures")
    for _, pieces in _blocks(file) if signatures else ():
        text = "".join(squeezed(piece.text) for piece in pieces)
        if text in signatures and pieces[0].page > 1 and not _something_above(file, expected, pieces):
            sentence = words("the line for signatures stands alone at the top of the page")
            yield Fault("PAGE-SIGNATURE", sentence, file.path, pieces[0].page, hint, Severity.WARNING)


def split_rows(file: OpenedPdf, expected: Expected) -> Iterator[Fault]:
    """Rows of tables, a rubric's levels above all, that begin on one page and end on another.

    The engine tags the two parts as two rows, so it takes the composed rows to tell them from whole ones.
    """
    asked = wanted(expected.document.html)
    hint = words("shorten the row, or let the table begin on a new page")
    for above, below in pairwise(_rows(file)):
        if below[0].page > above[-1].page and asked.is_parted(_cells(above), _cells(below)):
            text = _short(squeezed(above[0].text))
            sentence = words("a row of a table is split between two pages: “{text}”", text=text)
            yield Fault("PAGE-ROW", sentence, file.path, above[-1].page, hint, Severity.WARNING)


def _rows(file: OpenedPdf) -> list[list[Piece]]:
    """The rows of tables in reading order, without heads, which every page repeats, and marks of lists."""
    rows: dict[Element, list[Piece]] = {}
    for piece in file.pieces:
        tags = dict(piece.elements)
        if "/TR" in tags and "/THead" not in tags and "/Lbl" not in tags and piece.text.strip():
            rows.setdefault(("/TR", tags["/TR"]), []).append(piece)
    return list(rows.values())


def _cells(row: list[Piece]) -> tuple[str, ...]:
    cells: dict[tuple[int, int] | None, str] = {}
    for piece in row:
        tags = dict(piece.elements)
        cell = tags.get("/TD", tags.get("/TH"))
        cells[cell] = cells.get(cell, "") + squeezed(piece.text)
    return tuple(cells.values())


def _blocks(file: OpenedPdf) -> list[tuple[Element, list[Piece]]]:
    """Headings, paragraphs and rows in reading order, each with its pieces that have text."""

    def block(piece: Piece) -> Element:
        return next((e for e in reversed(piece.elements) if e[0] in _BLOCKS), ("", (0, 0)))

    told = (piece for piece in file.pieces if piece.text.strip())
    return [(element, list(pieces)) for element, pieces in groupby(told, key=block)]


def _goes_on(file: OpenedPdf, expected: Expected, head: list[Piece]) -> bool:
    """Whether anything is drawn between a heading and the foot of its page: room for notes has no text."""

    def seen(sheet: Sheet) -> bool:
        box = _place(sheet, head)
        foot = sheet.visible.bottom + expected.theme.page.bottom * MM
        return box is None or any(foot + 1 < other.top <= box.bottom + 1 for other in drawn_on(sheet, file))

    return any(map(seen, file.looks(head[-1].page)))


def _something_above(file: OpenedPdf, expected: Expected, signature: list[Piece]) -> bool:
    """Whether anything is drawn between the top margin and a line for signatures."""

    def seen(sheet: Sheet) -> bool:
        box = _place(sheet, signature)
        head = sheet.visible.top - expected.theme.page.top * MM
        return box is None or any(box.top - 1 <= other.bottom < head - 1 for other in drawn_on(sheet, file))

    return any(map(seen, file.looks(signature[0].page)))


def _place(sheet: Sheet, pieces: list[Piece]) -> Box | None:
    boxes = [box for p in pieces if p.page == sheet.page for box in sheet.tagged.get(p.number, [])]
    return hull(boxes) if boxes else None


def _short(text: str) -> str:
    return text if len(text) <= 20 else text[:19] + "…"
