"""The composed HTML as one self-contained page, for looking at in a browser."""

from __future__ import annotations

import base64
from typing import Any

from lxml.html import document_fromstring

from builder.errors import BuildError
from builder.fonts import FontShelf
from builder.model.composed import Composed
from builder.model.theme import Theme
from builder.render.bounds import refuse_excess
from builder.render.pdf import theme_css
from builder.words import words

KINDS = {"png": "image/png", "jpg": "image/jpeg", "svg": "image/svg+xml"}


def render_html(document: Composed, css: str, theme: Theme, shelf: FontShelf) -> bytes:
    """The document with its style sheet and images inside; opens without any other file.

    Raises BuildError for a link to anything outside it.
    """
    html = document.html
    for name, data in document.assets.items():
        kind = KINDS[name.rpartition(".")[2]]
        html = html.replace(f'"asset:{name}"', f'"data:{kind};base64,{base64.b64encode(data).decode()}"')
    style = f"<style>\n{theme_css(theme, document.language, shelf)}\n{css}\n{SCREEN}</style>"
    page = html.replace("</head>", f"{style}\n</head>", 1)
    _refuse_references(page)
    return page.encode()


def _refuse_references(page: str) -> None:
    """Raises BuildError for anything that a browser would load from elsewhere, as the PDF engine does."""
    root: Any = document_fromstring(page)
    refuse_excess(root)
    links = [link for _, _, link, _ in root.iterlinks()]
    links += root.xpath("//@srcset | //@poster")
    for link in links:
        if not link.startswith(("data:", "#")):
            raise BuildError(
                words("refused to load {url}", url=link[:200]),
                words("images are named as asset:NAME; nothing else is loaded"),
            )


SCREEN = "@media screen { body { max-width: 174mm; margin: 10mm auto; padding: 0 6mm } .running { position: static } }\n"
