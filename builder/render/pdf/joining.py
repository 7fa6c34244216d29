"""Pieces laid out one by one, joined into one PDF: page numbers, margins, links and tags are those of the whole."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Any

from weasyprint.document import Document
from weasyprint.html import get_html_metadata
from weasyprint.pdf.metadata import DocumentMetadata

from builder.fonts import FontShelf
from builder.model.composed import Composed
from builder.model.theme import Theme
from builder.render.pdf.cutting import Cut, UnfitError, linked
from builder.render.pdf.engine import VARIANT, anchors, describe, set_up
from builder.render.pdf.margins import Frame, Margin, margins_of
from builder.render.pdf.piece import LaidPiece, Setting, lay_out_piece
from builder.render.pdf.rendered import RenderedPdf
from builder.render.pdf.strokes import KeptPage

_MOST_ROUNDS = 6


@dataclass(slots=True)
class _Placed:
    """A piece with its pages as they were put into the document last."""

    html: Any
    """The piece's own document."""
    piece: LaidPiece
    pages: list[KeptPage] = field(default_factory=list)
    margins: list[Margin] = field(default_factory=list)


class Joiner:
    """Makes one document again and again with the same looks."""

    def __init__(self, css: str, theme: Theme, fonts: FontShelf) -> None:
        self._looks = css, theme, fonts
        self._placed: dict[object, _Placed] = {}
        self._targets: dict[str, int] = {}
        self._total = 0
        self._typecase: dict[Any, Any] = {}

    def joined(self, cut: Cut, document: Composed, fetcher: Any, *, compress: bool) -> RenderedPdf:
        """The document as one file. Raises UnfitError where its pieces would look different in the whole."""
        placed = self._laid_out(cut, document, fetcher)
        strings = [values for part in placed for values in part.piece.strings]
        margins, store = margins_of(cut.frame, strings)
        frame = Frame(cut.frame, placed[0].piece.running, store, self._typecase)
        pages = _with_margins(placed, margins, frame)
        html = placed[0].html
        whole = Document(
            pages,
            DocumentMetadata(**get_html_metadata(html)),
            fetcher,
            placed[0].piece.context.font_config,
            {},
            None,
        )
        describe(whole.metadata, html.etree_element, document)
        data = whole.write_pdf(pdf_variant=VARIANT, uncompressed_pdf=not compress)
        return RenderedPdf(data, len(pages), anchors(pages))

    def _laid_out(self, cut: Cut, document: Composed, fetcher: Any) -> list[_Placed]:
        """Every piece laid out in its place: again and again until the page numbers in the contents are right."""
        for _ in range(_MOST_ROUNDS):
            placed = self._round(cut, document, fetcher)
            targets: dict[str, int] = {}
            first = 1
            for part in placed:
                for name, page in part.piece.anchors.items():
                    targets.setdefault(name, first + page - 1)
                first += len(part.piece.boxes)
            if (targets, first - 1) == (self._targets, self._total):
                return placed
            self._targets, self._total = targets, first - 1
        raise UnfitError

    def _round(self, cut: Cut, document: Composed, fetcher: Any) -> list[_Placed]:
        known, self._placed = self._placed, {}
        times: Counter[object] = Counter()
        first = 1
        for index, text in enumerate(cut.pieces):
            targets = {name: self._targets.get(name, 1) for name in linked(text)}
            like = (cut.opening(index), text, first == 1, first % 2, tuple(sorted(targets.items())))
            key = (like, times[like])
            times[like] += 1
            part = known.get(key)
            if part is None or (part.piece.counts_pages and part.piece.total != self._total):
                setting = Setting(first, self._total, targets)
                part = self._piece(cut.document(index), document, setting, fetcher)
            self._placed[key] = part
            first += len(part.piece.boxes)
        return list(self._placed.values())

    def _piece(self, html: str, document: Composed, setting: Setting, fetcher: Any) -> _Placed:
        parsed, press, sheets = set_up(replace(document, html=html), *self._looks, fetcher)
        return _Placed(parsed, lay_out_piece(parsed, press, sheets, setting))


def _with_margins(placed: list[_Placed], margins: list[Margin], frame: Frame) -> list[KeptPage]:
    """All pages in order, their margins laid out anew where they changed."""
    start, todo = 0, []
    for part in placed:
        wanted = margins[start : start + len(part.piece.boxes)]
        start += len(wanted)
        for index, margin in enumerate(wanted):
            if index >= len(part.pages):
                frame.set(part.piece, part.piece.boxes[index], margin)
                part.pages.append(KeptPage(part.piece.boxes[index], frame.typecase))
                part.margins.append(margin)
            elif part.margins[index] != margin:
                todo.append((part, index, margin))
    # The page with the fewest strokes shows soonest how its like changed.
    for part, index, margin in sorted(todo, key=lambda job: _strokes(job[0].pages[job[1]])):
        old, part.margins[index] = part.margins[index], margin
        page = part.pages[index]
        same = replace(old, frame=margin.frame) == margin
        if not (same and frame.retouch(part.piece, page, old, margin)):
            frame.set(part.piece, page.box, margin)
            part.pages[index] = KeptPage(page.box, frame.typecase)
    return [page for part in placed for page in part.pages]


def _strokes(page: KeptPage) -> int:
    return len(page.strokes.operators) if page.strokes else 1_000_000
