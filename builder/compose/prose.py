"""Markdown of long fields → HTML of the fixed vocabulary."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable
from html import escape

from markdown_it.token import Token
from markupsafe import Markup

from builder.content.markdown import WIDE, image_path, parser

PLAIN_TAGS = {
    "paragraph": "p",
    "list_item": "li",
    "thead": "thead",
    "tbody": "tbody",
    "tr": "tr",
    "strong": "strong",
    "em": "em",
}
SHARED = " “”‘’…—"
_SHOWS_IMAGES = "!["
_TEXTS_KEPT = 4096
"""A bank's texts stand in several of its documents, and nearly all of them outlast an edit."""

ImageTag = Callable[[str, str], str]
"""Path and description of an image → its `img` element."""


def prose(text: str, image: ImageTag, field: str = "") -> Markup:
    """The HTML of a long field: blocks of paragraphs, lists, tables, each marked with the field that it prints."""
    return _prose(text, image, field) if _SHOWS_IMAGES in text else _wordy_prose(text, field)


def line(text: str, image: ImageTag) -> Markup:
    """The HTML of a short field: emphasis and line breaks, no blocks; an empty line is a line break."""
    return _line(text, image) if _SHOWS_IMAGES in text else _wordy_line(text)


def _prose(text: str, image: ImageTag, field: str) -> Markup:
    mark = f' data-field="{escape(field)}"' if field else ""
    return Markup("".join(_blocks(parser().parse(text), image, mark)))  # noqa: S704 - every text is escaped below


def _line(text: str, image: ImageTag) -> Markup:
    paragraphs = re.split(r"\n[ \t]*\n\s*", text.strip())
    tokens = [token for paragraph in paragraphs for token in parser().parseInline(paragraph)]
    return Markup("<br>".join(_inline(token.children or [], image) for token in tokens))  # noqa: S704


@functools.lru_cache(maxsize=_TEXTS_KEPT)
def _wordy_prose(text: str, field: str) -> Markup:
    return _prose(text, _no_image, field)


@functools.lru_cache(maxsize=_TEXTS_KEPT)
def _wordy_line(text: str) -> Markup:
    return _line(text, _no_image)


def _no_image(path: str, description: str) -> str:
    raise AssertionError(f"a text without {_SHOWS_IMAGES} shows {path}")


def _blocks(tokens: list[Token], image: ImageTag, mark: str) -> list[str]:
    out: list[str] = []
    for i, token in enumerate(tokens):
        if token.type == "inline":
            out.append(_inline(token.children or [], image))
        elif token.type == "table_open":
            out.append(f'<table class="grid"{mark if token.level == 0 else ""}>' + _columns(tokens[i:]))
        elif token.hidden:  # the paragraph inside a tight list item
            continue
        else:
            out.append(_tag(token, mark if token.level == 0 else ""))
    return out


def _tag(token: Token, mark: str = "") -> str:
    name = token.tag
    if token.nesting < 0:
        return f"</{name}>"
    start = token.attrs.get("start")
    align = {"text-align:center": "center", "text-align:right": "right"}.get(
        str(token.attrs.get("style", ""))
    )
    attributes = (f' start="{int(start)}"' if start is not None else "") + (
        f' class="{align}"' if align else ""
    )
    return f"<{name}{attributes}{mark}>"


def _columns(tokens: list[Token]) -> str:
    """Column widths in proportion to what the columns hold, each at least a quarter of an even share."""
    widths: list[float] = []
    column = 0
    for token in tokens:
        if token.type == "tr_open":
            column = 0
        elif token.type == "table_close":
            break
        elif token.type == "inline":
            widths += [0.0] * (column + 1 - len(widths))
            widths[column] = max(widths[column], _width(token.content))
            column += 1
    return (
        "<colgroup>"
        + "".join(f'<col style="width:{share:.1f}%">' for share in shares(widths))
        + "</colgroup>"
    )


def shares(widths: list[float]) -> list[float]:
    """Percentages that add up to 100, in proportion to `widths` but none too narrow to read."""
    least = max(sum(widths), 1.0) / len(widths) / 2.5
    raised = [max(width, least) for width in widths]
    return [100 * width / sum(raised) for width in raised]


def _width(text: str) -> float:
    return sum(1.0 if unicodedata.east_asian_width(c) in "WF" else 0.5 for c in text)


def _inline(tokens: list[Token], image: ImageTag) -> str:
    out: list[str] = []
    for i, token in enumerate(tokens):
        if token.type == "softbreak":
            out.append(_soft_break(tokens, i))
        elif token.type == "hardbreak":
            out.append("<br>")
        elif token.type == "image":
            out.append(image(image_path(token), token.content))
        elif token.nesting:
            out.append(f"<{'/' if token.nesting < 0 else ''}{token.tag}>")
        else:
            out.append(escape(token.content, quote=False))
    return "".join(out)


def _soft_break(tokens: list[Token], i: int) -> str:
    """A line end in the YAML is a space between words, and nothing beside a Han character.

    Marks that Chinese and English share say nothing: what stands before or behind them decides.
    """
    before = "".join(t.content for t in tokens[:i]).rstrip(SHARED)[-1:]
    after = "".join(t.content for t in tokens[i + 1 :]).lstrip(SHARED)[:1]
    return "" if WIDE.match(before) or WIDE.match(after) else "\n"
