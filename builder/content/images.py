"""Images that content or the brand names: found inside the project only, of a kind and size that prints."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass
from pathlib import Path

from builder.errors import PacksError
from builder.model.drawing import NotADrawingError, drawing_size, is_excessive, read_drawing, refers_outside
from builder.words import words

KINDS = {"PNG": "png", "JPEG": "jpg"}
MAX_BYTES = 20_000_000
MAX_PIXELS = 50_000_000
MAX_SCANS = 100
"""Passes of a progressive JPEG: every one goes over all pixels."""
_SCAN = b"\xff\xda"


class ImageError(PacksError):
    """An image cannot be used; `code` says why."""

    def __init__(self, code: str, sentence: object, hint: object) -> None:
        super().__init__(sentence, hint)  # type: ignore[arg-type]
        self.code = code


@dataclass(frozen=True, slots=True)
class Image:
    """The bytes of a picture and its size in pixels (for SVG, in units of its own)."""

    data: bytes
    kind: str
    width: int
    height: int


def read_image(path: str, folder: Path, root: Path) -> Image:
    """The image at `path`, relative to `folder`.

    Raises ImageError for an address on the network, a path that leaves `root` once links are followed, a file
    that is missing, too large, or not PNG or JPEG.
    """
    file = _inside(path, folder, root)
    if not _is_file(file):
        raise ImageError(
            "IMAGE-MISSING",
            words("the image {path} does not exist", path=path),
            words("paths are relative to the bank's folder"),
        )
    if file.stat().st_size > MAX_BYTES:
        raise ImageError(
            "IMAGE-SIZE",
            words("the image {path} is larger than {limit} MB", path=path, limit=MAX_BYTES // 1_000_000),
            words("save it smaller; 300 dpi at its printed size is enough"),
        )
    return _opened(file.read_bytes(), path)


def _is_file(file: Path) -> bool:
    try:
        return file.is_file()
    except OSError:  # a name too long for any file
        return False


def _inside(path: str, folder: Path, root: Path) -> Path:
    if "://" in path or path.startswith(("//", "data:")):
        raise ImageError(
            "IMAGE-REMOTE",
            words("{path} is not a file of this project", path=path),
            words("save the image in the project and name its path; nothing is fetched from the network"),
        )
    try:
        file = (folder / path).resolve()
    except (ValueError, OSError, RuntimeError):  # a null byte, links that go round in a circle
        file = folder / "?"
    if not file.is_relative_to(root.resolve()):
        raise ImageError(
            "IMAGE-OUTSIDE",
            words("the image {path} lies outside the project", path=path),
            words("copy it into the project"),
        )
    return file


def _opened(data: bytes, path: str) -> Image:
    return _drawn(data, path) if path.lower().endswith(".svg") else _photographed(data, path)


def _drawn(data: bytes, path: str) -> Image:
    try:
        root = read_drawing(data)
        width, height = drawing_size(root)
    except NotADrawingError:
        raise ImageError(
            "IMAGE-KIND",
            words("{path} is not an SVG drawing with a size", path=path),
            words("save it as SVG with a viewBox, or as PNG"),
        ) from None
    if refers_outside(root):
        raise ImageError(
            "IMAGE-REMOTE",
            words("the drawing {path} refers to something outside itself", path=path),
            words("embed everything in the drawing, or save it as PNG"),
        )
    if is_excessive(root):
        raise ImageError(
            "IMAGE-SIZE",
            words("the drawing {path} is too intricate to print", path=path),
            words("simplify it, or save it as PNG; filters are not drawn"),
        )
    return Image(data, "svg", max(round(width), 1), max(round(height), 1))


def _photographed(data: bytes, path: str) -> Image:
    from PIL import Image as Pillow
    from PIL import UnidentifiedImageError

    try:
        with (
            warnings.catch_warnings(action="ignore"),
            Pillow.open(io.BytesIO(data), formats=list(KINDS)) as picture,
        ):
            kind, (width, height) = str(picture.format), picture.size
    except Pillow.DecompressionBombError:
        kind, width, height = "", MAX_PIXELS, 2
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        raise ImageError(
            "IMAGE-KIND",
            words("{path} is not a PNG, JPEG or SVG image", path=path),
            words("save it as PNG or JPEG"),
        ) from None
    if width * height > MAX_PIXELS:
        raise ImageError(
            "IMAGE-SIZE",
            words(
                "the image {path} has {pixels} million pixels", path=path, pixels=width * height // 1_000_000
            ),
            words("save it with at most {limit} million pixels", limit=MAX_PIXELS // 1_000_000),
        )
    if data.count(_SCAN) > MAX_SCANS and kind == "JPEG":
        raise ImageError(
            "IMAGE-SIZE",
            words("the image {path} is built up in more than {limit} passes", path=path, limit=MAX_SCANS),
            words("save it as a JPEG that is not progressive"),
        )
    return Image(data, KINDS[kind], width, height)
