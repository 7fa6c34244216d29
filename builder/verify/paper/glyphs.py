"""No character is printed as an empty box, and every font is in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pikepdf

from builder.verify.expected import Expected
from builder.verify.fault import Fault
from builder.verify.opened import OpenedPdf
from builder.verify.paper.resources import Content, contents_of
from builder.verify.pdf_fonts import decoder_of, unhexed
from builder.verify.pdf_text import unescaped
from builder.words import words

_SHOWN = re.compile(
    rb"/(?P<font>[^\s/<>\[\]()]+)\s+[-+.\d]+\s+Tf\b"
    rb"|(?P<dictionary><<)"
    rb"|<(?P<hex>[0-9A-Fa-f\s]*)>"
    rb"|\((?P<literal>(?:[^()\\]|\\.)*)\)",
    re.S,
)
_UNEVEN = re.compile(rb"<[0-9A-Fa-f]*+\s|\(")
"""Strings in which code 0 need not be written 0000."""
_AROUND = 8
"""Characters shown before and after a missing one."""


def empty_boxes(file: OpenedPdf, expected: Expected) -> Iterator[Fault]:
    """Characters drawn with glyph 0, the empty box of a font; one finding a page.

    Of fonts with several bytes a code, the glyph is what the code and its CIDToGIDMap say; of others, what
    `Differences` call .notdef.
    """
    hint = words("use another character, or name a font that has it in theme.yaml")
    reported: set[int] = set()
    empty: dict[tuple[int, int], frozenset[int]] = {}
    for content in contents_of(file.pdf):
        around = None if content.page in reported else _first_box(content, empty)
        if around is not None:
            reported.add(content.page)
            sentence = words("a character is printed as an empty box: “{text}”", text=around)
            yield Fault("PAGE-GLYPH", sentence, file.path, content.page, hint)


def fonts_outside(file: OpenedPdf, expected: Expected) -> Iterator[Fault]:
    """Fonts that are named but not in the file: every reader would print with another one."""
    hint = words("build it again; if a program has rewritten the file, let it embed all fonts")
    told: set[str] = set()
    for content in contents_of(file.pdf):
        for font in content.fonts.values():
            name = str(font.get("/BaseFont", font.get("/Name", "?")))[1:]
            if name not in told and not _is_inside(font):
                told.add(name)
                sentence = words("the font {name} is not embedded", name=name)
                yield Fault("PDF-FONT", sentence, file.path, content.page, hint)


def _is_inside(font: Any) -> bool:
    if font.get("/Subtype") == "/Type3":
        return True
    holder = font.DescendantFonts[0] if font.get("/Subtype") == "/Type0" else font
    descriptor = holder.get("/FontDescriptor", {})
    return any(name in descriptor for name in ("/FontFile", "/FontFile2", "/FontFile3"))


def _first_box(content: Content, empty: dict[tuple[int, int], frozenset[int]]) -> str | None:
    """The text around the first empty box of one content, □ for the box; None where there is none."""
    font: Any = None
    codes: frozenset[int] = frozenset()
    possible = frozenset[int]().union(*(_known(font, empty) for font in content.fonts.values()))
    if not possible or (possible == {0} and b"0000" not in content.data and not _UNEVEN.search(content.data)):
        return None  # most are read no further
    for token in _SHOWN.finditer(content.data):
        if token["font"] is not None:
            font = content.fonts.get(token["font"].decode("latin-1"))
            codes = _known(font, empty)
        elif codes and token["dictionary"] is None:
            raw = unhexed(token["hex"]) if token["hex"] is not None else unescaped(token["literal"])
            if any(code in codes for code in _codes(raw, font)):
                return _around(content.data[token.start() :], font, codes)
    return None


def _known(font: Any, empty: dict[tuple[int, int], frozenset[int]]) -> frozenset[int]:
    if font is None:
        return frozenset()
    if font.objgen == (0, 0):
        return _empty_codes(font)
    if font.objgen not in empty:
        empty[font.objgen] = _empty_codes(font)
    return empty[font.objgen]


def _empty_codes(font: Any) -> frozenset[int]:
    """The codes that a font draws as glyph 0; those that only its program knows of are left out."""
    if font.get("/Subtype") == "/Type0":
        table = font.DescendantFonts[0].get("/CIDToGIDMap")
        if not isinstance(table, pikepdf.Stream):
            return frozenset({0})
        glyphs = table.read_bytes()
        return frozenset(i // 2 for i in range(0, len(glyphs) - 1, 2) if glyphs[i : i + 2] == b"\0\0")
    encoding = font.get("/Encoding")
    differences: Any = encoding.get("/Differences", []) if isinstance(encoding, pikepdf.Dictionary) else []
    return frozenset(_unnamed(differences))


def _unnamed(differences: Any) -> Iterator[int]:
    code = 0
    for entry in differences:
        if isinstance(entry, int):
            code = entry
        else:
            if entry == "/.notdef":
                yield code
            code += 1


def _codes(raw: bytes, font: Any) -> Iterator[int]:
    step = 2 if font.get("/Subtype") == "/Type0" else 1
    return (int.from_bytes(raw[i : i + step]) for i in range(0, len(raw), step))


def _around(data: bytes, font: Any, empty: frozenset[int]) -> str:
    """The box and what follows it in the same font, up to the end of the text object."""
    decoder = decoder_of(font)
    table: Mapping[int, str] = decoder.codes
    text = ""
    for token in _SHOWN.finditer(data[: data.find(b"ET") if b"ET" in data else len(data)]):
        if token["font"] is None and token["dictionary"] is None:
            raw = unhexed(token["hex"]) if token["hex"] is not None else unescaped(token["literal"])
            text += "".join("□" if code in empty else table.get(code, "") for code in _codes(raw, font))
    box = text.find("□")
    return text[max(0, box - _AROUND) : box + _AROUND + 1]
