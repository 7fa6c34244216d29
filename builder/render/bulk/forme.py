"""A document set for a known lot of copies: each of them is printed without laying out anything again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from builder.render.bulk.binding import bind
from builder.render.bulk.bundle import Bundle
from builder.render.bulk.laid_out import Split
from builder.render.bulk.single import Stencil
from builder.render.bulk.values import Values
from builder.render.bulk.word import WordStencil


class Forme:
    """Prints any of the copies that it was set for, in any order; see `Bulk.forme`."""

    def __init__(self, pages: int, loose: Split, tagged: Split | None, word: WordStencil | None) -> None:
        self.pages = pages
        """Pages of one copy."""
        self._loose, self._tagged, self._word = loose, tagged, word

    def pdf(self, copies: Sequence[Values], titles: Sequence[str], *, duplex: bool = True) -> Bundle:
        """Copies in one PDF; see `Bulk.pdf`."""
        return bind(self._loose, copies, titles, duplex=duplex)

    def pdfs(self, copies: Iterable[Values]) -> Iterator[bytes]:
        """Each copy as a tagged PDF file of its own."""
        return map(self._stencil.filled, copies)

    def docx(self, copies: Iterable[Values]) -> Iterator[bytes]:
        """Each copy as a Word file of its own."""
        assert self._word is not None
        return map(self._word.filled, copies)

    def book(self, copies: Iterable[Values]) -> bytes:
        """Copies in one Word file; see `Bulk.book`."""
        assert self._word is not None
        return self._word.book(copies)

    @cached_property
    def _stencil(self) -> Stencil:
        assert self._tagged is not None
        return Stencil(self._tagged)
