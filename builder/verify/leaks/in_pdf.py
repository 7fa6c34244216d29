"""Every string of a PDF file: on pages, in properties, names and bookmarks, in earlier revisions and left-over objects.

The file's bytes are searched, not its object graph: what nothing refers to any more is still in the file.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator

import pikepdf

from builder.verify.leaks.source import SIGNATURES, Packed, Source, flow_at, strings_at
from builder.verify.opened import OpenedPdf, UnreadableError
from builder.verify.pdf_fonts import Decoder, unhexed
from builder.verify.pdf_text import shown_text, unescaped
from builder.words import words

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_STRING = re.compile(
    rb"<([0-9A-Fa-f\s]+)>|\(((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*)\)|/([^\s/<>\[\](){}%]+)", re.S
)
_SHOWING = re.compile(rb"[>)\]]\s*(?:T[jJ]|['\"])\s")
_HASH = re.compile(rb"#([0-9A-Fa-f]{2})")
_PROGRAM = re.compile(rb"/Length1\b|/(?:CIDFontType0C|Type1C|OpenType)\b|/Image\b")
"""In the dictionary of a stream that is a font program or a picture."""
_DICTIONARY_REACH = 400
_RARE_FILTERS = re.compile(
    rb"/(?:LZWDecode|LZW|ASCII85Decode|A85|ASCIIHexDecode|AHx|RunLengthDecode|RL|Encrypt)\b"
)
LARGEST = 64 * 1024 * 1024
"""Bytes that one stream may unfold to."""


def pdf_sources(file: OpenedPdf) -> Iterator[Source | Packed]:
    """Every string of the file, page by page first."""
    for number, (shown, draft) in enumerate(zip(file.shown, file.drafts, strict=True), 1):
        where = words("the text of page {page}", page=number)
        yield flow_at(where, (piece.text for piece in shown), number)
        if draft is None:  # there may be more to it than its own content says
            yield flow_at(where, [file.drawn[number - 1].get_textpage().get_text_range()], number)
    fonts = list(fonts_by_name(file))
    yield from _of_bytes(file.data, fonts)
    if _RARE_FILTERS.search(file.data):
        yield from _of_bytes(_plain(file.pdf), fonts)


def fonts_by_name(file: OpenedPdf) -> Iterator[dict[str, Decoder]]:
    """The fonts of the whole file by the names that streams give them; a second time where a name has two."""
    found: dict[str, dict[tuple[int, int], Decoder]] = {}
    for item in file.pdf.objects:
        if isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
            resources = item.get("/Resources", item)
            fonts = resources.get("/Font") if isinstance(resources, pikepdf.Dictionary) else None
            for name, font in fonts.items() if isinstance(fonts, pikepdf.Dictionary) else ():
                if isinstance(font, pikepdf.Dictionary):
                    found.setdefault(name[1:], {}).setdefault(font.objgen, file.decoder(font))
    rounds = max(map(len, found.values()), default=1)
    for i in range(rounds):
        yield {name: list(fonts.values())[i % len(fonts)] for name, fonts in found.items()}


def _plain(pdf: pikepdf.Pdf) -> bytes:
    """The file written anew, with nothing compressed or encrypted."""
    target = io.BytesIO()
    pdf.save(
        target,
        compress_streams=False,
        stream_decode_level=pikepdf.StreamDecodeLevel.all,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
        encryption=False,
    )
    return target.getvalue()


def _of_bytes(data: bytes, fonts: list[dict[str, Decoder]]) -> Iterator[Source | Packed]:
    between: list[bytes] = []
    end = 0
    while start := _STREAM.search(data, end):
        between.append(data[end : start.start()])
        end = data.find(b"endstream", start.end())
        end = len(data) if end < 0 else end
        if not _PROGRAM.search(between[-1][-_DICTIONARY_REACH:].rpartition(b" obj")[2]):
            yield from _of_stream(unfolded(data[start.end() : end]), fonts)
    between.append(data[end:])
    yield strings_at(words("the file's properties or names"), _syntax_strings(b"\n".join(between)))


def unfolded(data: bytes) -> bytes:
    """A stream's content where it is deflated, else the stream as it is. Raises UnreadableError for a bomb."""
    inflate = zlib.decompressobj()
    try:
        content = inflate.decompress(data, LARGEST)
    except zlib.error:
        return data
    if inflate.unconsumed_tail:
        raise UnreadableError("a stream unfolds to more than 64 MB")
    return content


def _of_stream(content: bytes, fonts: list[dict[str, Decoder]]) -> Iterator[Source | Packed]:
    hidden = words("hidden content of the file")
    if content.startswith(SIGNATURES):
        yield Packed(hidden, content)
    elif _SHOWING.search(content):
        for named in fonts:
            yield flow_at(hidden, (piece.text for piece in shown_text(content, named)))
    else:
        text = content.decode("utf-8", "ignore")
        yield flow_at(hidden, [text])
        yield flow_at(hidden, re.split(r"<[^>]*>", text))
        yield strings_at(hidden, _syntax_strings(content))


def _syntax_strings(data: bytes) -> Iterator[str]:
    """Every string and name written in PDF syntax."""
    for hexadecimal, literal, name in set(_STRING.findall(data)):
        if name:
            yield from _decoded(_HASH.sub(lambda m: bytes([int(m[1], 16)]), name))
        else:
            yield from _decoded(unhexed(hexadecimal) if hexadecimal else unescaped(literal))


def _decoded(raw: bytes) -> Iterator[str]:
    """A text string, in whichever way it may be meant."""
    if raw.startswith((b"\xfe\xff", b"\xff\xfe")):
        yield raw.decode("utf-16", "ignore")
    elif raw.isascii():
        yield raw.decode("ascii")
    else:
        yield raw.decode("latin-1")
        for codec in ("utf-8", "gb18030", "utf-16-be"):
            yield raw.decode(codec, "ignore")
