"""Files that are no text, told by how they begin or by characters that no text has."""

from __future__ import annotations

import re

from builder.errors import RequestError
from builder.words import words

_SIGNATURES = (
    (b"PK\x03\x04", "ZIP (DOCX, XLSX …)"),
    (b"%PDF-", "PDF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Office 97–2003 (DOC, XLS)"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG\r\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"\x1f\x8b\x08", "GZIP"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"SQLite format 3\x00", "SQLite"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
MOST_CONTROLS, MOST_LOST = 0.02, 0.2
"""Shares of a text's characters."""


def refuse_other_formats(data: bytes, name: str) -> None:
    """Raises RequestError for a file that begins as another format does, whatever its name says."""
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise RequestError(
                words("{name} is no text but a file of the format {kind}", name=name, kind=kind),
                words("give it the ending of its format, or save it as text, DOCX or PDF"),
            )


def has_controls(text: str) -> bool:
    """It holds characters that control devices; tabs and ends of lines and pages are none."""
    return _CONTROL.search(text) is not None


def refuse_without_sense(text: str, name: str) -> None:
    """Raises RequestError where too much of what was decoded is no character of any text."""
    controls, lost = len(_CONTROL.findall(text)), text.count("\ufffd")
    if controls > len(text) * MOST_CONTROLS or lost > len(text) * MOST_LOST:
        raise RequestError(
            words("{name} is no text in any encoding that we know", name=name),
            words("open it in the program that made it, and save it as text in UTF-8"),
        )
