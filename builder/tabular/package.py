"""The archive that an XLSX file is, opened with suspicion: nothing unfolds without bounds, no entity is resolved."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from typing import Any, cast

from lxml import etree

from builder.tabular.faults import TableError
from builder.words import Words, words

MAX_MEMBERS = 5_000
MAX_PART, MAX_UNPACKED = 64_000_000, 128_000_000
"""Bytes of one part, and of all that are read."""
MAX_ELEMENT = 4_000_000
"""Bytes of one row or text."""
_CHUNK = 65_536
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
SAVE_ANEW = words("open the file in a spreadsheet program and save it anew as .xlsx")


class Package:
    """The parts of an XLSX file by name."""

    def __init__(self, data: bytes) -> None:
        """Raises TableError for what is no archive, is protected by a password, or has too many members."""
        if data.startswith(_OLE):
            raise _ole(data)
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
            raise unreadable(words("it is no XLSX file")) from None
        members = self._archive.infolist()
        if len(members) > MAX_MEMBERS:
            raise too_large()
        self._members = {member.filename.replace("\\", "/").lstrip("/").lower(): member for member in members}
        self._left = MAX_UNPACKED

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._members

    def names(self) -> list[str]:
        """All parts, in small letters."""
        return sorted(self._members)

    def elements(
        self, name: str, *tags: str, without: Sequence[re.Pattern[bytes]] = ()
    ) -> Iterator[tuple[str, Any]]:
        """Tag and element of each that is closed and has one of the tags, in order; it is gone once the next is read.

        `without`: what says nothing and is cut out before it is parsed, wherever it stands in one piece.
        Raises TableError for a part that is missing, malformed, too large, or declares a document type.
        """
        parser = etree.XMLPullParser(
            events=("end",), tag=[f"{{*}}{tag}" for tag in tags], resolve_entities=False, no_network=True,
            remove_comments=True, remove_pis=True,
        )  # fmt: skip
        waiting = 0
        try:
            for chunk in self._chunks(name):
                for empty in without:
                    chunk = empty.sub(b"", chunk)
                waiting += len(chunk)
                parser.feed(chunk)
                for _, element in cast("Iterator[tuple[str, Any]]", parser.read_events()):
                    waiting = 0
                    yield str(element.tag).rpartition("}")[2], element
                    _forget(element)
                if waiting > MAX_ELEMENT:
                    raise too_large()
            parser.close()
        except etree.XMLSyntaxError as error:
            problem = words("the part {part} is damaged: {problem}", part=name, problem=error.msg or "?")
            raise unreadable(problem) from None

    def relations(self, name: str) -> dict[str, tuple[str, str]]:
        """Of a part, its relations: id → (last word of the type, name of the part); those to outside have no part."""
        folder, _, file = name.rpartition("/")
        rels = f"{folder}/_rels/{file}.rels".lstrip("/")
        if rels not in self:
            return {}
        found = {}
        for _, element in self.elements(rels, "Relationship"):
            target = element.get("Target", "")
            path = posixpath.normpath(posixpath.join(folder, target.replace("\\", "/"))).lstrip("/")
            inside = element.get("TargetMode") != "External"
            found[element.get("Id", "")] = (
                element.get("Type", "").rpartition("/")[2],
                path if inside else "",
            )
        return found

    def _chunks(self, name: str) -> Iterator[bytes]:
        member = self._members.get(name.lower())
        if member is None:
            raise unreadable(words("the part {part} is missing", part=name))
        if member.file_size > min(MAX_PART, self._left):
            raise too_large()
        if member.flag_bits & 1:
            raise protected()
        before = b""
        try:
            with self._archive.open(member) as stream:
                while chunk := stream.read(_CHUNK):
                    self._left -= len(chunk)
                    if self._left < 0:
                        raise too_large()
                    if any(doctype in before + chunk for doctype in _DOCTYPES):
                        raise unreadable(words("the part {part} declares a document type", part=name))
                    before = chunk[-20:]
                    yield chunk
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError) as error:
            problem = words("the part {part} is damaged: {problem}", part=name, problem=type(error).__name__)
            raise unreadable(problem) from None


def _forget(element: Any) -> None:
    """Frees the element and all before it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _ole(data: bytes) -> TableError:
    """Of a file in Microsoft's old container: an encrypted workbook, or one of the old kind."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return protected()
    return TableError(words("the file is a workbook of the old kind (.xls)"), SAVE_ANEW)


def protected() -> TableError:
    return TableError(
        words("the workbook is protected by a password"),
        words("remove the password in the spreadsheet program, and save it as .xlsx"),
    )


def unreadable(problem: Words) -> TableError:
    return TableError(words("the file cannot be read as a workbook: {reason}", reason=problem), SAVE_ANEW)


def too_large() -> TableError:
    return TableError(
        words("the workbook unfolds to more than {limit} MB", limit=MAX_PART // 1_000_000),
        words("copy the sheet with the questions into a new workbook, as values"),
    )
