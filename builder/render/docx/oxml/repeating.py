"""A document's body made ready to stand in one file many times, each time with ids and lists of its own."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from lxml import etree

from builder.render.docx.oxml.markup import R, q

Sign = Callable[[str, str], str]
"""Kind (`id`, `name`, `list`, `part`) and value of something that every copy has its own of → what stands there."""

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_REFERENCE = re.compile(r"(?<=REF )\s*(\S+)")
_IN_FIELD = {"begin": 1, "end": -1}


def repeatable(document: Any, lists: Collection[str], parts: Collection[str], sign: Sign) -> tuple[Any, Any]:
    """The body of a `w:document` twice: for a copy that others follow, and for the last one.

    The last section of the former ends in a paragraph, that of the latter ends the file. `lists` are the numbers of
    the lists, `parts` the relationships of the headers and footers, that each copy has its own of.
    """
    body = document[0]
    _sign_ids(body, sign)
    _sign_values(body.iter(q("numId")), q("val"), lists, "list", sign)
    running = body.iter(q("headerReference"), q("footerReference"))
    _sign_values(running, f"{{{R}}}id", parts, "part", sign)
    _begin_anew(next(body.iter(q("sectPr"))))
    last = copy.deepcopy(body)
    _end_in_a_paragraph(body)
    return body, last


def own_lists(document: Any, numbering: Any) -> list[str]:
    """Lists that are numbered for themselves; others go on wherever they stand, like bullets."""
    starting = {n.get(q("numId")) for n in numbering.iter(q("num")) if n.find(q("lvlOverride")) is not None}
    used = (str(node.get(q("val"))) for node in document.iter(q("numId")))
    return [number for number in dict.fromkeys(used) if number in starting]


def more_lists(numbering: Any, numbers: Mapping[str, str]) -> Iterator[Any]:
    """Lists like some of a document, which start from their beginning: number → that of the new one."""
    for one in numbering.iter(q("num")):
        if one.get(q("numId")) in numbers:
            made = copy.deepcopy(one)
            made.set(q("numId"), numbers[one.get(q("numId"))])
            yield made


def count_own_pages(root: Any, *, one_section: bool) -> None:
    """Page counts become those of one copy: a section's, or where a copy has several, what is stored already."""
    for node in list(root.iter(q("instrText"))):
        if "NUMPAGES" in (node.text or ""):
            if one_section:
                node.text = node.text.replace("NUMPAGES", "SECTIONPAGES")
            else:
                _unfold(node.getparent())


def _unfold(instruction: Any) -> None:
    """Leaves of a field nothing but its stored result; `instruction` is the run of its instruction."""
    gone, depth = [instruction.getprevious(), instruction], 1
    for run in instruction.itersiblings():
        mark = run.find(q("fldChar"))
        if mark is not None:
            depth += _IN_FIELD.get(mark.get(q("fldCharType")), 0)
            gone.append(run)
            if depth == 0:
                break
    for run in gone:
        run.getparent().remove(run)


def _sign_ids(body: Any, sign: Sign) -> None:
    for tag, attribute, kind in (
        (q("bookmarkStart"), q("id"), "id"),
        (q("bookmarkEnd"), q("id"), "id"),
        (q("bookmarkStart"), q("name"), "name"),
        (q("hyperlink"), q("anchor"), "name"),
        (_DRAWING, "id", "id"),
    ):
        _sign_values(body.iter(tag), attribute, None, kind, sign)
    controls = (node for properties in body.iter(q("sdtPr")) for node in properties.iterfind(q("id")))
    _sign_values(controls, q("val"), None, "id", sign)
    for node in body.iter(q("instrText")):
        node.text = _REFERENCE.sub(lambda found: sign("name", found[1]), node.text or "")


def _sign_values(
    nodes: Iterator[Any], attribute: str, among: Collection[str] | None, kind: str, sign: Sign
) -> None:
    for node in nodes:
        value = node.get(attribute)
        if value is not None and (among is None or value in among):
            node.set(attribute, sign(kind, value))


def _begin_anew(section: Any) -> None:
    """The first section of a copy starts on a right-hand page, as page 1."""
    kind = section.find(q("type"))
    if kind is None:
        kind = etree.Element(q("type"))
        section.find(q("pgSz")).addprevious(kind)
    kind.set(q("val"), "oddPage")
    number = etree.Element(q("pgNumType"))
    number.set(q("start"), "1")
    section.find(q("pgMar")).addnext(number)


def _end_in_a_paragraph(body: Any) -> None:
    """Moves the last section's properties into the paragraph that it ends with."""
    section = body[-1]
    last = section.getprevious()
    if last is None or last.tag != q("p") or last.find(f"{q('pPr')}/{q('sectPr')}") is not None:
        last = etree.Element(q("p"))
        section.addprevious(last)
    properties = last.find(q("pPr"))
    if properties is None:
        properties = etree.Element(q("pPr"))
        last.insert(0, properties)
    properties.append(section)
