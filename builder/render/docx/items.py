"""Lists: each item's first paragraph bears the mark, what follows in it stands under its text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from builder.render.docx.blocks import Block, Paragraph
from builder.render.docx.oxml.runs import tab
from builder.render.docx.place import Place
from builder.render.docx.stylesheet.lists import list_style
from builder.render.docx.vocabulary import Element, classes_of, misplaced

if TYPE_CHECKING:
    from builder.render.docx.walker import Walker

_BOX_END = "</w:sdt>"


def numbered(walker: Walker, node: Element, place: Place) -> list[Block]:
    """The paragraphs of `ul`, `ol` or `ul.checks`; an ordered list counts from its own `start`."""
    inside = place.in_item(walker.drafting.look)
    mark = _marker(walker, node, inside)
    blocks: list[Block] = []
    for item in node:
        if item.tag != "li":
            raise misplaced(f"<{item.tag}>", f"<{node.tag}>")
        walker.drafting.bookmarks.open(item.get("id"))
        outer = walker.drafting.marks.enter(item)
        blocks += _item(walker, item, inside, mark)
        walker.drafting.marks.leave(outer)
    return blocks


def _marker(walker: Walker, node: Element, inside: Place) -> Callable[[Paragraph], None]:
    lists, family, level = walker.drafting.lists, inside.family, inside.level
    if "checks" in classes_of(node):
        return lambda paragraph: _tick(paragraph, family)
    kind, numbering = "Bullet", lists.bullets(family, level)
    if node.tag == "ol":
        kind, numbering = "Number", lists.numbers(family, level, int(node.get("start") or 1))
    style = list_style(family, kind, level)

    def mark(paragraph: Paragraph) -> None:
        paragraph.style, paragraph.numbering = style, numbering

    return mark


def _item(walker: Walker, item: Element, inside: Place, mark: Callable[[Paragraph], None]) -> list[Block]:
    blocks = walker.flow(item, inside)
    first = blocks[0] if blocks else None
    if not isinstance(first, Paragraph) or first.style != inside.style:
        first = walker.paragraph(inside.style)
        blocks.insert(0, first)
    mark(first)
    return blocks


def _tick(paragraph: Paragraph, family: str) -> None:
    """The text stands clear of the box that begins it: a tab instead of the space between."""
    paragraph.style = list_style(family, "Check", 1)
    control, end, text = paragraph.content.partition(_BOX_END)
    if end and control.startswith("<w:sdt>"):
        paragraph.content = control + end + tab() + text.replace('preserve"> ', 'preserve">', 1)
