"""Which reader reads files of which ending. A reader is loaded when a file of its format is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from builder.importers.blocks import Manuscript
from builder.importers.reading.decoding import decoded
from builder.importers.reading.markdown import read_markdown
from builder.importers.reading.text import read_text

Reader = Callable[[str, bytes], Manuscript]
"""Takes a file's name and its bytes."""


def _of_text(reader: Callable[[str, str], Manuscript]) -> Reader:
    """The reader of a text, as one of a file in any encoding."""

    def read(name: str, data: bytes) -> Manuscript:
        text, note = decoded(data, name)
        manuscript = reader(name, text)
        return manuscript if note is None else replace(manuscript, notes=(note, *manuscript.notes))

    return read


def _html(name: str, data: bytes) -> Manuscript:
    from builder.importers.reading.html.html import read_html

    return read_html(name, data)


def _pdf(name: str, data: bytes) -> Manuscript:
    from builder.importers.reading.pdf.pdf import read_pdf

    return read_pdf(name, data)


def _docx(name: str, data: bytes) -> Manuscript:
    from builder.importers.reading.docx.word_file import read_docx

    return read_docx(name, data)


def _xlsx(name: str, data: bytes) -> Manuscript:
    from builder.importers.reading.workbook import read_xlsx

    return read_xlsx(name, data)


def _csv(name: str, data: bytes) -> Manuscript:
    from builder.importers.reading.delimited import read_csv

    return _of_text(read_csv)(name, data)


def _tsv(name: str, data: bytes) -> Manuscript:
    from builder.importers.reading.delimited import read_tsv

    return _of_text(read_tsv)(name, data)


READERS: dict[str, Reader] = {
    **dict.fromkeys((".docx", ".docm", ".dotx", ".dotm"), _docx),
    **dict.fromkeys((".xlsx", ".xlsm", ".xltx", ".xltm"), _xlsx),
    ".csv": _csv,
    ".tsv": _tsv,
    ".pdf": _pdf,
    **dict.fromkeys((".html", ".htm", ".xhtml", ".mhtml", ".mht"), _html),
    ".txt": _of_text(read_text),
    **dict.fromkeys((".md", ".markdown"), _of_text(read_markdown)),
}
"""Ending of a file's name → its reader."""
MISNAMED: dict[str, Reader] = {".doc": _docx}
"""Read where the name is wrong, refused with the way out where it is right."""
OTHER_SPREADSHEETS = (".xls", ".xlsb", ".ods", ".fods", ".numbers", ".et", ".ett")
