"""A built PDF as a reader has it: its text in tagged order, pages, bookmarks, links."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

BULLETS = "•·◦▪"
MM = 72 / 25.4


@dataclass(frozen=True)
class Heading:
    """A heading or bookmark: its level from 1, its text, and its page from 1."""

    level: int
    text: str
    page: int


Element = tuple[str, Any]
"""A tag, and what tells one element with it from another."""


@dataclass(frozen=True)
class Piece:
    """A run of text on one page with the elements around it, the outermost first."""

    page: int
    text: str
    elements: tuple[Element, ...]


class PdfPack:
    """One PDF file, opened; everything is read on demand and kept."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.pdf = pikepdf.open(path)
        self._page_numbers = {page.obj.objgen: n for n, page in enumerate(self.pdf.pages, 1)}

    @property
    def pages(self) -> int:
        return len(self.pdf.pages)

    @cached_property
    def text_of_pages(self) -> list[str]:
        """All text of each page as it is drawn, headers and footers included."""
        with pypdfium2.PdfDocument(self.path) as pdf:
            return [page.get_textpage().get_text_range() for page in pdf]

    @cached_property
    def _marked(self) -> list[dict[int, str]]:
        """Page by page: the text of every marked piece; running headers and footers carry no number."""
        with pypdfium2.PdfDocument(self.path) as pdf:
            return [_marked_text(page) for page in pdf]

    @cached_property
    def pieces(self) -> list[Piece]:
        """Everything that is tagged, in the order of the tags, as a screen reader has it."""
        return list(self._walk(self.pdf.Root.StructTreeRoot.K, 1, ()))

    def _walk(self, node: Any, page: int, elements: tuple[Element, ...]) -> Iterator[Piece]:
        if isinstance(node, pikepdf.Array):
            for child in node:
                yield from self._walk(child, page, elements)
        elif isinstance(node, pikepdf.Dictionary):
            page = self._page_numbers[node.Pg.objgen] if "/Pg" in node else page
            if "/MCID" in node:
                yield self._piece(page, int(node.MCID), elements)
            elif "/K" in node:
                yield from self._walk(node.K, page, (*elements, (str(node.get("/S")), node.objgen)))
        else:
            yield self._piece(page, int(node), elements)

    def _piece(self, page: int, number: int, elements: tuple[Element, ...]) -> Piece:
        text = squeezed(self._marked[page - 1].get(number, ""))
        if text in BULLETS and any(tag == "/Lbl" for tag, _ in elements):
            text = "•"
        return Piece(page, text, elements)

    @cached_property
    def words(self) -> str:
        """The whole tagged text without white space.

        Bullets are all written •; the dots that lead to a page number in the contents are left out, and so is
        a table's head where the next page repeats it.
        """
        return re.sub(r"\.{4,}(?=\d)", "", "".join(p.text for p in self.pieces if p not in self._repeated))

    @cached_property
    def _repeated(self) -> set[Piece]:
        """Table heads that say again, at once and on the next page, what the table's head said."""
        found: set[Piece] = set()
        heads = self.elements("/THead")
        for earlier, head in pairwise(heads):
            before = self.pieces[self.pieces.index(head[0]) - 1]
            same_words = [p.text for p in earlier] == [p.text for p in head]
            if same_words and "/TBody" in dict(before.elements) and before.page == head[0].page - 1:
                found.update(head)
        return found

    def elements(self, tag: str) -> list[list[Piece]]:
        """The pieces of each element whose tag matches a pattern, in reading order."""
        found: dict[Element, list[Piece]] = {}
        for piece in self.pieces:
            for element in piece.elements:
                if re.fullmatch(tag, element[0]):
                    found.setdefault(element, []).append(piece)
        return list(found.values())

    @cached_property
    def headings(self) -> list[Heading]:
        """Every tagged heading in reading order."""
        found = []
        for pieces in self.elements("/H[1-6]"):
            tag = next(tag for tag, _ in pieces[0].elements if re.fullmatch("/H[1-6]", tag))
            found.append(Heading(int(tag[2]), "".join(p.text for p in pieces), pieces[0].page))
        return found

    def follower(self, heading: list[Piece]) -> Piece:
        """The first text after a heading's own."""
        after = self.pieces.index(heading[-1]) + 1
        return next(piece for piece in self.pieces[after:] if piece.text)

    @cached_property
    def bookmarks(self) -> list[Heading]:
        with self.pdf.open_outline() as outline:
            return list(self._bookmarks(outline.root, 1))

    def _bookmarks(self, items: Any, level: int) -> Iterator[Heading]:
        for item in items:
            target = item.destination if item.destination is not None else item.action.D
            page = self._target_page(target)
            yield Heading(level, squeezed(item.title), page)
            yield from self._bookmarks(item.children, level + 1)

    @cached_property
    def _names(self) -> dict[str, Any]:
        names = self.pdf.Root.get("/Names")
        return dict(pikepdf.NameTree(names.Dests).items()) if names is not None and "/Dests" in names else {}

    def _target_page(self, target: Any) -> int:
        if isinstance(target, pikepdf.String | str):
            target = self._names[str(target)]
        target = target.D if isinstance(target, pikepdf.Dictionary) else target
        return self._page_numbers[target[0].objgen]

    @cached_property
    def page_of(self) -> dict[str, int]:
        """Page, from 1, of everything that a link can name."""
        return {name: self._target_page(name) for name in self._names}

    @cached_property
    def links(self) -> list[tuple[int, str, int]]:
        """(page, text under the link, page it leads to) of every link."""
        found = []
        with pypdfium2.PdfDocument(self.path) as drawn:
            for number, page in enumerate(self.pdf.pages, 1):
                for note in page.get("/Annots", []):
                    if note.get("/Subtype") == "/Link":
                        left, bottom, right, top = (float(v) for v in note.Rect)
                        layer = drawn[number - 1].get_textpage()
                        text = layer.get_text_bounded(left, bottom - 1, right, top + 1)
                        target = note.Dest if "/Dest" in note else note.A.D
                        found.append((number, squeezed(text), self._target_page(target)))
        return found

    @property
    def fonts(self) -> dict[str, bool]:
        """Name of each font → whether its file is inside."""
        found = {}
        for item in self.pdf.objects:
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor":
                found[str(item.FontName)] = any(f"/FontFile{n}" in item for n in ("", "2", "3"))
        return found

    def grey(self, page: int, dpi: int) -> np.ndarray:
        """A page, from 1, as rows × columns of grey values 0–255."""
        with pypdfium2.PdfDocument(self.path) as pdf:
            return np.asarray(pdf[page - 1].render(scale=dpi / 72, grayscale=True).to_numpy()).squeeze()

    def ink_below(self, page: int, text: str, foot: float = 20) -> bool:
        """Whether anything is drawn under `text` (given without white space) and above the lower `foot` mm."""
        with pypdfium2.PdfDocument(self.path) as pdf:
            sheet = pdf[page - 1]
            layer, height = sheet.get_textpage(), sheet.get_height()
            places = [i for i in range(layer.count_chars()) if layer.get_text_range(i, 1).strip()]
            drawn = "".join(layer.get_text_range(i, 1) for i in places)
            start = drawn.index(text)
            bottom = min(layer.get_charbox(i)[1] for i in places[start : start + len(text)])
        grey = self.grey(page, 72)
        return bool((grey[round(height - bottom) + 2 : round(height - foot * MM)] < 230).any())


def squeezed(text: str) -> str:
    """Without white space of any kind."""
    return re.sub(r"\s", "", text)


def _marked_text(page: Any) -> dict[int, str]:
    layer, found = page.get_textpage(), {}
    for piece in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=4):
        number = pdfium.FPDFPageObj_GetMarkedContentID(piece.raw)
        if number >= 0:
            found[number] = found.get(number, "") + _text(piece, layer)
    return found


def _text(piece: Any, layer: Any) -> str:
    size = pdfium.FPDFTextObj_GetText(piece.raw, layer.raw, None, 0)
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    pdfium.FPDFTextObj_GetText(piece.raw, layer.raw, buffer, size)
    # PDFium marks a hyphen at a line's end with U+0002.
    return bytes(buffer)[:size].decode("utf-16-le").rstrip("\0").replace("\x02", "-")
