"""Inline content to runs: character styles, white space as HTML has it, links, boxes, pictures, fields."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from builder.errors import BuildError
from builder.render.docx.drafting import Drafting
from builder.render.docx.oxml.controls import check_box
from builder.render.docx.oxml.fields import PAGE_COUNT, PAGE_NUMBER, SECTION_TITLE, field
from builder.render.docx.oxml.runs import LINK_END, line_break, link_start, text_run
from builder.render.docx.pictures import Pictures
from builder.render.docx.stylesheet.characters import box_font
from builder.render.docx.vocabulary import INLINE, Element, classes_of, misplaced
from builder.words import words

_SPACE = re.compile(r"[ \t\r\n\f]+")
# Marks that Unicode leaves open between Latin and Han width: “ ” ‘ ’ … — · × ° → ≥ ① □ and their like.
_AMBIGUOUS = re.compile("[°±·×÷‐-‧‰-⁞℀-➿]")
# A blank to write on, as wide as a Han character: Word hangs ideographic spaces past the end of the line.
_BLANK = "\u00a0" * 4
_STYLES = {
    "strong": "Strong",
    "em": "Emphasis",
    "code": "Code",
    "sub": "Subscript",
    "sup": "Superscript",
    "blank": "Blank",
    "tag": "Tag",
    "points": "Points",
}
_FIELDS = {"section-title": SECTION_TITLE, "page-number": PAGE_NUMBER, "page-count": PAGE_COUNT}


@dataclass(slots=True)
class Piece:
    """Text in a style, or finished XML: a `break`, a `thing` that stands like a letter, an invisible `edge`."""

    kind: Literal["text", "break", "thing", "edge"]
    value: str
    style: str = ""


class InlineReader:
    """Reads inline content for one story; its pictures belong to that story's part."""

    def __init__(self, drafting: Drafting, pictures: Pictures) -> None:
        self._drafting = drafting
        self._pictures = pictures

    def content(self, node: Element, width: int) -> str:
        """The runs of everything inside `node`; pictures are at most `width` twips wide."""
        return self.runs(list(self.inside(node, width)))

    def inside(self, node: Element, width: int, style: str = "") -> Iterator[Piece]:
        """The pieces inside an element, in the character style called `style`."""
        if node.text:
            yield Piece("text", node.text, style)
        for child in node:
            if child.tag not in INLINE:
                raise misplaced(f"<{child.tag}>", f"<{node.tag}>")
            yield from self.pieces(child, width, style)
            if child.tail:
                yield Piece("text", child.tail, style)

    def pieces(self, node: Element, width: int, style: str = "") -> Iterator[Piece]:
        """The pieces of an inline element itself."""
        if node.tag == "br":
            yield Piece("break", line_break())
        elif node.tag == "img":
            yield Piece("thing", self._picture(node, width))
        elif node.tag == "a":
            yield from self._link(node, width, style)
        elif node.tag == "span":
            yield from self._span(node, width, style)
        else:
            yield from self.inside(node, width, _STYLES[str(node.tag)])

    def _span(self, node: Element, width: int, style: str) -> Iterator[Piece]:
        field = node.get("data-field")
        if not field:
            yield from self._plain_span(node, width, style)
            return
        start, end = self._drafting.marks.edges(field)
        yield Piece("edge", start)
        yield from self._plain_span(node, width, style)
        yield Piece("edge", end)

    def _plain_span(self, node: Element, width: int, style: str) -> Iterator[Piece]:
        name = next(iter(sorted(classes_of(node))), "")
        if name == "check":
            yield Piece("thing", self._check(node))
        elif name in _FIELDS:
            yield Piece("thing", self._field(name))
        elif name == "slot":
            yield Piece("thing", self._slot(node, style))
        else:
            yield from self.inside(node, width, _STYLES.get(name, style))

    def _link(self, node: Element, width: int, style: str) -> Iterator[Piece]:
        target = node.get("href", "")
        if not target.startswith("#"):
            raise BuildError(words("a link to “{target}” would leave the document", target=target))
        yield Piece("edge", link_start(self._drafting.bookmarks.name(target[1:])))
        yield from self.inside(node, width, style or "Hyperlink")
        yield Piece("edge", LINK_END)

    def _check(self, node: Element) -> str:
        number = next(self._drafting.control_numbers)
        name = node.get("data-name") or f"check-{number}"
        self._drafting.claim(name)
        return check_box(number, name, self._drafting.style_ids["Check Box"], box_font(self._drafting.look))

    def _slot(self, node: Element, style: str) -> str:
        """A run of its own: whatever text a copy has here, the runs around it stay as they are."""
        style_id = self._drafting.style_ids[style] if style else ""
        return text_run("".join(map(str, node.itertext())), style_id, self._drafting.look.chinese)

    def _field(self, name: str) -> str:
        cached = {
            "section-title": self._drafting.section_title,
            "page-number": "1",
            "page-count": str(self._drafting.pages),
        }[name]
        return field(_FIELDS[name], cached, east_asian=self._is_full_width(cached))

    def _picture(self, node: Element, width: int) -> str:
        return self._pictures.run(
            next(self._drafting.picture_numbers),
            node.get("src", ""),
            node.get("style", ""),
            node.get("alt", ""),
            width,
        )

    def runs(self, pieces: Sequence[Piece]) -> str:
        """The XML of the pieces, white space collapsed, neighbours of one style joined."""
        return "".join(
            self._text(piece) if piece.kind == "text" else piece.value for piece in joined(collapsed(pieces))
        )

    def _text(self, piece: Piece) -> str:
        style = self._drafting.style_ids[piece.style] if piece.style else ""
        value = piece.value.replace("　", _BLANK) if piece.style == "Blank" else piece.value
        return text_run(value, style, self._is_full_width(value))

    def _is_full_width(self, text: str) -> bool:
        return self._drafting.look.chinese and bool(_AMBIGUOUS.search(text))


def collapsed(pieces: Sequence[Piece]) -> list[Piece]:
    """White space as HTML has it: runs of it are one space, none at the ends of a line.

    Ideographic and no-break spaces are not white space: blanks are made of them.
    """
    if len(pieces) == 1 and pieces[0].kind == "text":
        only = _SPACE.sub(" ", pieces[0].value).removeprefix(" ").removesuffix(" ")
        return [Piece("text", only, pieces[0].style)] if only else []
    done: list[Piece] = []
    last: Piece | None = None
    at_start = True
    for piece in pieces:
        if piece.kind == "text":
            text = _SPACE.sub(" ", piece.value)
            piece = Piece("text", text.removeprefix(" ") if at_start else text, piece.style)
            if not piece.value:
                continue
            at_start, last = piece.value.endswith(" "), piece
        elif piece.kind != "edge":
            if piece.kind == "break":
                _trim(last)
            at_start, last = piece.kind == "break", None
        done.append(piece)
    _trim(last)
    return [piece for piece in done if piece.value]


def _trim(piece: Piece | None) -> None:
    if piece is not None:
        piece.value = piece.value.removesuffix(" ")


def joined(pieces: Sequence[Piece]) -> list[Piece]:
    """Neighbouring text of one style in one piece."""
    done: list[Piece] = []
    for piece in pieces:
        if done and piece.kind == done[-1].kind == "text" and piece.style == done[-1].style:
            done[-1] = Piece("text", done[-1].value + piece.value, piece.style)
        else:
            done.append(piece)
    return done
