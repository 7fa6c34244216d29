"""Pictures: the document's own assets, never a file that content names."""

from __future__ import annotations

import io
from collections.abc import Mapping

from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.parts.story import StoryPart

from builder.errors import BuildError
from builder.render.docx.measures import length
from builder.render.docx.oxml.drawing import inline_picture
from builder.render.raster import svg_to_png
from builder.words import words

_EMU_PER_MM = 36_000
_EMU_PER_TWIP = 635
_UNREADABLE = (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError)


class Pictures:
    """Puts assets into the package once each and places them in one part's text."""

    def __init__(self, part: StoryPart, assets: Mapping[str, bytes]) -> None:
        self._part = part
        self._assets = assets

    def run(self, number: int, source: str, style: str, description: str, room: int) -> str:
        """The run that shows `source` (`asset:NAME`): as wide as `style` says, at most `room` twips.

        Raises BuildError when there is no such asset, or when it is neither PNG nor JPEG.
        """
        relationship, width, height = self._add(source)
        wanted = length(style, "width", "mm")
        shown = min(width if wanted is None else wanted * _EMU_PER_MM, room * _EMU_PER_TWIP)
        return inline_picture(number, relationship, round(shown), round(height * shown / width), description)

    def _add(self, source: str) -> tuple[str, int, int]:
        scheme, _, name = source.partition(":")
        if scheme != "asset" or name not in self._assets:
            raise BuildError(words("the picture “{source}” is not among the document's own", source=source))
        data = self._assets[name]
        if name.endswith(".svg"):
            data = svg_to_png(data)
        try:
            relationship, image = self._part.get_or_add_image(io.BytesIO(data))
        except _UNREADABLE as error:
            raise BuildError(words("the picture “{name}” is neither PNG nor JPEG", name=name)) from error
        return relationship, int(image.width), int(image.height)
