"""Images that content names: found inside the project only, of a kind and size that prints."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

from builder.errors import PacksError
from builder.words import words

KINDS = {"PNG": "png", "JPEG": "jpg"}
MAX_BYTES = 20_000_000
MAX_PIXELS = 50_000_000


class ImageError(PacksError):
    """An image cannot be used; `code` says why."""

    def __init__(self, code: str, sentence: object, hint: object) -> None:
        super().__init__(sentence, hint)  # type: ignore[arg-type]
        self.code = code


@dataclass(frozen=True, slots=True)
class Image:
    """The bytes of a PNG or JPEG and its size in pixels."""

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
    if not file.is_file():
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


def _inside(path: str, folder: Path, root: Path) -> Path:
    if "://" in path or path.startswith(("//", "data:")):
        raise ImageError(
            "IMAGE-REMOTE",
            words("{path} is not a file of this project", path=path),
            words("save the image in the project and name its path; nothing is fetched from the network"),
        )
    file = (folder / path).resolve()
    if not file.is_relative_to(root.resolve()):
        raise ImageError(
            "IMAGE-OUTSIDE",
            words("the image {path} lies outside the project", path=path),
            words("copy it into the project"),
        )
    return file


def _opened(data: bytes, path: str) -> Image:
    from PIL import Image as Pillow
    from PIL import UnidentifiedImageError

    try:
        with Pillow.open(io.BytesIO(data), formats=list(KINDS)) as picture:
            kind, (width, height) = str(picture.format), picture.size
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Pillow.DecompressionBombError):
        raise ImageError(
            "IMAGE-KIND",
            words("{path} is not a PNG or JPEG image", path=path),
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
    return Image(data, KINDS[kind], width, height)
