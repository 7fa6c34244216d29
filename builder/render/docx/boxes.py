"""Boxes: scenario, stem, script, callout and alert are tables of one cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.render.docx.blocks import Block, Cell, Row, Table
from builder.render.docx.place import Place
from builder.render.docx.stylesheet.tables import BOX_SIDE
from builder.render.docx.vocabulary import Element

if TYPE_CHECKING:
    from builder.render.docx.walker import Walker

# table style, style of plain text, family of lists: what is read aloud stays at its size in lists too
_KINDS = {
    "scenario": ("Scenario", "Read Aloud", "Read Aloud"),
    "stem": ("Stem Box", "Read Aloud", "Read Aloud"),
    "script": ("Script Box", "Read Aloud", "Read Aloud"),
    "callout": ("Callout", "Callout Text", "List"),
    "alert": ("Alert", "Alert Text", "List"),
}


def box(walker: Walker, node: Element, place: Place, kind: str) -> list[Block]:
    """The box; only a scenario, which can be as long as a page, may split."""
    style, text, family = _KINDS[kind]
    inside = place.enclosed_in(text, place.width - 2 * BOX_SIDE, family, box=kind)
    cell = Cell(walker.flow(node, inside), place.width)
    return [Table(style, [place.width], [Row([cell], may_split=kind == "scenario")], indent=place.indent)]
