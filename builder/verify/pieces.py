"""A PDF's text as its tags order it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import pikepdf

Element = tuple[str, tuple[int, int]]
"""A tag with its slash, e.g. `/H1`, and the object that tells one element with it from another."""
Marked = Mapping[int, str]
"""Marked content id → text, of one page."""


class Piece(NamedTuple):
    """A run of text on one page with the elements around it, the outermost first."""

    page: int
    """1-based."""
    text: str
    """As it is drawn; the lines of one piece are joined."""
    elements: tuple[Element, ...]
    number: int
    """Its marked content id on the page."""

    def inside(self, tag: str) -> tuple[int, int] | None:
        """The outermost element around it with that tag."""
        return next((element for name, element in self.elements if name == tag), None)


def tagged_pieces(pdf: pikepdf.Pdf, marked: Sequence[Marked]) -> list[Piece]:
    """Everything that is tagged, in the order of the structure tree; `marked` holds the text of every page.

    Nothing for a file without tags.
    """
    tree = pdf.Root.get("/StructTreeRoot")
    walk = _Walk(pdf, marked)
    if tree is not None:
        walk.below(tree.get("/K"), 1, ())
    return walk.found


class _Walk:
    def __init__(self, pdf: pikepdf.Pdf, marked: Sequence[Marked]) -> None:
        self.found: list[Piece] = []
        self._marked = marked
        self._pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}

    def below(self, node: Any, page: int, elements: tuple[Element, ...]) -> None:
        if isinstance(node, int):
            text = self._marked[page - 1].get(node, "") if 0 < page <= len(self._marked) else ""
            self.found.append(Piece(page, text, elements, node))
        elif isinstance(node, pikepdf.Dictionary):
            self._element(node, page, elements)
        elif isinstance(node, pikepdf.Array):
            for child in node:
                self.below(child, page, elements)

    def _element(self, node: Any, page: int, elements: tuple[Element, ...]) -> None:
        own_page = node.get("/Pg")
        if own_page is not None:
            page = self._pages.get(own_page.objgen, page)
        number = node.get("/MCID")
        if number is not None:
            self.below(number, page, elements)
            return
        inner = node.get("/K")
        if inner is not None:
            self.below(inner, page, (*elements, (str(node.get("/S")), node.objgen)))
