"""Images that long fields show can be printed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from builder.content.bank import LoadedBank
from builder.content.images import ImageError, read_image
from builder.content.markdown import image_paths
from builder.errors import Finding
from builder.words import Words


def image_findings(loaded: LoadedBank, folder: Path, root: Path) -> Iterator[Finding]:
    """A finding for every image that is remote, outside the project, missing, or not a printable picture."""
    for path, text in loaded.source.strings():
        for target in image_paths(text):
            try:
                read_image(target, folder, root)
            except ImageError as error:
                place = loaded.source.place_of_text(path, target)
                yield Finding(error.code, _as_words(error.sentence), place, _as_words(error.hint))


def _as_words(said: Words | str) -> Words:
    return said if isinstance(said, Words) else Words("{said}", {"said": said})
