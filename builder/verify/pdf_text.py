"""The text that a PDF's content streams show, in any mode, in the order of the stream."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

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


class Shown(NamedTuple):
    """One shown string; `number` is the marked content id around it, if it has one."""

    number: int | None
    text: str


class Marks:
    """Which marked content a content stream is in: the innermost with a number."""

    def __init__(self) -> None:
        self.number: int | None = None
        self._around: list[int | None] = []

    def begin(self, number: int | None) -> None:
        self._around.append(self.number)
        self.number = self.number if number is None else number

    def end(self) -> None:
        if self._around:
            self.number = self._around.pop()


def shown_text(content: bytes, fonts: Mapping[str, Decoder]) -> Iterator[Shown]:
    """Every string that a content stream shows, visible or not; `fonts` are those its resources name."""
    decoder = Decoder()
    marks = Marks()
    pending: int | None = None
    for token in _TOKEN.finditer(content):
        kind = token.lastgroup
        if kind == "font":
            decoder = fonts.get(token["font"].decode("latin-1"), Decoder())
        elif kind == "number":
            pending = int(token["number"])
        elif kind == "mark":
            if token["mark"] == b"EMC":
                marks.end()
            else:
                marks.begin(pending)
            pending = None
        else:
            raw = unhexed(token["hex"]) if kind == "hex" else unescaped(token["literal"])
            yield Shown(marks.number, decoder.text(raw))


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
