"""The named styles of every document, made from the theme; a user restyles them in Word."""

from __future__ import annotations

from builder.render.docx.look import Look
from builder.render.docx.oxml.formats import RunFormat
from builder.render.docx.oxml.styles import Style
from builder.render.docx.stylesheet.cells import cell_styles
from builder.render.docx.stylesheet.characters import character_styles
from builder.render.docx.stylesheet.letters import letters
from builder.render.docx.stylesheet.lists import list_styles
from builder.render.docx.stylesheet.paragraphs import paragraph_styles
from builder.render.docx.stylesheet.running import running_styles
from builder.render.docx.stylesheet.tables import table_styles


def stylesheet(look: Look) -> list[Style]:
    """Every style, those that others are based on first."""
    return [
        *paragraph_styles(look),
        *cell_styles(look),
        *running_styles(look),
        *list_styles(look),
        *character_styles(look),
        *table_styles(look),
        Style(name="No List", kind="numbering", default=True, quick=False, hidden=True),
    ]


def default_letters(look: Look) -> RunFormat:
    """What letters are where no style says otherwise."""
    return letters(look, size=look.size("body"))
