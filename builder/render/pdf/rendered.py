"""The door of this room: light to import, so that commands which make no PDF do not load the engine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from builder.fonts import FontShelf
from builder.model.composed import Composed
from builder.model.theme import Theme


@dataclass(frozen=True, slots=True)
class RenderedPdf:
    """A PDF file and where things came to stand in it."""

    data: bytes
    pages: int
    anchors: Mapping[str, int]
    """1-based page of every element that has an id."""


def render_pdf(document: Composed, css: str, theme: Theme, fonts: FontShelf) -> RenderedPdf:
    """Lays a document out and returns a tagged PDF (PDF/UA-1); the same input gives the same bytes.

    `css` follows `theme_css` in the cascade. Raises BuildError for a character no font draws, an asset that is
    not in the document, any URL but `asset:NAME`, and whatever the engine warns of; MachineError where a native
    library is missing.
    """
    from builder.render.pdf.engine import render

    return render(document, css, theme, fonts)
