"""One document laid out once; written again for each set of values, split where its slots are."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import pikepdf

from builder.errors import BuildError
from builder.fonts import FontShelf
from builder.model.composed import Composed
from builder.model.theme import Theme
from builder.render.bulk.values import Values, refuse_misfits
from builder.render.pdf.engine import VARIANT, anchors, at_work, lay_out
from builder.words import words

_MARK = re.compile(rb"/slot(\d+) MP\s")

Content: TypeAlias = Sequence["bytes | Spot"]
"""What a page draws, in order: what all copies have, and the spots between."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One place of a slot on one page: what is drawn there for each value, as text operators."""

    slot: str
    drawn: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Split:
    """A written document, and what each of its pages draws instead of what it says there."""

    data: bytes
    contents: Sequence[Content]

    def opened(self) -> pikepdf.Pdf:
        """The document to be filled: the caller's own, to be changed and closed."""
        return pikepdf.open(io.BytesIO(self.data))


class LaidOut:
    """A document's pages, laid out when this is made; raises what rendering raises."""

    def __init__(self, document: Composed, css: str, theme: Theme, shelf: FontShelf) -> None:
        self._document, self._shelf = document, shelf
        with at_work(document, shelf) as self._fetcher:
            self._pages = lay_out(document, css, theme, shelf, self._fetcher)
        self.pages: int = len(self._pages.pages)
        self.anchors = anchors(self._pages.pages)

    def split(self, copies: Sequence[Values], slots: Sequence[str], *, tagged: bool, first: int = 0) -> Split:
        """The document written with the characters of all copies, whose first is number `first`, in its fonts.

        Raises SlotError for values that cannot be printed, BuildError for a slot that no page draws as text.
        """
        from builder.render.bulk.stamping import Stamper  # loads the engine
        from builder.render.pdf.slots import filling

        wanted = {slot: sorted({copy[slot] for copy in copies}) for slot in slots}
        stamper = Stamper(wanted, self._shelf)
        with at_work(self._document, self._shelf), filling(stamper):
            data = self._pages.copy().write_pdf(pdf_variant=VARIANT if tagged else None)
        refuse_misfits(copies, stamper.misfits, first)
        with pikepdf.open(io.BytesIO(data)) as pdf:
            split = Split(data, [_content(page, stamper.spots) for page in pdf.pages])
        _refuse_lost(split, slots, len(stamper.spots))
        return split


def _content(page: pikepdf.Page, spots: Sequence[Spot]) -> Content:
    pieces = _MARK.split(page.obj.Contents.read_bytes())
    return [spots[int(piece)] if i % 2 else piece for i, piece in enumerate(pieces)]


def _refuse_lost(split: Split, slots: Sequence[str], drawn: int) -> None:
    """Raises BuildError where a slot shows nowhere, or only inside something that is drawn as a picture."""
    found = [piece.slot for content in split.contents for piece in content if isinstance(piece, Spot)]
    lost = next((slot for slot in slots if slot not in found), None)
    if lost is not None or len(found) != drawn:
        raise BuildError(
            words("the slot “{slot}” is not printed as text on any page", slot=lost or ""),
            words("give it a sample text, and let nothing around it be translucent"),
        )
