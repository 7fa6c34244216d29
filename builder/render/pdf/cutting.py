"""A composed document cut where it breaks to a new page anyway, so that each piece can be laid out alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import lxml.html

_BREAKS = {"break-page", "break-even", "break-odd"}
_LINK = re.compile(r'href="#([^"]+)"')
_ACROSS = re.compile(r":first(?![-\w])|:nth\(|counter-(increment|reset|set)")
_WORDS = re.compile(r">[^<]+<")


class UnfitError(Exception):
    """The document cannot be laid out in pieces; nothing is wrong with it."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A document in pieces, and what each needs to be a document of its own."""

    head: str
    """Everything before the body."""
    bare_head: str
    """The same without properties: what bears on the layout."""
    body: str
    """The body's opening tag."""
    frame: str
    """Running header and footer."""
    pieces: tuple[str, ...]

    def opening(self, index: int) -> str:
        """What stands before a piece to make it a document, by the piece's number.

        The first has the properties and the frame; of the others nobody sees them, so that they need not be
        laid out again when a footer changes.
        """
        if index == 0:
            return self.head + self.body + self.frame
        return self.bare_head + self.body + _WORDS.sub("><", self.frame)

    def document(self, index: int) -> str:
        """One piece as a whole document."""
        return f"{self.opening(index)}{self.pieces[index]}</body></html>"


def cut(html: str) -> Cut:
    """The pieces of a composed document. Raises UnfitError for one of other shape, or of a single piece."""
    root = lxml.html.document_fromstring(html)
    head, body = root.find("head"), root.find("body")
    blocks = [] if body is None else list(body)
    if head is None or len(blocks) < 3 or [b.get("class") for b in blocks[:2]] != ["running", "running"]:
        raise UnfitError
    frame, pieces = "".join(map(_text, blocks[:2])), tuple(_pieces(blocks[2:]))
    if len(pieces) < 2:
        raise UnfitError
    whole = _text(head)
    for element in [*head.findall("meta"), *head.findall("title")]:
        head.remove(element)
    start = f"<!DOCTYPE html>\n{_opening(root)}"
    return Cut(start + whole, start + _text(head), _opening(body), frame, pieces)


def linked(piece: str) -> frozenset[str]:
    """Names of the places that a piece refers to."""
    return frozenset(_LINK.findall(piece))


def looks_across(css: str) -> bool:
    """Whether a style sheet counts pages or blocks, so that a piece alone would look different."""
    return bool(_ACROSS.search(css))


def _pieces(blocks: list[Any]) -> Iterator[str]:
    piece: list[str] = []
    for block in blocks:
        if piece and _BREAKS.intersection(block.get("class", "").split()):
            yield "".join(piece)
            piece = []
        piece.append(_text(block))
    yield "".join(piece)


def _opening(element: Any) -> str:
    """The opening tag alone."""
    empty = lxml.html.Element(element.tag, dict(element.attrib))
    return _text(empty).partition("</")[0]


def _text(element: Any) -> str:
    return str(lxml.html.tostring(element, encoding="unicode"))
