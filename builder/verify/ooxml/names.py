"""Namespaces, and the few questions that every check asks of an element."""

from __future__ import annotations

import functools
import posixpath
import re
from collections.abc import Iterator

from lxml import etree

from builder.verify.opened import OpenedDocx, OpenedPackage

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_STORY = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml")


def value(node: etree._Element, path: str) -> str | None:
    """`w:val` of a descendant, given by local names: `pPr/pStyle`."""
    found = node.find(_qualified(path))
    return None if found is None else found.get(f"{W}val", "")


@functools.cache
def _qualified(path: str) -> str:
    return "/".join(f"{W}{name}" for name in path.split("/"))


def is_on(node: etree._Element, path: str) -> bool | None:
    """Whether a switch such as `pPr/keepNext` is set; None where nothing is said."""
    said = value(node, path)
    return None if said is None else said not in ("0", "false", "off")


def number(node: etree._Element, name: str) -> int | None:
    """A whole number in an attribute of Word's, or None."""
    text = node.get(f"{W}{name}", "")
    return int(text) if re.fullmatch(r"-?\d+", text) else None


def text_of(node: etree._Element) -> str:
    """The text of every run inside."""
    return "".join(t.text or "" for t in node.iter(f"{W}t"))


def stories(file: OpenedDocx) -> Iterator[tuple[str, etree._Element]]:
    """The parts that hold text: document, headers, footers, notes."""
    return ((name, tree) for name, tree in file.trees.items() if _STORY.fullmatch(name))


def relationships(file: OpenedPackage) -> Iterator[tuple[str, etree._Element]]:
    """(the part they belong to, or "" for the package; relationship)."""
    for name, tree in file.trees.items():
        if name.endswith(".rels"):
            folder, _, own = name.rpartition("_rels/")
            source = folder + own.removesuffix(".rels")
            yield from ((source, node) for node in tree.iter(RELATIONSHIP))


def target(source: str, relationship: etree._Element) -> str:
    """The name of the part that a relationship of `source` leads to."""
    named = relationship.get("Target", "")
    if named.startswith("/"):
        return named[1:]
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), named))
