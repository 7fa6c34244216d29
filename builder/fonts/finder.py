"""Which characters of a text the theme's fonts cannot draw."""

from __future__ import annotations

from collections.abc import Callable

from builder.fonts.shelf import FontShelf
from builder.model.theme import Theme


def glyph_finder(shelf: FontShelf, theme: Theme) -> Callable[[str, str], set[str]]:
    """A function from language and text to the characters that would be printed as empty boxes."""

    def missing(language: str, text: str) -> set[str]:
        face = theme.fonts[language]
        # A text may be set in either voice of its language: both must have the character.
        return shelf.missing(text, [face.body.pdf]) | shelf.missing(text, [face.heading.pdf])

    return missing
