"""Fonts with the glyphs in use, page by page: a document's font holds those of the pages that it has now."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any


class Typecase(dict[Any, Any]):
    """Fonts of one page, each with the glyphs of that page alone; opened once for all."""

    def __init__(self, opened: dict[Any, Any]) -> None:
        super().__init__()
        self._opened = opened

    def __contains__(self, key: object) -> bool:
        if key in self._opened and not super().__contains__(key):
            super().__setitem__(key, _empty(self._opened[key]))
        return super().__contains__(key)

    def __setitem__(self, key: Any, font: Any) -> None:
        self._opened[key] = font
        super().__setitem__(key, _empty(font))


def _empty(font: Any) -> Any:
    """The font without any glyphs in use."""
    font = copy.copy(font)
    font.widths, font.to_unicode, font.missing = {}, {}, {}
    font.variations = dict(font.variations)
    return font


def add_glyphs(fonts: Any, key: Any, font: Any) -> None:
    """Adds a font with its glyphs in use to those of a document; what a glyph stood for first holds."""
    held = fonts.get(key)
    if held is None:
        held = fonts[key] = _empty(font)
    for mine, more in ((held.widths, font.widths), (held.to_unicode, font.to_unicode)):
        for glyph, value in more.items():
            mine.setdefault(glyph, value)


def united(first: Mapping[Any, Any], second: Mapping[Any, Any]) -> dict[Any, Any]:
    """The fonts of both with all their glyphs."""
    fonts: dict[Any, Any] = {}
    for some in (first, second):
        for key, font in some.items():
            add_glyphs(fonts, key, font)
    return fonts
