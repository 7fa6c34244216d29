"""What a PDF's pages show, as PDFium tells it: runs of characters with their places, and ruled lines.

Coordinates are points from the page's lower left corner, turned so that most of the page's text stands upright.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import pypdfium2.raw as pdfium

MOST_RULES = 4000
GAP = 1.0
"""Space between two characters, in ems, that parts two runs."""
_BOLD = re.compile(rb"bold|black|heavy|demi|simhei|heiti|fz(?:hei|dbs|xbs)", re.I)
Run = tuple[str, float, float, float, float, int, int]
"""Characters, left, right, baseline, size; flags; the number of the marked content they are in, -1 for none."""
Rule = tuple[float, float, float, float]
"""Left, bottom, right, top of a thin line or of a side of a box."""
UNKNOWN = "\ufffd"
BOLD, TURNED, INVISIBLE = 1, 2, 4


def page_of(page: Any) -> tuple[list[Run], list[Rule]]:
    """The runs of one `pypdfium2.PdfPage` in the order of its content, and its rules."""
    layer = page.get_textpage()
    try:
        glyphs = list(_glyphs(layer))
    finally:
        layer.close()
    turn = _usual(glyphs)
    return list(_runs(glyphs, turn)), [_turned_rule(rule, turn) for rule in _rules(page)]


class _Look:
    """What holds for all characters of one text object."""

    def __init__(self, layer: Any, index: int, handle: Any) -> None:
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(layer.raw, index, matrix)
        height = math.hypot(matrix.c, matrix.d) or 1.0
        self.size = max(pdfium.FPDFText_GetFontSize(layer.raw, index) * height, 0.1)
        self.angle = round(math.degrees(math.atan2(matrix.b, matrix.a))) % 360
        mode = pdfium.FPDFTextObj_GetTextRenderMode(handle) if handle else 0
        self.flags = BOLD * (mode == 2 or _is_bold(layer, index)) | INVISIBLE * (mode == 3)
        self.content = pdfium.FPDFPageObj_GetMarkedContentID(handle) if handle else -1


def _is_bold(layer: Any, index: int) -> bool:
    if pdfium.FPDFText_GetFontWeight(layer.raw, index) >= 600:
        return True
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(layer.raw, index, name, 128, flags)
    return _BOLD.search(name.value) is not None


Glyph = tuple[str, tuple[float, float, float, float], tuple[float, float], "_Look | None"]
_NOWHERE = (0.0, 0.0, 0.0, 0.0), (0.0, 0.0)


def _glyphs(layer: Any) -> Iterator[Glyph]:
    """Character, box, origin, look of every character; spaces that PDFium puts in have no look."""
    raw = layer.raw
    looks: dict[int | None, _Look] = {}
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    high = 0
    for i in range(pdfium.FPDFText_CountChars(raw)):
        code = pdfium.FPDFText_GetUnicode(raw, i)
        if 0xD800 <= code < 0xDC00:  # the first half of a rare character
            high = code
            continue
        character, high = _character(code, high), 0
        if pdfium.FPDFText_HasUnicodeMapError(raw, i) > 0:
            character = UNKNOWN
        handle = pdfium.FPDFText_GetTextObject(raw, i)
        if not handle:
            yield character, *_NOWHERE, None
            continue
        key = ctypes.cast(handle, ctypes.c_void_p).value
        look = looks.get(key)
        if look is None:
            look = looks[key] = _Look(layer, i, handle)
        pdfium.FPDFText_GetLooseCharBox(raw, i, box)
        pdfium.FPDFText_GetCharOrigin(raw, i, x, y)
        yield character, (box.left, box.bottom, box.right, box.top), (x.value, y.value), look


def _character(code: int, high: int) -> str:
    """The character of a code of 16 bits, with the half before it; `UNKNOWN` for what is none."""
    if 0xDC00 <= code < 0xE000:
        return chr(0x10000 + ((high - 0xD800) << 10) + code - 0xDC00) if high else UNKNOWN
    return chr(code) if code else UNKNOWN


def _usual(glyphs: Sequence[Glyph]) -> int:
    """The angle at which most of the characters stand: 0, 90, 180 or 270."""
    counted = Counter(
        look.angle for character, _, _, look in glyphs if look is not None and not character.isspace()
    )
    angle = counted.most_common(1)[0][0] if counted else 0
    return angle if angle in (90, 180, 270) else 0


def _turned(x: float, y: float, turn: int) -> tuple[float, float]:
    if turn == 90:
        return y, -x
    if turn == 180:
        return -x, -y
    return (-y, x) if turn == 270 else (x, y)


def _turned_rule(rule: Rule, turn: int) -> Rule:
    (x, y), (u, v) = _turned(rule[0], rule[1], turn), _turned(rule[2], rule[3], turn)
    return min(x, u), min(y, v), max(x, u), max(y, v)


def _runs(glyphs: Sequence[Glyph], turn: int) -> Iterator[Run]:
    """Characters of one look that stand behind each other, as one run."""
    text, left, right, base, last = "", 0.0, 0.0, 0.0, 0.0
    look: _Look | None = None
    gap = ""
    for character, box, origin, own in glyphs:
        if own is None or character.isspace():
            gap = "typed" if own is not None else gap or "found"
            continue
        a, y = _turned(*origin, turn)
        b = max(_turned(box[0], box[1], turn)[0], _turned(box[2], box[3], turn)[0])
        # The letters of a ligature share one place.
        level, near = abs(y - base) < 0.2 * own.size, last - 0.1 * own.size < a < right + GAP * own.size
        if look is not own or not ((level and near) or _is_askew(own, turn)):
            if look is not None:
                yield _run(text, left, right, base, look, turn)
            text, left, right = "", a, a
        elif gap == "typed" or (gap and not _is_spaceless(text[-1], character, a - right, own.size)):
            text += " "
        text, right, base, look, gap, last = text + character, max(b, right), y, own, "", a
    if look is not None:
        yield _run(text, left, right, base, look, turn)


def _is_spaceless(before: str, after: str, gap: float, size: float) -> bool:
    """A narrow gap beside a Han character is the typesetter's, no space between words."""
    return (before >= "\u2e80" or after >= "\u2e80") and gap < 0.45 * size


def _is_askew(look: _Look, turn: int) -> bool:
    return min((look.angle - turn) % 360, (turn - look.angle) % 360) > 2


def _run(text: str, left: float, right: float, base: float, look: _Look, turn: int) -> Run:
    askew = _is_askew(look, turn)
    return (
        text,
        round(left, 2),
        round(right, 2),
        round(base, 2),
        round(look.size, 2),
        look.flags | TURNED * askew,
        look.content,
    )


def _rules(page: Any) -> Iterator[Rule]:
    """Thin lines, and the sides of boxes; a page of more than some thousands is a drawing."""
    count = 0
    box = [ctypes.c_float() for _ in range(4)]
    for drawn in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=2):
        count += 1
        if count > MOST_RULES:
            return
        if not pdfium.FPDFPageObj_GetBounds(drawn.raw, *box):
            continue
        left, bottom, right, top = (value.value for value in box)
        if min(right - left, top - bottom) <= 2.5:
            yield left, bottom, right, top
        elif right - left > 8 and top - bottom > 8 and _is_box(drawn.raw):
            yield left, bottom, right, bottom
            yield left, top, right, top
            yield left, bottom, left, top
            yield right, bottom, right, top


def _is_box(raw: Any) -> bool:
    count: int = pdfium.FPDFPath_CountSegments(raw)
    return 4 <= count <= 6


__all__ = ["BOLD", "INVISIBLE", "TURNED", "Rule", "Run", "page_of"]
