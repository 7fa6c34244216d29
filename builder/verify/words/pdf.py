"""The words of a PDF, in the order of its tags."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import Any

import pikepdf

from builder.verify.opened import OpenedPdf
from builder.verify.pieces import Piece
from builder.verify.words.composed import BULLET, squeezed
from builder.verify.words.rows import cell_by_cell

_BULLETS = frozenset("•·◦▪")


def pdf_lines(file: OpenedPdf, root: Any) -> list[tuple[int, str]]:
    """(page, words) of every piece of tagged text, squeezed; `root` is that of the composed document.

    Bullets are all written •, a table's head is not said again on its next page, and a row that goes on there is
    read cell by cell.
    """
    repeated = repeated_heads(file.pieces)
    once = [piece for i, piece in enumerate(file.pieces) if i not in repeated]
    return [(piece.page, _said(piece)) for piece in cell_by_cell(once, root)]


def _said(piece: Piece) -> str:
    text = squeezed(piece.text)
    if text in _BULLETS and piece.inside("/Lbl"):
        return BULLET
    return "" if text == "." and _is_leader(piece) else text


def _is_leader(piece: Piece) -> bool:
    """Whether it leads from a line of the contents to its page: what is generated there is a link within the link."""
    return sum(tag == "/Link" for tag, _ in piece.elements) > 1


def repeated_heads(pieces: Sequence[Piece]) -> set[int]:
    """Places in `pieces` of table heads that say again, at once and on the next page, what the head before said."""
    heads = [
        list(group)
        for element, group in groupby(range(len(pieces)), lambda i: pieces[i].inside("/THead"))
        if element
    ]
    found: set[int] = set()
    for earlier, head in pairwise(heads):
        before = pieces[head[0] - 1]
        same_words = [pieces[i].text for i in earlier] == [pieces[i].text for i in head]
        if same_words and before.inside("/TBody") and before.page == pieces[head[0]].page - 1:
            found.update(head)
    return found


def destinations(file: OpenedPdf) -> dict[str, int]:
    """Page, from 1, of everything that a link inside the file can name."""
    names = file.pdf.Root.get("/Names", pikepdf.Dictionary()).get("/Dests")
    if names is None:
        return {}
    numbers = {page.obj.objgen: number for number, page in enumerate(file.pdf.pages, 1)}
    found = {}
    for name, target in pikepdf.NameTree(names).items():
        place = target.get("/D") if isinstance(target, pikepdf.Dictionary) else target
        if isinstance(place, pikepdf.Array) and isinstance(place[0], pikepdf.Dictionary):
            found[str(name)] = numbers.get(place[0].objgen, 0)
    return found
