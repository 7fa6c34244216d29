"""Every string of a zip package: text of every kind, attributes, properties, members nobody names, what lies between."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from builder.verify.leaks.source import SIGNATURES, Packed, Source, flow_at, strings_at
from builder.verify.opened import OpenedPackage, UnreadableError
from builder.words import Words, words

LARGEST = 64 * 1024 * 1024
"""Bytes that one member may unfold to."""
_MEMBER = b"PK\x03\x04"
_HEADER = 30
_PICTURE = re.compile(r"\.(?:png|jpe?g|gif|emf|wmf|ttf|otf|odttf)$", re.I)


def package_sources(file: OpenedPackage) -> Iterator[Source | Packed]:
    """Every string of a Word file, a workbook, or whatever else is a zip."""
    members = file.archive.infolist()
    yield strings_at(words("the package's directory"), _directory(file.archive, members))
    for member in members:
        if member.file_size > LARGEST:
            raise UnreadableError(f"{member.filename} unfolds to more than 64 MB")
        where = words("the part {name}", name=member.filename)
        yield from member_sources(member.filename, _read(file.archive, member), where)
    for content in _unlisted(file.data, {member.header_offset for member in members}):
        yield from member_sources("", content, words("a part that the package does not list"))


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    try:
        return archive.read(member)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError) as error:
        raise UnreadableError(f"{member.filename}: {error}") from error


def _directory(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> Iterator[str]:
    notes = [archive.comment, *(note for m in members for note in (m.comment, m.extra))]
    yield from (member.filename for member in members)
    for note in notes:
        if note:
            yield from (note.decode(codec, "ignore") for codec in ("utf-8", "gb18030", "utf-16-le"))


def _unlisted(data: bytes, listed: set[int]) -> Iterator[bytes]:
    """What follows local headers that the directory does not list."""
    start = data.find(_MEMBER)
    while start >= 0:
        if start not in listed:
            name, extra = (int.from_bytes(data[start + i : start + i + 2], "little") for i in (26, 28))
            content = data[start + _HEADER + name + extra :]
            try:
                yield zlib.decompressobj(-15).decompress(content, LARGEST)
            except zlib.error:
                yield content
        start = data.find(_MEMBER, start + 1)


def member_sources(name: str, data: bytes, where: Words) -> Iterator[Source | Packed]:
    """Every string of one member, whatever it is."""
    if data.startswith(SIGNATURES):
        yield Packed(where, data)
    root = _xml(data)
    if root is not None:
        yield flow_at(where, _texts(root))
        yield strings_at(
            where, (str(text) for node in root.iter(etree.Element) for text in node.attrib.values())
        )
        yield strings_at(where, (str(node.text or "") for node in root.iter(etree.Comment, etree.PI)))
    else:
        codecs = ("utf-8",) if _PICTURE.search(name) else ("utf-8", "gb18030", "utf-16-le", "utf-16-be")
        for codec in codecs:
            yield flow_at(where, [data.decode(codec, "ignore")])


def _texts(root: etree._Element) -> Iterator[str]:
    """All text in order, deleted and hidden text included."""
    return (str(text) for text in root.itertext(etree.Element))


def _xml(data: bytes) -> etree._Element | None:
    try:
        return etree.fromstring(
            data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        )
    except (etree.XMLSyntaxError, ValueError):
        return None
