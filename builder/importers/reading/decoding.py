"""Bytes of a text file → its characters, whatever it was saved in.

A byte order mark is believed, and so is UTF-8 that could hardly be anything else. Otherwise the bytes are decoded in
every way that is usual for Chinese and English documents, and the most likely characters win: bytes that are read in
the wrong encoding give rare ones.
"""

from __future__ import annotations

import codecs
import re

from builder.importers.reading.common_han import likelihood
from builder.importers.reading.mending import is_surely_utf8, mended
from builder.importers.reading.signatures import has_controls, refuse_other_formats, refuse_without_sense
from builder.words import Words, words

SAMPLE = 100_000
"""Bytes that are weighed; more would not change the answer."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_USUAL = {
    "utf-8": 0.0,
    "gb18030": -1.0,
    "big5hkscs": -3.0,
    "cp950": -4.0,
    "cp1252": -3.0,
    "utf-16-le": -9.0,
    "utf-16-be": -11.0,
    "utf-32-le": -12.0,
    "utf-32-be": -12.0,
}
"""Encodings, and the logarithm of how usual each is where nothing in the file says which."""
_SHOWN = {
    "gb18030": "GB18030",
    "big5hkscs": "Big5",
    "cp950": "Big5",
    "cp1252": "Windows-1252",
    "utf-16-le": "UTF-16 LE",
    "utf-16-be": "UTF-16 BE",
    "utf-32-le": "UTF-32 LE",
    "utf-32-be": "UTF-32 BE",
}
_DECLARED = re.compile(
    rb"""<(?:meta\b[^>]{0,200}?|\?xml\b[^>]{0,100}?)\b(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,24})""",
    re.I,
)
_SUPERSETS = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
    "iso-8859-1": "cp1252",
    "ascii": "cp1252",
    "us-ascii": "cp1252",
}  # fmt: skip
"""What pages call by an old name, and what browsers take it for."""
_KNOWN = re.compile(
    r"utf-?(?:8|16|16le|16be)|gb18030|iso-8859-\d+|windows-\d+|cp\d+|koi8-[ru]|shift[_-]jis|euc-(?:jp|kr|tw)"
)
DECLARATION = 15.0
"""How much a page's own word for its encoding weighs; many a page has been saved again in another."""


def decoded(data: bytes, name: str) -> tuple[str, Words | None]:
    """The text of a file of that name, and what the user should know: in which encoding it was if not in UTF-8, and
    in which lines bytes could not be decoded; those stand in the text as U+FFFD.

    Raises RequestError for what is no text: a file of another format, or bytes that make no sense in any encoding.
    """
    refuse_other_formats(data, name)
    mark, encoding = next(((m, e) for m, e in _MARKS if data.startswith(m)), (b"", ""))
    data = data[len(mark) :]
    if not encoding:
        plain = data.isascii() and not has_controls(data.decode("ascii"))
        encoding = "utf-8" if plain or is_surely_utf8(data) else _likeliest(data, name)
    text, faults = mended(data, encoding, tuple(_USUAL)[:3])
    refuse_without_sense(text, name)
    notes = (
        [words("{name} was read as {encoding}", name=name, encoding=_shown(encoding))]
        if encoding != "utf-8" or faults
        else []
    )
    return text, _joined([*notes, *faults])


def _shown(encoding: str) -> str:
    return _SHOWN.get(encoding, encoding.upper())


def _joined(notes: list[Words]) -> Words | None:
    if len(notes) < 2:
        return notes[0] if notes else None
    return words("{first}; {rest}", first=notes[0], rest=_joined(notes[1:]))


def _likeliest(data: bytes, name: str) -> str:
    weights = dict(_USUAL)
    if declared := _declared(data, name):
        weights[declared] = weights.get(declared, -3.0) + DECLARATION
    return max(weights, key=lambda encoding: weights[encoding] + likelihood(_sample(data, encoding)))


def _sample(data: bytes, encoding: str) -> str:
    """The beginning of the text; a character that the end of the sample cuts is not held against the encoding."""
    return codecs.getincrementaldecoder(encoding)("replace").decode(data[:SAMPLE], final=len(data) <= SAMPLE)


def _declared(data: bytes, name: str) -> str:
    """The encoding that a page says it is in; empty where it says none, or one we do not know."""
    if not (
        name.lower().endswith((".htm", ".html", ".xhtml", ".mht", ".mhtml")) or data.lstrip()[:1] == b"<"
    ):
        return ""
    found = _DECLARED.search(data[:4096])
    label = found[1].decode("ascii", "ignore").lower() if found else ""
    label = _SUPERSETS.get(label, label)
    if label in _USUAL or not _KNOWN.fullmatch(label):
        return label if label in _USUAL else ""
    try:
        return codecs.lookup(label).name
    except LookupError:
        return ""
