"""Ids that must be unique, and names that must lead somewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from lxml import etree

from builder.verify.expected import Expected
from builder.verify.fault import Fault
from builder.verify.ooxml.names import W, stories, value
from builder.verify.opened import OpenedDocx
from builder.words import Words, words

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_REFERENCE = re.compile(r"(?<!\w)(?:PAGEREF|REF|NOTEREF)\s+\"?([^\s\"\\]+)")
_AGAIN = words("build it again")


def doubled_ids(file: OpenedDocx, expected: Expected) -> Iterator[Fault]:
    """Bookmarks, content controls and drawings that share an id or a name: Word repairs or refuses the file."""
    bookmarks = list(_all(file, f"{W}bookmarkStart"))
    controls = [node.get(f"{W}val", "") for node in _all(file, f"{W}sdtPr/{W}id")]
    for kind, ids in (
        (words("bookmarks"), [node.get(f"{W}id", "") for node in bookmarks]),
        (words("bookmarks"), [node.get(f"{W}name", "") for node in bookmarks]),
        (words("content controls"), controls),
        (words("drawings"), [node.get("id", "") for node in _all(file, _DRAWING)]),
    ):
        for name, count in Counter(ids).items():
            if count > 1:
                sentence = words("{count} {kind} are called {id}", count=count, kind=kind, id=name)
                yield Fault("WORD-ID", sentence, file.path, hint=_AGAIN)
    starts, ends = (
        sorted(n.get(f"{W}id", "") for n in _all(file, f"{W}bookmark{e}")) for e in ("Start", "End")
    )
    if starts != ends:
        yield Fault("WORD-ID", words("a bookmark has no beginning or no end"), file.path, hint=_AGAIN)


def undefined(file: OpenedDocx, expected: Expected) -> Iterator[Fault]:
    """Styles, lists and bookmarks that something refers to and nothing defines."""
    for sentence in [*_styles(file), *_lists(file), *_bookmarks(file)]:
        yield Fault("WORD-REFERENCE", sentence, file.path, hint=_AGAIN)


def _all(file: OpenedDocx, path: str) -> Iterator[etree._Element]:
    for _, tree in stories(file):
        yield from tree.iterfind(f".//{path}")


def _part(file: OpenedDocx, name: str) -> Iterable[etree._Element]:
    tree = file.trees.get(f"word/{name}.xml")
    return () if tree is None else tree


def _styles(file: OpenedDocx) -> Iterator[Words]:
    defined = {style.get(f"{W}styleId", "") for style in _part(file, "styles")}
    used = {
        node.get(f"{W}val", "")
        for kind in ("pStyle", "rStyle", "tblStyle")
        for node in _all(file, f"{W}{kind}")
    }
    for style in _part(file, "styles"):
        used.update(said for kind in ("basedOn", "next", "link") if (said := value(style, kind)))
    for name in sorted(used - defined):
        yield words("the style {name} is not defined", name=name)


def _lists(file: OpenedDocx) -> Iterator[Words]:
    numbering = list(_part(file, "numbering"))
    abstract = {n.get(f"{W}abstractNumId") for n in numbering if n.tag == f"{W}abstractNum"}
    lists = [n for n in numbering if n.tag == f"{W}num" and value(n, "abstractNumId") in abstract]
    defined = {n.get(f"{W}numId", "") for n in lists} | {"0"}
    used = [node.get(f"{W}val", "") for node in _all(file, f"{W}numPr/{W}numId")]
    used += [said for style in _part(file, "styles") if (said := value(style, "pPr/numPr/numId"))]
    for name in sorted(set(used) - defined):
        yield words("the list {name} is not defined", name=name)


def _bookmarks(file: OpenedDocx) -> Iterator[Words]:
    defined = {node.get(f"{W}name") for node in _all(file, f"{W}bookmarkStart")}
    used = {anchor for node in _all(file, f"{W}hyperlink") if (anchor := node.get(f"{W}anchor"))}
    for node in _all(file, f"{W}instrText"):
        used.update(_REFERENCE.findall(node.text or ""))
    for name in sorted(used - defined):
        yield words("nothing in the file is called {name}, to which it refers", name=name)
