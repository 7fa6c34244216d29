"""The walk from HTML to blocks: one small method for each kind of element."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from builder.render.docx.blocks import Block, NewSection, Paragraph
from builder.render.docx.boxes import box
from builder.render.docx.breaks import broken
from builder.render.docx.contents import contents
from builder.render.docx.drafting import Drafting
from builder.render.docx.inline import InlineReader, Piece
from builder.render.docx.items import numbered
from builder.render.docx.keeping import keep_together, keep_with_next
from builder.render.docx.place import Place
from builder.render.docx.tables import table
from builder.render.docx.vocabulary import BREAKS, INLINE, Element, classes_of, misplaced

_PARAGRAPHS = {
    "title": "Title",
    "subtitle": "Subtitle",
    "marking": "Marking",
    "stem": "Stem",
    "script": "Script",
    "meta": "Question Meta",
    "note": "Small Note",
    "caption": "Caption",
    "signature": "Signature Line",
    "note-line": "Note Line",
    "box-title": "Box Title",
    "label": "Label",
    "subhead": "Subheading",
    "lead": "Lead",
    "organisation": "Organisation",
    "sheet-title": "Sheet Title",
    "sign": "Sign",
}
_ON_COVER = {"Subtitle": "Cover Subtitle", "Small Note": "Cover Note"}
_BOXES = frozenset({"scenario", "stem", "script", "callout", "alert"})


class Walker:
    """Walks one story's HTML; `inline` reads its runs, `drafting` counts for the whole document."""

    def __init__(self, drafting: Drafting, inline: InlineReader) -> None:
        self.drafting = drafting
        self.inline = inline

    def flow(self, node: Element, place: Place) -> list[Block]:
        """The blocks inside an element; text that stands bare between blocks becomes a paragraph."""
        blocks: list[Block] = []
        bare = [Piece("text", node.text or "")]
        for child in node:
            if child.tag in INLINE:
                bare += self.inline.pieces(child, place.width)
            else:
                blocks += self._bare(bare, place)
                bare = []
                blocks += self.block(child, place)
            bare.append(Piece("text", child.tail or ""))
        return blocks + self._bare(bare, place)

    def block(self, node: Element, place: Place) -> list[Block]:
        """The blocks of one element, broken and kept as its classes say."""
        write = _WRITERS.get(str(node.tag))
        if write is None:
            raise misplaced(f"<{node.tag}>", f"<{_name(node.getparent())}>")
        self.drafting.bookmarks.open(node.get("id"))
        outer = self.drafting.marks.enter(node)
        blocks = write(self, node, place)
        self.drafting.marks.leave(outer)
        classes = classes_of(node)
        if "keep" in classes:
            keep_together(blocks)
        if "keep-next" in classes and blocks:
            keep_with_next(blocks[-1])
        breaks = classes & BREAKS.keys()
        return broken(blocks, BREAKS[min(breaks)], place.enclosed) if breaks else blocks

    def paragraph(self, style: str, content: str = "") -> Paragraph:
        """A paragraph that carries the bookmarks waiting for one, and the mark of the field it prints."""
        drafting = self.drafting
        return drafting.marks.settle(drafting.bookmarks.settle(Paragraph(style, content)))

    def _bare(self, pieces: list[Piece], place: Place) -> list[Block]:
        if len(pieces) == 1 and not pieces[0].value.strip():  # the white space between two blocks
            return []
        if all(piece.kind == "text" and not piece.value.strip() for piece in pieces):
            return []
        content = self.inline.runs(pieces)
        return [self.paragraph(place.style, content)] if content else []

    def _text(self, node: Element, place: Place) -> list[Block]:
        return [self.paragraph(_text_style(node, place), self.inline.content(node, place.width))]

    def _heading(self, node: Element, place: Place) -> list[Block]:
        heading = self.paragraph(f"Heading {str(node.tag)[1]}", self.inline.content(node, place.width))
        if node.tag == "h1":
            heading.title = " ".join("".join(map(str, node.itertext())).split())
        return [heading]

    def _list(self, node: Element, place: Place) -> list[Block]:
        return numbered(self, node, place)

    def _group(self, node: Element, place: Place) -> list[Block]:
        classes = classes_of(node)
        if "cover" in classes:
            inside = self.flow(node, replace(place, cover=True))
            return [NewSection(cover=True), *inside, NewSection()]
        kind = next(iter(classes & _BOXES), "")
        return box(self, node, place, kind) if kind else self.flow(node, place)

    def _contents(self, node: Element, place: Place) -> list[Block]:
        return contents(self, node, place)

    def _table(self, node: Element, place: Place) -> list[Block]:
        return table(self, node, place)


_WRITERS: dict[str, Callable[[Walker, Element, Place], list[Block]]] = {
    "p": Walker._text,
    **{f"h{level}": Walker._heading for level in range(1, 5)},
    "ul": Walker._list,
    "ol": Walker._list,
    "div": Walker._group,
    "section": Walker._group,
    "article": Walker._group,
    "nav": Walker._contents,
    "table": Walker._table,
}


def _text_style(node: Element, place: Place) -> str:
    named = classes_of(node) & _PARAGRAPHS.keys()
    if not named or named == {place.box}:
        return place.style
    style = _PARAGRAPHS[min(named)]
    if place.box == "alert" and style == "Box Title":
        return "Alert Title"
    return _ON_COVER.get(style, style) if place.cover else style


def _name(node: Element | None) -> str:
    return "html" if node is None else str(node.tag)
