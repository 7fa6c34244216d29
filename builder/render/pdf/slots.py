"""Slots: places in a laid-out document where bulk printing puts other words than the sample's.

`draw_text` of the engine is replaced once, by `install`. While a filler is at work it is handed the sample of
every slot instead of having it drawn; at all other times samples are drawn like any text.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Protocol

from weasyprint import draw

SLOT = "data-slot"
"""The attribute of an element `span.slot` that names the slot."""

_plain_draw_text = draw.draw_text


class Filler(Protocol):
    """Puts something in the place of a sample."""

    def fill(self, stream: Any, sample: Any) -> None:
        """Writes to the page's stream what comes where the text box `sample` would have been drawn."""


_filler: ContextVar[Filler | None] = ContextVar("filler", default=None)


def install() -> None:
    """Replaces the engine's drawing of text; doing it again changes nothing."""
    draw.draw_text = _draw_text


@contextmanager
def filling(filler: Filler) -> Iterator[None]:
    """Hands the samples of all slots that are drawn inside the block to `filler`."""
    token = _filler.set(filler)
    try:
        yield
    finally:
        _filler.reset(token)


def _draw_text(stream: Any, box: Any, *more: Any) -> None:
    filler = _filler.get()
    if filler is not None and box.element is not None and box.element.get(SLOT):
        filler.fill(stream, box)
        return
    text = box.pango_layout.text
    _plain_draw_text(stream, box, *more)
    box.pango_layout.text = text  # drawing appends an ellipsis to it: a page drawn twice would have two
