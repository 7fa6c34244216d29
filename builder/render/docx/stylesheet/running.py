"""Styles of the contents and of running headers and footers: those whose tab stops follow the sheet."""

from __future__ import annotations

from collections.abc import Iterator

from builder.render.docx.look import Look
from builder.render.docx.oxml.formats import ParagraphFormat
from builder.render.docx.oxml.styles import Style
from builder.render.docx.stylesheet.letters import heading_letters, letters


def running_styles(look: Look) -> list[Style]:
    """TOC Heading, TOC 1–2, Header and Footer."""
    return [*_contents(look), *_header_and_footer(look)]


def _contents(look: Look) -> Iterator[Style]:
    size, body = look.size("h1"), look.size("body")
    yield Style(
        name="TOC Heading",
        based_on="Normal",
        next="Body Text",
        priority=39,
        paragraph=ParagraphFormat(keep_next=True, after=11, line=size * 1.35, align="left"),
        run=heading_letters(look, size=size, colour=look.colours.accent),
    )
    end = ("right", look.sheet.text_width, "dot")
    yield Style(
        name="TOC 1",
        based_on="Normal",
        next="Normal",
        priority=39,
        quick=False,
        paragraph=ParagraphFormat(tabs=(end,), before=body * 0.4),
        run=letters(look, heading=True),
    )
    yield Style(
        name="TOC 2",
        based_on="Normal",
        next="Normal",
        priority=39,
        quick=False,
        paragraph=ParagraphFormat(tabs=(end,), left=round(body * 1.5 * 20)),
        run=letters(look, size=look.size("table")),
    )


def _header_and_footer(look: Look) -> Iterator[Style]:
    size, width = look.size("small"), look.sheet.text_width
    tabs = (("center", width // 2, ""), ("right", width, ""))
    run = letters(look, heading=True, size=size, colour=look.colours.muted)
    rule = ("single", 4, look.colours.rule, 4)
    for name, borders in (("Header", (("bottom", rule),)), ("Footer", (("top", rule),))):
        yield Style(
            name=name,
            based_on="Normal",
            priority=99,
            quick=False,
            paragraph=ParagraphFormat(tabs=tabs, borders=borders, line=size * 1.4),
            run=run,
        )
