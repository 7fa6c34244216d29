"""Character styles: emphasis, blanks, boxes to tick, labels."""

from __future__ import annotations

from typing import Any

from builder.render.docx.look import Look
from builder.render.docx.oxml.formats import RunFormat
from builder.render.docx.oxml.styles import Style
from builder.render.docx.stylesheet.letters import heading_letters, letters


def character_styles(look: Look) -> list[Style]:
    """Strong, Emphasis, Code, Blank, Check Box, Tag, Points, Hyperlink, Subscript, Superscript."""
    accent = look.colours.accent
    return [
        Style(
            name="Default Paragraph Font",
            kind="character",
            default=True,
            priority=1,
            quick=False,
            hidden=True,
        ),
        _style("Strong", heading_letters(look), priority=22),
        _style("Emphasis", _emphasis(look), priority=20),
        _style("Code", _one_font(look, "Consolas", look.heading.east_asian)),
        _style("Blank", letters(look, underline="single")),
        _style("Check Box", _one_font(look, box_font(look), box_font(look))),
        _style(
            "Tag",
            letters(look, heading=True, size=look.size("small"), colour=accent, shade=look.colours.shade),
        ),
        _style("Points", heading_letters(look, colour=accent)),
        _style("Hyperlink", letters(look, colour=accent), quick=False),
        _style("Subscript", letters(look, vertical="subscript")),
        _style("Superscript", letters(look, vertical="superscript")),
    ]


def box_font(look: Look) -> str:
    """The font of □: the body's own 宋体, so that the box stands as wide as a character of the text."""
    return look.body.east_asian if look.chinese else "MS Gothic"


def _style(name: str, run: RunFormat, **more: Any) -> Style:
    settings: dict[str, Any] = {"based_on": "Default Paragraph Font", "priority": 30} | more
    return Style(name=name, kind="character", run=run, **settings)


def _emphasis(look: Look) -> RunFormat:
    """Real italics where the type has them; Chinese emphasises in the heading face."""
    return letters(look, heading=True) if look.chinese else letters(look, italic=True)


def _one_font(look: Look, latin: str, east_asian: str) -> RunFormat:
    return RunFormat(latin=latin, east_asian=east_asian, language=look.language)
