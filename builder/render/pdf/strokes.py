"""What a page is drawn with, kept: a page that did not change is written again without being drawn again."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import pydyf
from weasyprint.document import Page
from weasyprint.pdf.stream import Stream

from builder.render.pdf.typecase import Typecase, add_glyphs, united

_SHARED = "Aa"
"""First letters of the names of transparencies, which say their value and so are the same in every document."""


@dataclass(slots=True)
class Strokes:
    """The drawing of one page: its operators, tags, fonts with the glyphs they show, and images."""

    operators: list[bytes]
    tags: Mapping[Any, Any]
    fonts: Mapping[Any, Any]
    states: Mapping[str, Any]
    images: Mapping[str, Any]
    data: bytes | None = field(default=None, compare=False)
    """The page's stream as it stands in the file, once it was written."""
    hasty: bool = False
    """Whether to compress it less, which takes a fifth of the time."""

    def with_operators(self, operators: list[bytes], fonts: Mapping[Any, Any]) -> Strokes:
        """The same page with some other strokes, that need these fonts besides."""
        return replace(self, operators=operators, fonts=united(self.fonts, fonts), data=None, hasty=True)


class KeptPage(Page):  # type: ignore[misc]
    """A page that remembers how it was drawn."""

    def __init__(self, box: Any, typecase: dict[Any, Any]) -> None:
        super().__init__(box)
        self.typecase = typecase
        """Fonts of the document, each opened once."""
        self.strokes: Strokes | None = None

    @property
    def box(self) -> Any:
        return self._page_box

    def draw(self, stream: Any, scale: float) -> None:
        """Draws the page's boxes."""
        super().paint(stream, scale)

    def paint(self, stream: Any, scale: float = 1) -> None:
        """Draws the page into the stream, from memory where it was drawn before."""
        if self.strokes is None:
            self.strokes = recorded(stream, self.typecase, lambda: self.draw(stream, scale))
        if self.strokes is None:  # drawn with something that only the document as a whole can name
            self.draw(stream, scale)
        else:
            _drawn_again(self.strokes, stream)


def recorded(stream: Any, typecase: dict[Any, Any], draw: Callable[[], None]) -> Strokes | None:
    """What `draw` puts into the stream, taken out of it again; nothing where it cannot be kept."""
    whole = stream._fonts, stream._resources, stream._images, stream._tags, stream.stream
    kinds = ("ExtGState", "XObject", "Pattern", "Shading")
    own = {kind: pydyf.Dictionary() for kind in kinds} | {"ColorSpace": whole[1]["ColorSpace"]}
    stream._fonts, stream._resources, stream._images = Typecase(typecase), own, {}
    stream._tags, stream.stream = {}, []
    try:
        draw()
        drawn = stream._fonts, stream._tags, stream.stream, stream._images
    finally:
        stream._fonts, stream._resources, stream._images, stream._tags, stream.stream = whole
    fonts, tags, operators, images = drawn
    shared = all(name[0] in _SHARED for name in own["ExtGState"]) and {*own["XObject"]} == {*images}
    if not shared or own["Pattern"] or own["Shading"]:
        return None
    return Strokes([pydyf._to_bytes(o) for o in operators], tags, dict(fonts), dict(own["ExtGState"]), images)


def _drawn_again(strokes: Strokes, stream: Any) -> None:
    stream.stream.extend(strokes.operators)
    stream._tags.update(strokes.tags)
    stream._resources["ExtGState"].update(strokes.states)
    for key, font in strokes.fonts.items():
        add_glyphs(stream._fonts, key, font)
    for name, image in strokes.images.items():
        stream._resources["XObject"][name] = None
        known = stream._images.setdefault(name, image | {"dpi_ratios": set(), "x_object": None})
        known["dpi_ratios"] |= image["dpi_ratios"]
    stream.__class__ = _Written
    stream.strokes = strokes


class _Written(Stream):  # type: ignore[misc]
    """A page's stream that is compressed once, however often it is written."""

    strokes: Strokes

    @property
    def data(self) -> bytes:
        if self.strokes.data is None:
            self.strokes.data = self._hasty if self.strokes.hasty else super().data
        return self.strokes.data

    @property
    def _hasty(self) -> bytes:
        stream = zlib.compress(b"\n".join(map(pydyf._to_bytes, self.stream)), 1)
        extra = pydyf.Dictionary({**self.extra, "Filter": "/FlateDecode", "Length": len(stream)})
        return b"\n".join((extra.data, b"stream", stream, b"endstream"))
