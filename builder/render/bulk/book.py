"""Many copies of one Word document in one file: a section each, every one with its own ids and lists."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lxml import etree

from builder.render.bulk.own_parts import OwnParts
from builder.render.bulk.zipping import Filler, Form, Packed, joined, packed, zipped
from builder.render.docx.oxml.repeating import count_own_pages, more_lists, own_lists, repeatable

_DOCUMENT, _NUMBERING, _TYPES = "word/document.xml", "word/numbering.xml", "[Content_Types].xml"
_RUNNING = re.compile(r"word/(?:header|footer)\d*\.xml")
_FRAME = re.compile(rb"(.*<w:body>)(.*)(</w:body>.*)", re.S)
Texts = Mapping[str, bytes]
"""Slot → its text in one copy, as XML."""


class Book:
    """A document whose body stands in one file as often as there are copies.

    `parts` are the files of its package, with `digest.slot.` where the values come. What all copies have is
    compressed once; a copy costs what it has for itself.
    """

    def __init__(self, parts: Mapping[str, bytes], digest: str) -> None:
        self._digest, self._sign = digest, re.compile(rf"{digest}\.(.*?)\.".encode())
        self._found: dict[str, dict[str, int]] = {"id": {}, "name": {}, "list": {}, "part": {}}
        document, self._numbering = (etree.fromstring(parts[name]) for name in (_DOCUMENT, _NUMBERING))
        self._last_list = max(int(number) for number in _numbers(self._numbering))
        counted = {name: _counted(document, data) for name, data in parts.items() if _RUNNING.fullmatch(name)}
        self._own_parts = OwnParts(
            {**parts, **counted}, [n for n, d in counted.items() if self._sign.search(d)]
        )
        frame = _FRAME.fullmatch(etree.tostring(_counting(document), encoding="UTF-8", xml_declaration=True))
        assert frame is not None
        self._opening, self._closing = packed(frame[1]), packed(frame[3])
        lists = own_lists(document, self._numbering)
        bodies = repeatable(document, lists, self._own_parts.relations, self._signed)
        self._bodies = [self._form(_inside(body)) for body in bodies]
        self._forms = {name: self._form(data) for name, data in self._own_parts.each.items()}
        changing = {_DOCUMENT, _NUMBERING, *self._own_parts.names}
        self._whole = {n: joined([packed(d)]) for n, d in {**parts, **counted}.items() if n not in changing}

    def filled(self, copies: Sequence[Texts]) -> bytes:
        """The file of some copies, in the order given."""
        files = dict(self._whole)
        files[_DOCUMENT] = joined(self._document(copies))
        files[_NUMBERING] = joined([packed(self._lists(len(copies)))])
        for number, texts in enumerate(copies if self._forms else ()):
            for name, form in self._forms.items():
                files[self._own_parts.name(name, number)] = joined(form.filled(self._filler(number, texts)))
        files |= {name: joined([packed(data)]) for name, data in self._own_parts.listed(len(copies)).items()}
        return zipped((name, files[name]) for name in sorted(files, key=lambda name: (name != _TYPES, name)))

    def _document(self, copies: Sequence[Texts]) -> Iterator[Packed]:
        yield self._opening
        for number, texts in enumerate(copies):
            is_last = number == len(copies) - 1
            yield from self._bodies[is_last].filled(self._filler(number, texts))
        yield self._closing

    def _signed(self, kind: str, value: str) -> str:
        """What stands in the place of something that every copy has its own of."""
        found = self._found[kind]
        found.setdefault(value, len(found))
        return f"{self._digest}.#{kind}#{value}."

    def _form(self, data: bytes) -> Form:
        found = self._sign.split(data)
        return Form([piece.decode() if i % 2 else piece for i, piece in enumerate(found)])

    def _filler(self, number: int, texts: Texts) -> Filler:
        """What stands in the gaps of the copy with this number, from 0."""

        def fill(gap: str) -> bytes:
            if not gap.startswith("#"):
                return texts[gap]
            _, kind, value = gap.split("#", 2)
            return self._own(kind, value, number).encode()

        return fill

    def _own(self, kind: str, value: str, number: int) -> str:
        """The id, list, bookmark or part of the copy with this number that is `value` in the first."""
        place, count = self._found[kind][value], len(self._found[kind])
        if kind == "id":
            return str(number * count + place + 1)
        if number == 0:
            return value
        if kind == "list":
            return str(self._last_list + (number - 1) * count + place + 1)
        return self._own_parts.relation(value, number) if kind == "part" else f"_C{number}_{place}"

    def _lists(self, copies: int) -> bytes:
        numbering, found = copy.deepcopy(self._numbering), self._found["list"]
        for number in range(1, copies if found else 0):
            own = {value: self._own("list", value, number) for value in found}
            numbering.extend(list(more_lists(self._numbering, own)))
        return etree.tostring(numbering, xml_declaration=True, encoding="UTF-8", standalone=True)


def _numbers(numbering: Any) -> list[str]:
    return [str(number) for number in numbering.xpath("//@*[local-name()='numId']")]


def _counting(document: Any) -> Any:
    count_own_pages(document, one_section=_has_one_section(document))
    return document


def _counted(document: Any, running: bytes) -> bytes:
    root = etree.fromstring(running)
    count_own_pages(root, one_section=_has_one_section(document))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _has_one_section(document: Any) -> bool:
    return len(document.xpath("//*[local-name()='sectPr']")) == 1


def _inside(body: Any) -> bytes:
    """What stands between the tags of a body, without the names of namespaces that the file's own root declares."""
    root = etree.Element(body.tag, nsmap=body.nsmap)
    root.extend(list(body))
    written = etree.tostring(root, encoding="UTF-8")
    return written[written.index(b">") + 1 : written.rindex(b"</")]
