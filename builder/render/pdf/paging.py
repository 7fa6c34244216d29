"""An end to pages: a style sheet can ask for one page a word, and the engine would lay out every one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from weasyprint import document, layout

from builder.render.bounds import refuse_pages
from builder.render.pdf.stopping import breathe

_plain_pages = layout.make_all_pages
_plain_draw = document.draw_page


def install() -> None:
    """Replaces the engine's generator of pages, and what draws one, by some that stop; again changes nothing."""
    layout.make_all_pages = _bounded_pages
    document.draw_page = _stoppable_draw


def _bounded_pages(*arguments: Any) -> Iterator[Any]:
    for number, page in enumerate(_plain_pages(*arguments), 1):
        refuse_pages(number)
        breathe()
        yield page


def _stoppable_draw(page: Any, stream: Any) -> None:
    breathe()
    _plain_draw(page, stream)
