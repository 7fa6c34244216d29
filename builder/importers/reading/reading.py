"""A file of any format → its manuscript."""

from __future__ import annotations

from pathlib import Path

from builder.errors import RequestError
from builder.importers.blocks import Manuscript
from builder.importers.reading.formats import MISNAMED, OTHER_SPREADSHEETS, READERS
from builder.words import words

MAX_BYTES = 20_000_000


def read_manuscript(file: Path) -> Manuscript:
    """The file's blocks. Raises RequestError for a file that is missing, empty, too large, or of no format we read."""
    if file.is_dir():
        raise RequestError(words("{path} is a folder", path=file), words("name the files in it"))
    ending = file.suffix.lower()
    reader = READERS.get(ending) or MISNAMED.get(ending)
    if ending in OTHER_SPREADSHEETS:
        raise RequestError(
            words("{path} is a spreadsheet of a kind that cannot be read", path=file),
            words("open it in a spreadsheet program and save it as .xlsx"),
        )
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
    manuscript = reader(file.name, file.read_bytes())
    if not manuscript.blocks:
        raise RequestError(
            words("{path} holds no text that could be imported", path=file),
            words("see whether it is the right file; text in pictures is recognised by OCR first"),
        )
    return manuscript
