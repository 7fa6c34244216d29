"""What a page draws and where, by a quick reading of its own content: enough to tell the pages that are surely right.

Only what our engine writes is understood: upright text in fonts that name every character, lines, shapes, images.
Whatever else a page may hold – a form, slanted text, somebody's stamp – takes PDFium to read.
"""

from __future__ import annotations

import re
import sys
from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field

from builder.verify.paper.sheets import Box, Run, Sheet, is_rule
from builder.verify.pdf_fonts import Decoder
from builder.verify.pdf_text import Marks, Shown

_STEP = re.compile(
    rb"""
      BT\s(?P<matrix>(?:[-.\d]+\s){6})Tm\s
      /(?P<font>\S+)\s(?P<size>[-.\d]+)\sTf\s
      \[(?P<shown>(?:<(?:[0-9A-Fa-f]{4})*>[-.\d]*)*)\]\sTJ\sET\s
    | /\w+\s(?:<</MCID\s(?P<number>\d+)>>\sBDC|(?P<mark>BMC))\s
    | (?P<end>EMC)\s
    | (?P<saved>q)\s
    | (?P<restored>Q)\s
    | (?P<scaled>(?:[-.\d]+\s){6})cm\s
    | (?P<breadth>[-.\d]+)\sw\s
    | (?P<path>(?:(?:[-.\d]+\s)+(?:[mlcvy]|re)\s|h\s)+)(?:W\*?\s)?(?P<painted>[SsFfBb]\*?|n)\s
    | /(?P<image>\S+)\sDo\s
    | (?P<look>(?:[-.\d]+\s)+(?:rg|RG|k|K|g|G|sc|scn|SC|SCN|J|j|M)|/\S+\s(?:gs|cs|CS)
      |\[[.\d\s]*\]\s[.\d]+\sd|BT\sET)\s
    | (?P<unknown>\S)
    """,
    re.X,
)
_POINTS = re.compile(rb"((?:[-.\d]+\s)+)([mlcvy]|re)\s")
_ASCENT, _DESCENT = 0.9, 0.25
"""Share of the type size that letters take up above and below the line on which they stand, if not more."""
_DOT = 0.15
"""How far, in type sizes, the ink of a lone dot goes: thousands lead to the pages of the contents."""

Scale = tuple[float, float, float, float]
"""How far right and up one unit goes, and where its origin lies."""


@dataclass
class Draft:
    """One page: its strings in the order of the content, and about where its ink is."""

    sheet: Sheet
    shown: list[Shown] = field(default_factory=list)


def drafted(sheet: Sheet, content: bytes, fonts: Mapping[str, Decoder], images: set[str]) -> Draft | None:
    """The page, still empty in `sheet`, as its content draws it; None where that takes more than is understood here.

    `fonts` and `images` are those that the page's resources name.
    """
    reader = _Reader(Draft(sheet), fonts, images)
    try:
        return reader.draft if reader.understands(content + b"\n") else None
    except ValueError:  # 1.2.3 where a number should be
        return None


