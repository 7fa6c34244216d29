"""One document, many copies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice

from builder.fonts import FontShelf
from builder.model.composed import Composed
from builder.model.theme import Theme
from builder.render.bulk.binding import bind
from builder.render.bulk.bundle import Bundle
from builder.render.bulk.forme import Forme
from builder.render.bulk.laid_out import LaidOut
from builder.render.bulk.single import Stencil
from builder.render.bulk.slots import slots_of
from builder.render.bulk.values import Values, refuse_unfit
from builder.render.bulk.word import WordStencil

_RUN = 500
"""Files for which fonts are made together: more would put everyone's characters into every file."""


class Bulk:
    """Makes copies of one document, each with its own values in the slots; the layout is done once.

    Raises what rendering raises, and BuildError for slots that are none. Every method raises SlotError for
    values that are missing, are more than a line, have no glyph, or are too long for their place.
    """

    def __init__(
        self, document: Composed, css: str, theme: Theme, shelf: FontShelf, base_docx: bytes | None = None
    ) -> None:
        self.slots = slots_of(document.html)
        """Names of the slots in the order of the text."""
        self._document, self._css, self._theme, self._shelf = document, css, theme, shelf
        self._base = base_docx

    @cached_property
    def _laid_out(self) -> LaidOut:
        return LaidOut(self._document, self._css, self._theme, self._shelf)

    @cached_property
    def _word(self) -> WordStencil:
        layout = self._laid_out
        return WordStencil(self._document, self._theme, layout.anchors, layout.pages, self._base)

    @property
    def pages(self) -> int:
        """Pages of one copy."""
        return self._laid_out.pages

    def pdf(self, copies: Sequence[Values], titles: Sequence[str], *, duplex: bool = True) -> Bundle:
        """All copies in one PDF; the outline has an entry for each, called by its title.

        With `duplex`, blank pages let each copy start on a right-hand page. Language, title, links and searchable
        text are there; tags are not: the file is for the printer, readers who need tags get files of their own.
        """
        refuse_unfit(copies, self.slots)
        return bind(self._laid_out.split(copies, self.slots, tagged=False), copies, titles, duplex=duplex)

    def pdfs(self, copies: Iterable[Values]) -> Iterator[bytes]:
        """Each copy as a tagged PDF file of its own, in the order given; memory does not grow with their number."""
        for first, run in self._runs(copies):
            stencil = Stencil(self._laid_out.split(run, self.slots, tagged=True, first=first))
            yield from map(stencil.filled, run)

    def book(self, copies: Sequence[Values]) -> bytes:
        """All copies in one Word file, in the order given.

        Each is a section that starts on a right-hand page as page 1; its page counts, lists, bookmarks and controls
        are its own.
        """
        refuse_unfit(copies, self.slots)
        return self._word.book(copies)

    def forme(self, copies: Sequence[Values], *, tagged: bool, word: bool) -> Forme:
        """The document set for these copies, so that the layout can go before the first is printed.

        With `tagged` it can make PDF files of single copies, with `word` Word files. The characters of all copies
        are in the fonts of every PDF.
        """
        refuse_unfit(copies, self.slots)
        layout = self._laid_out
        return Forme(
            layout.pages,
            layout.split(copies, self.slots, tagged=False),
            layout.split(copies, self.slots, tagged=True) if tagged else None,
            self._word if word else None,
        )

    def docx(self, copies: Iterable[Values]) -> Iterator[bytes]:
        """Each copy as a Word file of its own, in the order given."""
        for _, run in self._runs(copies):
            yield from map(self._word.filled, run)

    def _runs(self, copies: Iterable[Values]) -> Iterator[tuple[int, Sequence[Values]]]:
        waiting, first = iter(copies), 0
        while run := list(islice(waiting, _RUN)):
            refuse_unfit(run, self.slots, first)
            yield first, run
            first += len(run)
