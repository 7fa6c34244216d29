"""Written files, reopened: PDF with pikepdf and PDFium, packages with zipfile and lxml."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
from lxml import etree

from builder.verify.paper.sheets import Sheet, drawn_sheets
from builder.verify.pdf_fonts import Decoder, decoder_of
from builder.verify.pdf_text import Shown, joined, shown_text
from builder.verify.pieces import Piece, tagged_pieces


class UnreadableError(Exception):
    """The file is not what its name says, or is damaged."""


MALFORMED = (pikepdf.PdfError, AttributeError, LookupError, TypeError, ValueError)
"""What a file brings about that has a number where a list should be: anybody may have written it."""


@contextmanager
def reading() -> Iterator[None]:
    """Says of a file that opens but is not built as its format asks that it is unreadable."""
    try:
        yield
    except MALFORMED as error:
        raise UnreadableError(f"{type(error).__name__}: {error}") from error


@dataclass(eq=False)
class Opened:
    """A written file; `path` as it is shown, relative to the output folder. Parts are read when asked for."""

    path: Path
    data: bytes


@dataclass(eq=False)
class OpenedPdf(Opened):
    """A PDF file."""

    @cached_property
    def pdf(self) -> pikepdf.Pdf:
        """The objects of the file, through pikepdf."""
        try:
            return pikepdf.open(io.BytesIO(self.data))
        except pikepdf.PdfError as error:
            raise UnreadableError(str(error)) from error

    @cached_property
    def drawn(self) -> Any:
        """The pages as PDFium draws them: a `pypdfium2.PdfDocument`."""
        try:
            return pypdfium2.PdfDocument(self.data)
        except pypdfium2.PdfiumError as error:
            raise UnreadableError(str(error)) from error

    @cached_property
    def pages(self) -> list[Any]:
        """`pypdfium2.PdfPage` of every page."""
        return list(self.drawn)

    @cached_property
    def layers(self) -> list[Any]:
        """`pypdfium2.PdfTextPage` of every page."""
        return [page.get_textpage() for page in self.pages]

    @cached_property
    def sheets(self) -> list[Sheet]:
        """What each page draws, and where."""
        return drawn_sheets(self.pages)

    @cached_property
    def pieces(self) -> list[Piece]:
        """Everything that is tagged, in the order of the tags, as a screen reader has it."""
        return tagged_pieces(self.pdf, [joined(shown) for shown in self.shown])

    @cached_property
    def shown(self) -> list[list[Shown]]:
        """Every string that each page's own content shows, visible or not."""
        return [list(shown_text(_content(page), self._fonts_of(page))) for page in self.pdf.pages]

    @cached_property
    def _decoders(self) -> dict[tuple[int, int], Decoder]:
        return {}

    def _fonts_of(self, page: pikepdf.Page) -> dict[str, Decoder]:
        fonts = {}
        named = page.get("/Resources", pikepdf.Dictionary()).get("/Font", pikepdf.Dictionary())
        for name, font in named.items():
            if font.objgen not in self._decoders:
                self._decoders[font.objgen] = decoder_of(font)
            fonts[name[1:]] = self._decoders[font.objgen]
        return fonts


@dataclass(eq=False)
class OpenedPackage(Opened):
    """A zip package of parts."""

    @cached_property
    def archive(self) -> zipfile.ZipFile:
        try:
            return zipfile.ZipFile(io.BytesIO(self.data))
        except zipfile.BadZipFile as error:
            raise UnreadableError(str(error)) from error

    @cached_property
    def parts(self) -> dict[str, bytes]:
        """Member → bytes, in the order of the archive."""
        try:
            return {info.filename: self.archive.read(info) for info in self.archive.infolist()}
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError) as error:
            raise UnreadableError(str(error)) from error

    @cached_property
    def trees(self) -> dict[str, etree._Element]:
        """Member → root of every part that is XML; entities stay shut."""
        return {
            name: _parsed(name, data) for name, data in self.parts.items() if name.endswith((".xml", ".rels"))
        }


@dataclass(eq=False)
class OpenedDocx(OpenedPackage):
    """A Word file."""

    @property
    def document(self) -> etree._Element:
        """The root of word/document.xml."""
        if "word/document.xml" not in self.trees:
            raise UnreadableError("word/document.xml")
        return self.trees["word/document.xml"]


@dataclass(eq=False)
class OpenedXlsx(OpenedPackage):
    """A workbook."""


@dataclass(eq=False)
class OpenedHtml(Opened):
    """A self-contained page."""


KINDS: dict[str, type[Opened]] = {
    ".pdf": OpenedPdf,
    ".docx": OpenedDocx,
    ".xlsx": OpenedXlsx,
    ".html": OpenedHtml,
}


def reopened(path: Path, data: bytes) -> Opened:
    """The file by the ending of its name. Raises UnreadableError for an ending that no build writes."""
    kind = KINDS.get(path.suffix.lower())
    if kind is None:
        raise UnreadableError(path.suffix)
    return kind(path, data)


def _content(page: pikepdf.Page) -> bytes:
    content = page.get("/Contents")
    if isinstance(content, pikepdf.Array):
        return b"\n".join(part.read_bytes() for part in content)
    return b"" if content is None else content.read_bytes()


def _parsed(name: str, data: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableError(f"{name}: {error}") from error
