"""Paragraph styles of what stands in tables, and of the gap between them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from builder.render.docx.look import Look
from builder.render.docx.oxml.formats import ParagraphFormat
from builder.render.docx.oxml.styles import Style
from builder.render.docx.stylesheet.letters import heading_letters, letters

TABLE_LINE = 1.4
"""Distance of lines in tables as a multiple of the type size."""


def aligned(base: str, side: str) -> str:
    """The style of cell text on a side (`Center`, `Right` or neither): Table Center, Table Head Right."""
    return f"{base.removesuffix(' Text')} {side}" if side else base


def table_text(look: Look, **more: Any) -> ParagraphFormat:
    """Lines in a cell. A dense sheet has to fit its page in any font, so there they are exactly as high as said."""
    size = look.size("table")
    if look.dense:
        return ParagraphFormat(before=0, after=0, line=size * 1.3, line_rule="exact", align="left", **more)
    return ParagraphFormat(before=0.5, after=0.5, line=size * TABLE_LINE, align="left", **more)


def cell_styles(look: Look) -> Iterator[Style]:
    """Table Text, Table Head and their sides, and the gap after a table."""
    size = look.size("table")
    text = table_text(look)
    for base, run in (
        ("Table Text", letters(look, size=size)),
        ("Table Head", heading_letters(look, size=size)),
        ("Table Alert Head", heading_letters(look, size=size, colour=look.colours.alert)),
    ):
        yield Style(name=base, based_on="Normal", priority=15, paragraph=text, run=run)
        for side in ("Center", "Right"):
            paragraph = ParagraphFormat(align=side.lower())
            yield Style(name=aligned(base, side), based_on=base, priority=15, paragraph=paragraph, run=run)
    gap = ParagraphFormat(
        widow_control=False, before=0, after=0, line=5.5 if look.dense else 7, line_rule="exact"
    )
    yield Style(
        name="Table Gap",
        based_on="Normal",
        priority=98,
        quick=False,
        paragraph=gap,
        run=letters(look, size=1),
    )
