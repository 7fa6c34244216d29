"""Runs: text in one character style, breaks, links."""

from __future__ import annotations

from builder.render.docx.oxml.markup import attribute, element, text


def run_format(style: str = "", east_asian: bool = False) -> str:
    """The run's properties: a named character style, and whether ambiguous marks are full-width."""
    inner = element("rStyle", val=style) if style else ""
    if east_asian:
        inner += '<w:rFonts w:hint="eastAsia"/>'
    return f"<w:rPr>{inner}</w:rPr>" if inner else ""


def text_run(content: str, style: str = "", east_asian: bool = False) -> str:
    """Text in the character style of id `style`.

    `east_asian` sets quotation marks, ellipses and dashes, which Unicode leaves open, in the Han font.
    """
    return (
        f'<w:r>{run_format(style, east_asian)}<w:t xml:space="preserve">{text(content)}</w:t></w:r>'
        if content
        else ""
    )


def line_break() -> str:
    return "<w:r><w:br/></w:r>"


def tab() -> str:
    return "<w:r><w:tab/></w:r>"


def link_start(bookmark: str) -> str:
    """Opens a link to a bookmark of this document."""
    return f'<w:hyperlink w:anchor="{attribute(bookmark)}" w:history="1">'


LINK_END = "</w:hyperlink>"
