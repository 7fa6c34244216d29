"""A paragraph of a named style."""

from __future__ import annotations

from builder.render.docx.blocks import Paragraph
from builder.render.docx.oxml.markup import attribute


def paragraph_xml(paragraph: Paragraph, style: str, section: str = "") -> str:
    """The paragraph; `style` is the style's id, `section` the properties of the section that ends with it."""
    properties = [
        f'<w:pStyle w:val="{style}"/>',
        "<w:keepNext/>" if paragraph.keep_next else "",
        "<w:keepLines/>" if paragraph.keep_lines else "",
        "<w:pageBreakBefore/>" if paragraph.page_break_before else "",
        _numbering(paragraph.numbering),
        section,
    ]
    return f"<w:p><w:pPr>{''.join(properties)}</w:pPr>{_bookmarked(paragraph)}</w:p>"


def _numbering(numbering: tuple[int, int] | None) -> str:
    if numbering is None:
        return ""
    number, level = numbering
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def _bookmarked(paragraph: Paragraph) -> str:
    if not paragraph.bookmarks:
        return paragraph.content
    starts, ends = zip(*(bookmark(number, name) for number, name in paragraph.bookmarks), strict=True)
    return f"{''.join(starts)}{paragraph.content}{''.join(ends)}"


def bookmark(number: int, name: str) -> tuple[str, str]:
    """The beginning and the end of a bookmark."""
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{attribute(name)}"/>',
        f'<w:bookmarkEnd w:id="{number}"/>',
    )
