"""Texts in which some bytes are not of the encoding of all others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.importers.reading.common_han import likelihood
from builder.words import Words, words

MOST_LINES = 5


def mended(data: bytes, encoding: str, others: Sequence[str]) -> tuple[str, list[Words]]:
    """The text in the encoding, and a sentence for each kind of fault, with its lines.

    A line that is wholly in one of the others, and likelier there, is read in that; what is left is U+FFFD, one for
    each run of bytes that cannot be decoded.
    """
    pieces = data.split(b"\n")
    if text := _whole(data, pieces, encoding):
        return text, []
    if encoding.startswith(("utf-16", "utf-32")):
        text = data.decode(encoding, "replace")
        return text, list(_lost(text.split("\n")))
    lines, foreign = [], []
    for number, piece in enumerate(pieces, 1):
        line, is_foreign = _line(piece, encoding, others)
        lines.append(line)
        foreign += [number] if is_foreign else []
    faults = [words("lines in another encoding: {lines}", lines=_some(foreign))] if foreign else []
    return "\n".join(lines), [*faults, *_lost(lines)]


def _whole(data: bytes, pieces: Sequence[bytes], encoding: str) -> str:
    """The text where all of it is in the one encoding; lines of UTF-8 may be valid in another by chance."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return ""
    if encoding.startswith("utf") or not any(is_surely_utf8(p) for p in pieces if not p.isascii()):
        return text
    return ""


def is_surely_utf8(data: bytes) -> bool:
    """It is valid, and has characters of three bytes, which bytes of another encoding hardly are by chance."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return "\x00" not in text and max(text, default="") >= "\u0800"


def _line(piece: bytes, encoding: str, others: Sequence[str]) -> tuple[str, bool]:
    if piece.isascii():
        return piece.decode(encoding), False
    readings = {name: text for name in (encoding, *others) for text in _reading(piece, name)}
    if encoding not in readings:
        readings[encoding] = piece.decode(encoding, "replace")
    best = max(readings, key=lambda name: likelihood(readings[name]) + (name == encoding))
    return readings[best], best != encoding


def _reading(piece: bytes, encoding: str) -> Iterator[str]:
    try:
        yield piece.decode(encoding)
    except UnicodeDecodeError:
        return


def _lost(lines: Sequence[str]) -> Iterator[Words]:
    """What could not be decoded, and where."""
    count = sum(line.count("\ufffd") for line in lines)
    if count:
        numbers = [number for number, line in enumerate(lines, 1) if "\ufffd" in line]
        yield words(
            "{count} characters could not be decoded and stand as “�”, in line {lines}",
            count=count,
            lines=_some(numbers),
        )


def _some(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers[:MOST_LINES])) + ("…" if len(numbers) > MOST_LINES else "")
