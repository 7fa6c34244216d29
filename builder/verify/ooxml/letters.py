"""Letters of a Word file: in the theme's fonts, with a glyph, and none that nobody can see."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from builder.fonts import glyph_finder
from builder.verify.expected import Expected
from builder.verify.fault import Fault
from builder.verify.ooxml.names import W, stories, text_of
from builder.verify.opened import OpenedDocx
from builder.words import words

_OWN = {"Consolas", "MS Gothic"}
"""Of code, and of the ticked box."""


def foreign_fonts(file: OpenedDocx, expected: Expected) -> Iterator[Fault]:
    """Fonts that a run names and the theme does not; styles of a project's own base document are its own affair."""
    faces = [face for kind in expected.theme.fonts.values() for face in (kind.body, kind.heading)]
    known = {name for face in faces for name in (face.word, face.word_latin, face.word_alternative)} | _OWN
    named = {
        node.get(f"{W}{kind}", "")
        for _, tree in stories(file)
        for node in tree.iter(f"{W}rFonts")
        for kind in ("ascii", "hAnsi", "eastAsia", "cs")
    }
    hint = words("set the text in one of the document's styles, or name the font in theme.yaml")
    for name in sorted(named - known - {""}):
        yield Fault("WORD-FONT", words("the font {name} is not the theme's", name=name), file.path, hint=hint)


def unprintable(file: OpenedDocx, expected: Expected) -> Iterator[Fault]:
    """Characters that no font of the theme has, and control characters, which Word shows as boxes."""
    text = "".join(text_of(tree) for _, tree in stories(file))
    missing = glyph_finder(expected.shelf, expected.theme)(expected.document.language, text)
    hint = words("use another character, or name a font that has it in theme.yaml")
    for character in sorted(missing | {c for c in set(text) if _is_control(c)}):
        name = f"U+{ord(character):04X} {unicodedata.name(character, '')}".strip()
        around = _around(text, character)
        sentence = words("a character cannot be printed: {name} in “{text}”", name=name, text=around)
        yield Fault("WORD-GLYPH", sentence, file.path, hint=hint)


def _is_control(character: str) -> bool:
    """Control characters but for tab and line ends, and code points that are no characters."""
    control = unicodedata.category(character) == "Cc" and character not in "\t\n\r"
    return control or ord(character) & 0xFFFE == 0xFFFE


def _around(text: str, character: str) -> str:
    place = text.index(character)
    around = text[max(0, place - 8) : place + 9]
    return "".join(c if c.isprintable() else "□" for c in around)
