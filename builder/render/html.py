"""The composed HTML as one self-contained page, for looking at in a browser."""

from __future__ import annotations

import base64

from builder.fonts import FontShelf
from builder.model.composed import Composed
from builder.model.theme import Theme
from builder.render.pdf import theme_css

KINDS = {"png": "image/png", "jpg": "image/jpeg"}


def render_html(document: Composed, css: str, theme: Theme, shelf: FontShelf) -> bytes:
    """The document with its style sheet and images inside; opens without any other file."""
    html = document.html
    for name, data in document.assets.items():
        kind = KINDS[name.rpartition(".")[2]]
        html = html.replace(f'"asset:{name}"', f'"data:{kind};base64,{base64.b64encode(data).decode()}"')
    style = f"<style>\n{theme_css(theme, document.language, shelf)}\n{css}\n{SCREEN}</style>"
    return html.replace("</head>", f"{style}\n</head>", 1).encode()


SCREEN = "@media screen { body { max-width: 174mm; margin: 10mm auto; padding: 0 6mm } .running { position: static } }\n"