class _Reader:
    def __init__(self, draft: Draft, fonts: Mapping[str, Decoder], images: set[str]) -> None:
        self.draft = draft
        self._fonts = fonts
        self._images = images
        self._marks = Marks()
        self._scale: Scale = (1, 1, 0, 0)
        self._breadth = 1.0
        self._saved: list[tuple[Scale, float]] = []
        self._known: dict[tuple[bytes, bytes], tuple[str, float] | None] = {}

    def understands(self, content: bytes) -> bool:
        """Reads the content up to its end; False at the first thing that is not understood."""
        marks, saved = self._marks, self._saved
        for step in _STEP.finditer(content):
            kind = step.lastgroup
            if kind == "saved":
                saved.append((self._scale, self._breadth))
            elif kind == "restored" and saved:
                self._scale, self._breadth = saved.pop()
            elif kind == "end":
                marks.end()
            elif kind == "number":
                marks.begin(int(step["number"]))
            elif kind == "mark":
                marks.begin(None)
            elif kind == "breadth":
                self._breadth = float(step["breadth"])
            elif kind != "look" and not self._understands(kind, step):
                return False
        return True

    def _understands(self, kind: str | None, step: re.Match[bytes]) -> bool:
        if kind == "shown":
            return self._text(*step.group("matrix", "font", "size", "shown"))
        if kind == "painted":
            return self._path(step["path"], step["painted"])
        if kind == "scaled":
            return self._scaled(step["scaled"])
        return kind == "image" and self._image(step["image"])

    def _scaled(self, numbers: bytes) -> bool:
        a, b, c, d, e, f = map(float, numbers.split())
        right, up, x, y = self._scale
        self._scale = (right * a, up * d, right * e + x, up * f + y)
        return b == c == 0

    def _text(self, matrix: bytes, name: bytes, size: bytes, shown: bytes) -> bool:
        a, b, c, d, e, f = map(float, matrix.split())
        right, up, x, y = self._scale
        broad, high = right * a * float(size), up * d * float(size)
        read = self._read(name, shown)
        if read is None or not (b == c == 0 and broad > 0 and high > 0):
            return False
        text, advance = read
        advance = min(advance, _DOT) if text == "." else advance
        number = self._marks.number
        self.draft.shown.append(Shown(number, text))
        if text.strip():
            left, foot = right * e + x, up * f + y
            box = Box(left, foot - _DESCENT * high, left + broad * advance, foot + _ASCENT * high)
            self.draft.sheet.runs.append(Run(-1 if number is None else number, box))
        return True

    def _read(self, name: bytes, shown: bytes) -> tuple[str, float] | None:
        """A text and how far it goes, in type sizes; many are shown again and again."""
        if (name, shown) not in self._known:
            self._known[name, shown] = _read(self._fonts.get(name.decode("latin-1")), shown)
        return self._known[name, shown]

    def _path(self, path: bytes, painted: bytes) -> bool:
        if painted != b"n":
            pen = 0.0 if painted[:1] in b"fF" else self._breadth
            xs, ys = _reached(path)
            box = self._placed(min(xs) - pen, min(ys) - pen, max(xs) + pen, max(ys) + pen)
            plain = self._marks.number is None and is_rule(box)
            (self.draft.sheet.rules if plain else self.draft.sheet.others).append(box)
        return True

    def _image(self, name: bytes) -> bool:
        self.draft.sheet.others.append(self._placed(0, 0, 1, 1))
        return name.decode("latin-1") in self._images

    def _placed(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A box on the sheet; content may be drawn upside down."""
        broad, high, x, y = self._scale
        xs, ys = sorted((broad * left + x, broad * right + x)), sorted((high * bottom + y, high * top + y))
        return Box(xs[0], ys[0], xs[1], ys[1])


def _read(font: Decoder | None, shown: bytes) -> tuple[str, float] | None:
    if font is None or font.size != 2:
        return None
    pairs = [string.split(b">") for string in shown.split(b"<")[1:]]
    codes = array("H", bytes.fromhex(b"".join([digits for digits, _ in pairs]).decode()))
    if sys.byteorder == "little":
        codes.byteswap()
    back = sum([float(gap or 0) for _, gap in pairs])
    try:
        return "".join([font.codes[code] for code in codes]), (font.advance(codes) - back) / 1000
    except KeyError:
        return None


def _reached(path: bytes) -> tuple[list[float], list[float]]:
    """The positions of a path's points; those that bend its curves lie outside of it, if anything."""
    xs: list[float] = []
    ys: list[float] = []
    for numbers, operator in _POINTS.findall(path):
        points = list(map(float, numbers.split()))
        if operator == b"re":
            points[2] += points[0]
            points[3] += points[1]
        xs += points[::2]
        ys += points[1::2]
    return xs, ys
