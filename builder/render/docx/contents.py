"""The contents: entries as Word itself writes them, filled in before Word has seen the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.render.docx.blocks import Block, Contents, Paragraph
from builder.render.docx.oxml.fields import contents_entry
from builder.render.docx.place import Place
from builder.render.docx.vocabulary import Element, classes_of, misplaced

if TYPE_CHECKING:
    from builder.render.docx.walker import Walker

_LEVELS = {"toc-1": "TOC 1", "toc-2": "TOC 2"}
_UNKNOWN_PAGE = "–"


def contents(walker: Walker, node: Element, place: Place) -> list[Block]:
    """The contents field, its page numbers those of the laid-out PDF where they are known."""
    title: list[Paragraph] = []
    lines: list[Paragraph] = []
    for child in node:
        classes = classes_of(child)
        if "contents-title" in classes:
            title.append(walker.paragraph("TOC Heading", walker.inline.content(child, place.width)))
        else:
            style = next((_LEVELS[name] for name in sorted(classes) if name in _LEVELS), None)
            if style is None:
                raise misplaced(f"<{child.tag}>", '<nav class="contents">')
            lines.append(walker.paragraph(style, _entry(walker, child, place)))
    if not lines:
        return [*title]
    return [Contents(next(walker.drafting.control_numbers), title, lines)]


def _entry(walker: Walker, node: Element, place: Place) -> str:
    link = node.find("a")
    if link is None:
        raise misplaced("an entry without a link", '<nav class="contents">')
    target = link.get("href", "")[1:]
    page = walker.drafting.page_of.get(target)
    return contents_entry(
        walker.inline.content(link, place.width),
        walker.drafting.bookmarks.name(target),
        _UNKNOWN_PAGE if page is None else str(page),
    )
