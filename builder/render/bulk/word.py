"""Word copies: the document is rendered once, with a sign in each slot."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from builder.model.composed import Composed
from builder.model.theme import Theme
from builder.render.bulk.book import Book
from builder.render.bulk.slots import with_texts
from builder.render.bulk.values import Values
from builder.render.bulk.zipping import Archive
from builder.render.docx import render_docx
from builder.render.packing import read_zip


class WordStencil:
    """A Word file with gaps where the values come: one file a copy, or many copies in one."""

    def __init__(
        self, document: Composed, theme: Theme, page_of: Mapping[str, int], pages: int, base: bytes | None
    ) -> None:
        # Nothing that a document says can be a sign: it would have to hold its own digest.
        digest = hashlib.sha256(document.html.encode()).hexdigest()[:24]
        html = with_texts(document.html, lambda slot: f"{digest}.{slot}.")
        rendered = render_docx(replace(document, html=html), theme, page_of, pages, base)
        self._digest, self._parts = digest, read_zip(rendered)

    def filled(self, values: Values) -> bytes:
        """The file of the copy with these values."""
        return self._archive.filled(lambda slot: _escaped(values[slot]))

    def book(self, copies: Iterable[Values]) -> bytes:
        """One file of all copies, each in a section of its own that begins on a right-hand page."""
        return self._book.filled(
            [{slot: _escaped(value) for slot, value in values.items()} for values in copies]
        )

    @cached_property
    def _archive(self) -> Archive:
        sign = re.compile(rf"{self._digest}\.(.*?)\.".encode())
        return Archive({name: _pieces(data, sign) for name, data in self._parts.items()})

    @cached_property
    def _book(self) -> Book:
        return Book(self._parts, self._digest)


def _pieces(data: bytes, sign: re.Pattern[bytes]) -> Sequence[bytes | str]:
    found = sign.split(data)
    return [piece.decode() if i % 2 else piece for i, piece in enumerate(found)]


def _escaped(value: str) -> bytes:
    """Text as it stands between tags."""
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").encode()
