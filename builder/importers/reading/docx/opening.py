"""A Word file's bytes → its parts as XML, or the reason why it cannot be read."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element

from builder.errors import RequestError
from builder.importers.reading.docx.markup import STRICT
from builder.unzipping import DamagedArchiveError, SwollenArchiveError, member, opened
from builder.words import Words, words

MAX_MEMBERS, MAX_UNPACKED, MAX_PART = 5_000, 400_000_000, 60_000_000
MAX_MARKS = 3_000_000
"""Tags and attributes of a part: what its tree takes in memory is a few hundred bytes for each."""
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_SAVE_ANEW = words("open it in Word and save it as .docx")


@dataclass
class WordPackage:
    """The parts of one Word file, read as they are asked for."""

    name: str
    archive: zipfile.ZipFile
    document: str
    """Name of the part that holds the text."""
    relations: dict[str, list[str]] = field(default_factory=dict)
    """Kind (`styles`, `header`…) → the names of the parts of that kind, in order of their names."""

    @property
    def has_macros(self) -> bool:
        return any(posixpath.basename(name).lower() == "vbaproject.bin" for name in self.archive.namelist())

    def body(self) -> _Element:
        """The root of the part that holds the text."""
        return self._root(self.document)

    def roots(self, kind: str) -> Iterator[_Element]:
        """The roots of all parts of a kind that are there."""
        for name in self.relations.get(kind, ()):
            if name in self.archive.NameToInfo:
                yield self._root(name)

    def _root(self, part: str) -> _Element:
        try:
            data = member(self.archive, part, limit=MAX_PART)
        except SwollenArchiveError:
            raise too_large(self.name, part) from None
        except DamagedArchiveError as error:
            raise _damaged(self.name, part, str(error)) from None
        return _parsed(data, self.name, part)


def opened_package(name: str, data: bytes) -> WordPackage:
    """The package of a file's bytes. Raises RequestError, naming the file and part, for all that is none."""
    if data.startswith(_COMPOUND):
        raise _compound(name, data)
    if not data.startswith(b"PK"):
        raise RequestError(words("{path} is no Word file", path=name), _SAVE_ANEW)
    try:
        archive = opened(data, members=MAX_MEMBERS, unpacked=MAX_UNPACKED)
    except SwollenArchiveError:
        raise RequestError(
            words(
                "{path} unpacks to more than {limit} MB or {count} parts",
                path=name,
                limit=MAX_UNPACKED // 1_000_000,
                count=MAX_MEMBERS,
            ),
            words("remove pictures and attachments from it: only its text is read"),
        ) from None
    except DamagedArchiveError:
        raise _cut(name) from None
    package = WordPackage(name, archive, "word/document.xml")
    package.document = next(
        iter(_related(package, "_rels/.rels", "").get("officeDocument", ())), package.document
    )
    if package.document not in archive.NameToInfo:
        raise RequestError(
            words("{path} holds no Word document: {part} is missing", path=name, part=package.document),
            _SAVE_ANEW,
        )
    folder, base = posixpath.split(package.document)
    package.relations = _related(package, posixpath.join(folder, "_rels", f"{base}.rels"), folder)
    return package


def _related(package: WordPackage, part: str, folder: str) -> dict[str, list[str]]:
    """The parts that a part refers to, by kind; what lies outside the file is not among them."""
    found: dict[str, list[str]] = {}
    if part not in package.archive.NameToInfo:
        return found
    for relation in package._root(part).iter(_RELATIONSHIP):
        target = relation.get("Target", "")
        if relation.get("TargetMode") != "External" and target:
            kind = relation.get("Type", "").rpartition("/")[2]
            found.setdefault(kind, []).append(
                posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            )
    return {kind: sorted(set(names), key=lambda name: (len(name), name)) for kind, names in found.items()}


def _parsed(data: bytes, name: str, part: str) -> _Element:
    """The root of a part. No entity is ever defined: what declares a document type is refused."""
    if sum(map(data.count, (b"<", b'="', b"='"))) > MAX_MARKS:
        raise too_large(name, part)
    if b"<!DOCTYPE" in data.replace(b"\0", b""):
        raise _declares(name, part)
    for strict, transitional in STRICT.items():
        data = data.replace(strict, transitional)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _damaged(name, part, " ".join(str(error).partition(" (<string>")[0].split())) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise _declares(name, part)
    return root


def _compound(name: str, data: bytes) -> RequestError:
    if _ENCRYPTED in data:
        return RequestError(
            words("{path} is protected with a password", path=name),
            words("open it in Word, remove the password under File > Info, and save it"),
        )
    return RequestError(words("{path} is in Word's old binary format (.doc)", path=name), _SAVE_ANEW)


def too_large(name: str, part: str) -> RequestError:
    return RequestError(
        words("{path} is too large: {part} holds more than a question bank can", path=name, part=part),
        words("split the file"),
    )


def _cut(name: str) -> RequestError:
    return RequestError(
        words("{path} is damaged or incomplete: it cannot be opened", path=name),
        words("copy or download it once more, or open it in Word and save it as .docx"),
    )


def _damaged(name: str, part: str, reason: Words | str) -> RequestError:
    return RequestError(
        words("{path} is damaged: {part} cannot be read ({reason})", path=name, part=part, reason=reason),
        _SAVE_ANEW,
    )


def _declares(name: str, part: str) -> RequestError:
    return RequestError(
        words("{path} declares XML entities in {part}, which no Word file needs", path=name, part=part),
        _SAVE_ANEW,
    )
