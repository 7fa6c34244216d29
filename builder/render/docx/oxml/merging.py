"""Our styles and lists added to those of a user's base document; what the base defines stays as it is."""

from __future__ import annotations

from typing import Any

from lxml import etree

from builder.render.docx.oxml.markup import DECLARATION, q

_REFERENCES = ("basedOn", "next", "link")


def style_ids(styles: Any) -> dict[str, str]:
    """Style names, in lower case as Word compares them, to ids."""
    return {_name(style): str(style.get(q("styleId"))) for style in styles.findall(q("style"))}


def merge_lists(numbering: Any, ours: Any) -> int:
    """Adds our list definitions and lists; returns what was added to their numbers to keep them apart."""
    if numbering is ours:
        return 0
    offset = 1 + max((_number(node, key) for node, key in _numbered(numbering)), default=0)
    first_list = numbering.find(q("num"))
    for node, key in list(_numbered(ours)):
        node.set(q(key), str(_number(node, key) + offset))
        for reference in node.findall(q("abstractNumId")):
            reference.set(q("val"), str(int(reference.get(q("val"))) + offset))
        if node.tag == q("abstractNum") and first_list is not None:
            first_list.addprevious(node)
        else:
            numbering.append(node)
    return offset


def merge_styles(styles: Any, ours: Any, numbering: Any, offset: int) -> None:
    """Adds the styles that the base lacks, their lists renumbered by `offset`.

    A style is the same when its name is, whatever its id: Word in Chinese calls Heading 1's id "1".
    """
    theirs = style_ids(styles)
    taken = set(theirs.values())
    ids = {
        str(style.get(q("styleId"))): theirs.get(_name(style)) or _free(style, taken)
        for style in ours.findall(q("style"))
    }
    defaults = {style.get(q("type")) for style in styles.findall(q("style")) if style.get(q("default"))}
    added = [style for style in ours.findall(q("style")) if _name(style) not in theirs]
    for style in added:
        _adapt(style, ids, offset)
        if style.get(q("type")) in defaults:
            style.attrib.pop(q("default"), None)
        styles.append(style)
    _unbind(numbering, ids, {str(style.get(q("styleId"))) for style in added})


def merge_fonts(theirs: bytes, ours: bytes) -> bytes:
    """The base's font table and the fonts of ours that it lacks."""
    table, own = etree.fromstring(theirs), etree.fromstring(ours)
    known = {font.get(q("name")) for font in table}
    for font in list(own):
        if font.get(q("name")) not in known:
            table.append(font)
    return DECLARATION.encode() + etree.tostring(table)


def _adapt(style: Any, ids: dict[str, str], offset: int) -> None:
    style.set(q("styleId"), ids[style.get(q("styleId"))])
    for reference in _REFERENCES:
        for node in style.findall(q(reference)):
            node.set(q("val"), ids[node.get(q("val"))])
    for node in style.iter(q("numId")):
        node.set(q("val"), str(int(node.get(q("val"))) + offset))


def _unbind(numbering: Any, ids: dict[str, str], added: set[str]) -> None:
    """Levels of ours let go of styles that are the base's: those follow the base's own lists."""
    for definition in numbering.findall(q("abstractNum")):
        mark = definition.find(q("nsid"))
        if mark is None or not str(mark.get(q("val"))).startswith("5A0000"):
            continue
        for bound in list(definition.iter(q("pStyle"))):
            identifier = ids.get(bound.get(q("val")), "")
            if identifier in added:
                bound.set(q("val"), identifier)
            else:
                bound.getparent().remove(bound)


def _numbered(numbering: Any) -> Any:
    for node in numbering.findall(q("abstractNum")):
        yield node, "abstractNumId"
    for node in numbering.findall(q("num")):
        yield node, "numId"


def _number(node: Any, key: str) -> int:
    return int(node.get(q(key)))


def _name(style: Any) -> str:
    return str(style.find(q("name")).get(q("val"))).lower()


def _free(style: Any, taken: set[str]) -> str:
    identifier = str(style.get(q("styleId")))
    while identifier in taken:
        identifier += "X"
    taken.add(identifier)
    return identifier
