"""Which reader reads a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from builder.errors import RequestError
from builder.importers.blocks import Manuscript
from builder.importers.reading.markdown import read_markdown
from builder.importers.reading.text import read_text
from builder.words import words

MAX_BYTES = 20_000_000
READERS: dict[str, Callable[[str, str], Manuscript]] = {
    ".txt": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
}


def read_manuscript(file: Path) -> Manuscript:
    """The file's blocks. Raises RequestError for a file that is missing, too large, or of no format we read."""
    reader = READERS.get(file.suffix.lower())
    if reader is None:
        raise RequestError(
            words("{path} is of a format that cannot be read", path=file),
            words("formats that can be read: {formats}", formats=" ".join(READERS)),
        )
    if not file.is_file():
        raise RequestError(words("there is no file “{path}”", path=file), words("check the name"))
    if file.stat().st_size > MAX_BYTES:
        raise RequestError(
            words("{path} is larger than {limit} MB", path=file, limit=MAX_BYTES // 1_000_000),
            words("split the file"),
        )
    return reader(file.name, _decoded(file))


def _decoded(file: Path) -> str:
    data = file.read_bytes()
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise RequestError(
        words("{path} is not text in UTF-8 or GB18030", path=file), words("save it as UTF-8 in your editor")
    )
