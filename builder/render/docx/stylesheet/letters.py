"""The two voices of a page: body for text, heading for headings and emphasis."""

from __future__ import annotations

from typing import Any

from builder.render.docx.look import Look
from builder.render.docx.oxml.formats import RunFormat


def letters(look: Look, *, heading: bool = False, **more: Any) -> RunFormat:
    """Letters in the body's or the headings' face.

    Why every style names its fonts: a style without an East Asian font falls back to whatever the reader's
    Word prefers for Han characters, often a Japanese face.
    """
    fonts = look.heading if heading else look.body
    return RunFormat(latin=fonts.latin, east_asian=fonts.east_asian, language=look.language, **more)


def heading_letters(look: Look, **more: Any) -> RunFormat:
    """The heading face, in its bold cut where the typeface has one (Chinese has none: 黑体 is the emphasis)."""
    return letters(look, heading=True, bold=look.bold, **more)
