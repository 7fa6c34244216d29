"""Codes of a PDF's fonts to characters, as their ToUnicode maps have it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pikepdf

_SECTION = re.compile(rb"beginbf(char|range)(.*?)endbf", re.S)
_CHAR = re.compile(rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]*)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]+)>\s*(?:<([0-9A-Fa-f\s]*)>|\[([^\]]*)\])")
_STRING = re.compile(rb"<([0-9A-Fa-f\s]*)>")
_WIDTHS = re.compile(rb"(\d+)\s*\[([-.\d\s]*)\]|(\d+)\s+(\d+)\s+([-.\d]+)(?!\s+R)")
LONGEST_RANGE = 0xFFFF


@dataclass(frozen=True)
class Decoder:
    """Reads the strings that are shown in one font."""

    codes: Mapping[int, str] = field(default_factory=dict)
    size: int = 1
    """Bytes of a code."""
    codec: str = "cp1252"
    """For a font that has no map."""
    widths: Mapping[int, float] = field(default_factory=dict)
    """Code → how far its glyph goes, in thousandths of the type size; of fonts with two bytes a code."""
    usual_width: float = 1000

    def text(self, raw: bytes) -> str:
        """The characters of a shown string; codes without one are left out."""
        if not self.codes:
            return raw.decode(self.codec, "ignore")
        step = self.size
        get = self.codes.get
        return "".join(get(int.from_bytes(raw[i : i + step]), "") for i in range(0, len(raw), step))

    def advance(self, codes: Iterable[int]) -> float:
        """How far some codes go together, in thousandths of the type size."""
        get, usual = self.widths.get, self.usual_width
        return sum([get(code, usual) for code in codes])


def decoder_of(font: Any) -> Decoder:
    """The decoder of one font dictionary."""
    composite = font.get("/Subtype") == "/Type0"
    if isinstance(font.get("/ToUnicode"), pikepdf.Stream):
        codes = to_unicode(font.ToUnicode.read_bytes())
        if not composite:
            return Decoder(codes)
        inner = font.DescendantFonts[0]
        return Decoder(codes, 2, "", _widths(inner.get("/W")), float(inner.get("/DW", 1000)))
    return Decoder(codec=_codec(str(font.get("/Encoding", ""))) if composite else "cp1252")


def _widths(table: Any) -> dict[int, float]:
    """Code → width of a font's table of widths; tables within it that are objects of their own are left out."""
    found: dict[int, float] = {}
    entries = _WIDTHS.findall(table.unparse()) if isinstance(table, pikepdf.Array) else ()
    for start, several, first, last, same in entries:
        if start:
            found.update(enumerate(map(float, several.split()), int(start)))
        else:
            found.update(dict.fromkeys(range(int(first), min(int(last), LONGEST_RANGE) + 1), float(same)))
    return found


def _codec(cmap: str) -> str:
    """The character set of one of the CMaps that come with every reader."""
    return "gb18030" if cmap.startswith("/GB") else "utf-16-be"


def to_unicode(cmap: bytes) -> dict[int, str]:
    """Code → characters of a ToUnicode CMap."""
    codes: dict[int, str] = {}
    for kind, body in _SECTION.findall(cmap):
        if kind == b"char":
            codes.update((_number(code), _characters(text)) for code, text in _CHAR.findall(body))
        else:
            for first, last, start, several in _RANGE.findall(body):
                codes.update(_ranged(_number(first), _number(last), start, several))
    return codes


def _ranged(first: int, last: int, start: bytes, several: bytes) -> dict[int, str]:
    if several:
        return {first + i: _characters(text) for i, text in enumerate(_STRING.findall(several))}
    base = _characters(start)
    if not base:
        return {}
    count = min(last - first, LONGEST_RANGE, 0x10FFFF - ord(base[-1])) + 1
    return {first + i: base[:-1] + chr(ord(base[-1]) + i) for i in range(count)}


def _number(code: bytes) -> int:
    return int(b"".join(code.split()) or b"0", 16)


def _characters(text: bytes) -> str:
    return unhexed(text).decode("utf-16-be", "ignore")


def unhexed(text: bytes) -> bytes:
    """The bytes of a hexadecimal PDF string."""
    digits = b"".join(text.split())
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
