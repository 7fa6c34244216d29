"""The text that a PDF's content streams show, in any mode, in the order of the stream."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from builder.verify.pdf_fonts import Decoder, unhexed

_TOKEN = re.compile(
    rb"""
      /(?P<font>[^\s/<>\[\]()]+)\s+[-+.\d]+\s+Tf\b
    | <(?P<hex>[0-9A-Fa-f\s]*)>
    | \((?P<literal>(?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*)\)
    | /MCID\s+(?P<number>\d+)
    | \b(?P<mark>BDC|BMC|EMC)\b
    """,
    re.S | re.X,
)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.S)
_ESCAPED = {
    b"n": b"\n",
    b"r": b"\r",
    b"t": b"\t",
    b"b": b"\b",
    b"f": b"\f",
    b"\n": b"",
    b"\r": b"",
    b"\r\n": b"",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """One shown string; `number` is the marked content id around it, if it has one."""

    number: int | None
    text: str


def shown_text(content: bytes, fonts: Mapping[str, Decoder]) -> Iterator[Shown]:
    """Every string that a content stream shows, visible or not; `fonts` are those its resources name."""
    decoder = Decoder()
    marks: list[int | None] = []
    pending: int | None = None
    for token in _TOKEN.finditer(content):
        kind = token.lastgroup
        if kind == "font":
            decoder = fonts.get(token["font"].decode("latin-1"), Decoder())
        elif kind == "number":
            pending = int(token["number"])
        elif kind == "mark":
            _marked(marks, token["mark"], pending)
            pending = None
        else:
            raw = unhexed(token["hex"]) if kind == "hex" else unescaped(token["literal"])
            yield Shown(marks[-1] if marks else None, decoder.text(raw))


def _marked(marks: list[int | None], operator: bytes, number: int | None) -> None:
    """Content within marked content is that of the innermost mark with a number."""
    if operator != b"EMC":
        marks.append(number if number is not None or not marks else marks[-1])
    elif marks:
        marks.pop()


def unescaped(text: bytes) -> bytes:
    """The bytes of a literal PDF string."""
    return _ESCAPE.sub(_character, text) if b"\\" in text else text


def _character(match: re.Match[bytes]) -> bytes:
    escaped = match[1]
    return bytes([int(escaped, 8) & 255]) if escaped[:1] in b"01234567" else _ESCAPED.get(escaped, escaped)


def joined(pieces: Iterable[Shown]) -> dict[int, str]:
    """Marked content id → its text."""
    found: dict[int, list[str]] = {}
    for piece in pieces:
        if piece.number is not None:
            found.setdefault(piece.number, []).append(piece.text)
    return {number: "".join(texts) for number, texts in found.items()}
