"""Written files, reopened: PDF with pikepdf and PDFium, packages with zipfile and lxml."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import pikepdf
import pypdfium2
from lxml import etree

from builder.verify.paper.drafts import Draft, drafted
from builder.verify.paper.sheets import Box, DrawnSheet, Sheet
from builder.verify.pdf_fonts import Decoder, decoder_of
from builder.verify.pdf_text import Shown, joined, shown_text
from builder.verify.pieces import Piece, tagged_pieces

Found = TypeVar("Found")
"""What is found wrong with a page."""


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
    def drafts(self) -> list[Draft | None]:
        """Each page by a quick reading of its own content; None for those that only PDFium can read."""
        return [
            drafted(_sheet(number, page), _content(page), self._fonts_of(page), _images(page))
            for number, page in enumerate(self.pdf.pages, 1)
        ]

    @cached_property
    def _drawn_sheets(self) -> dict[int, DrawnSheet]:
        return {}

    def sheet(self, number: int) -> DrawnSheet:
        """What page `number`, from 1, draws, and where."""
        if number not in self._drawn_sheets:
            self._drawn_sheets[number] = DrawnSheet(number, self.drawn[number - 1])
        return self._drawn_sheets[number]

    def looks(self, number: int) -> Iterator[Sheet]:
        """Page `number` twice: its draft, where there is one, whose boxes are rather too large; then as it is.

        What is right in the draft is right: only for the rest PDFium has to draw the page.
        """
        draft = self.drafts[number - 1]
        if draft is not None:
            yield draft.sheet
        yield self.sheet(number)

    def wrong(self, finder: Callable[[Sheet], Found | None]) -> Iterator[tuple[DrawnSheet, Found]]:
        """The pages on which `finder` finds something wrong at every look, and what it finds."""
        for number in range(1, len(self.drafts) + 1):
            if all(finder(sheet) is not None for sheet in self.looks(number)):
                sheet = self.sheet(number)
                found = finder(sheet)
                if found is not None:
                    yield sheet, found

    @cached_property
    def pieces(self) -> list[Piece]:
        """Everything that is tagged, in the order of the tags, as a screen reader has it."""
        return tagged_pieces(self.pdf, [joined(shown) for shown in self.shown])

    @cached_property
    def shown(self) -> list[list[Shown]]:
        """Every string that each page's own content shows, visible or not."""
        return [
            list(shown_text(_content(page), self._fonts_of(page))) if draft is None else draft.shown
            for page, draft in zip(self.pdf.pages, self.drafts, strict=True)
        ]

    @cached_property
    def _decoders(self) -> dict[tuple[int, int], Decoder]:
        return {}

    def decoder(self, font: Any) -> Decoder:
        """The decoder of one of the file's font dictionaries."""
        if not font.is_indirect:
            return decoder_of(font)
        if font.objgen not in self._decoders:
            self._decoders[font.objgen] = decoder_of(font)
        return self._decoders[font.objgen]

    def _fonts_of(self, page: pikepdf.Page) -> dict[str, Decoder]:
        named = page.get("/Resources", pikepdf.Dictionary()).get("/Font", pikepdf.Dictionary())
        return {name[1:]: self.decoder(font) for name, font in named.items()}


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


def _sheet(number: int, page: pikepdf.Page) -> Sheet:
    left, bottom, right, top = map(float, page.cropbox)
    return Sheet(number, Box(left, bottom, right, top))


def _images(page: pikepdf.Page) -> set[str]:
    shown = page.get("/Resources", pikepdf.Dictionary()).get("/XObject", pikepdf.Dictionary())
    return {name[1:] for name, item in shown.items() if item.get("/Subtype") == "/Image"}


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
