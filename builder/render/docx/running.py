"""Running headers and footers: left, centre and right on the style's tab stops."""

from __future__ import annotations

from builder.render.docx.blocks import Paragraph
from builder.render.docx.drafting import Drafting
from builder.render.docx.inline import InlineReader, Piece
from builder.render.docx.oxml.runs import tab
from builder.render.docx.vocabulary import Element, classes_of

_PLACES = ("left", "centre", "right")


def running_lines(drafting: Drafting, inline: InlineReader, node: Element) -> list[Paragraph]:
    """The lines of a header or footer (`node`), in the style of that name."""
    style = str(node.tag).capitalize()
    width = drafting.look.sheet.text_width
    return [Paragraph(style, _line(inline, line, width)) for line in node.iterfind("p")]


def _line(inline: InlineReader, line: Element, width: int) -> str:
    parts: dict[str, list[Piece]] = {place: [] for place in _PLACES}
    parts["left"].append(Piece("text", line.text or ""))
    for child in line:
        place = next((p for p in _PLACES if p in classes_of(child)), "left")
        parts[place] += inline.pieces(child, width)
        parts[place].append(Piece("text", child.tail or ""))
    contents = [inline.runs(parts[place]) for place in _PLACES]
    while contents and not contents[-1]:
        contents.pop()
    return tab().join(contents)
