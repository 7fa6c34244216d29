"""An end to pages: a style sheet can ask for one page a word, and the engine would lay out every one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from weasyprint import layout

from builder.render.bounds import refuse_pages

_plain_pages = layout.make_all_pages


def install() -> None:
    """Replaces the engine's generator of pages by one that stops; doing it again changes nothing."""
    layout.make_all_pages = _bounded_pages


def _bounded_pages(*arguments: Any) -> Iterator[Any]:
    for number, page in enumerate(_plain_pages(*arguments), 1):
        refuse_pages(number)
        yield page
