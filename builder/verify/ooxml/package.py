"""The package of a Word file or workbook: whole, and nothing in it that acts or reaches outside."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import cast

from lxml import etree

from builder.verify.expected import Expected
from builder.verify.fault import Fault
from builder.verify.ooxml.names import TYPES, R, W, relationships, target
from builder.verify.opened import OpenedPackage
from builder.words import Words, words

_CONTENT_TYPES = "[Content_Types].xml"
_ACTIVE_PART = re.compile(
    r"vbaProject|vbaData|activeX|/embeddings/|oleObject|customUI|externalLinks?/|\.bin$", re.I
)
_ACTIVE_TYPE = re.compile(r"macroEnabled|vbaProject|oleObject|activeX|template\.main", re.I)
_ACTIVE_FIELD = re.compile(
    r"\s*(DDE(AUTO)?|INCLUDE(TEXT|PICTURE)?|IMPORT|LINK|EMBED|DATABASE|MACROBUTTON|AUTOTEXT|FILLIN|ASK)\b",
    re.I,
)
_USES = etree.XPath("//@r:id | //@r:embed | //@r:link | //@r:pict", namespaces={"r": R[1:-1]})
_AGAIN = words("build it again")


def incomplete(file: OpenedPackage, expected: Expected) -> Iterator[Fault]:
    """Relationships to parts that are not there, parts without a content type, names that stand twice."""
    for sentence in [*_doubled(file), *_missing_targets(file), *_untyped(file)]:
        yield Fault("OOXML-PART", sentence, file.path, hint=_AGAIN)


def acting(file: OpenedPackage, expected: Expected) -> Iterator[Fault]:
    """Macros, embedded objects, fields that run or load something, and whatever lies outside the file."""
    hint = words("take it out, or build the file again")
    for what in dict.fromkeys([*_outside(file), *_active_parts(file), *_active_fields(file)]):
        sentence = words("the file holds something that acts or reaches outside: {what}", what=what[:80])
        yield Fault("OOXML-ACTIVE", sentence, file.path, hint=hint)


def _doubled(file: OpenedPackage) -> Iterator[Words]:
    counts = Counter(info.filename.lower() for info in file.archive.infolist())
    for name, count in counts.items():
        if count > 1:
            yield words("the package holds {name} twice", name=name)


def _missing_targets(file: OpenedPackage) -> Iterator[Words]:
    known: dict[str, set[str]] = {}
    for source, node in relationships(file):
        known.setdefault(source, set()).add(node.get("Id", ""))
        name = target(source, node)
        if node.get("TargetMode") != "External" and name not in file.parts:
            yield words(
                "the package has no part {name}, which {source} needs", name=name, source=source or "_rels"
            )
    for name, tree in file.trees.items():
        for used in dict.fromkeys(str(use) for use in cast("list[str]", _USES(tree))):
            if used not in known.get(name, set()):
                yield words("{name} uses the relationship {id}, which is not there", name=name, id=used)


def _untyped(file: OpenedPackage) -> Iterator[Words]:
    types = file.trees.get(_CONTENT_TYPES)
    if types is None:
        yield words("the package has no list of content types")
        return
    endings = {node.get("Extension", "").lower() for node in types.iter(f"{TYPES}Default")}
    named = {node.get("PartName", "")[1:] for node in types.iter(f"{TYPES}Override")}
    for name in file.parts:
        folder = name.endswith("/")
        if (
            not folder
            and name != _CONTENT_TYPES
            and name not in named
            and name.rpartition(".")[2].lower() not in endings
        ):
            yield words("the part {name} has no content type", name=name)
    for name in sorted(named - set(file.parts)):
        yield words("a content type is given for {name}, which is not there", name=name)


def _outside(file: OpenedPackage) -> Iterator[str]:
    return (node.get("Target", "") for _, node in relationships(file) if node.get("TargetMode") == "External")


def _active_parts(file: OpenedPackage) -> Iterator[str]:
    yield from (name for name in file.parts if _ACTIVE_PART.search(name))
    types = file.trees.get(_CONTENT_TYPES)
    for node in types if types is not None else ():
        if _ACTIVE_TYPE.search(node.get("ContentType", "")):
            yield node.get("ContentType", "")
    for name, tree in file.trees.items():
        if next(tree.iter(f"{W}altChunk", f"{W}object", f"{W}control"), None) is not None:
            yield name


def _active_fields(file: OpenedPackage) -> Iterator[str]:
    for tree in file.trees.values():
        # Word joins the pieces of an instruction: DDE may be written in three runs.
        pieces = "".join(node.text or "" for node in tree.iter(f"{W}instrText"))
        told = [
            *re.split(r"(?<=\s)(?=[A-Z]+\s)", pieces),
            *(n.get(f"{W}instr", "") for n in tree.iter(f"{W}fldSimple")),
        ]
        yield from (instruction.strip() for instruction in told if _ACTIVE_FIELD.match(instruction))
