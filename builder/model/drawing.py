"""The size of an SVG drawing and whether it keeps to itself."""

from __future__ import annotations

import re

from lxml import etree

OUTSIDE_ELEMENTS = frozenset({"script", "foreignObject", "style", "image"})
MAX_ELEMENTS = 20_000
"""Elements that are drawn, those that are used again counted each time."""
MAX_HEIGHT = 100
"""Elements inside elements, those that are used counted as if they stood where they are."""
ENDLESS = (MAX_ELEMENTS + 1, MAX_HEIGHT + 1)
MAX_SIDE = 100_000.0
MAX_RATIO = 100
_INSIDE = re.compile(r"url\(\s*['\"]?#([^'\")]+)")


class NotADrawingError(ValueError):
    """The bytes are not an SVG drawing with a size."""


def read_drawing(data: bytes) -> etree._Element:
    """The root of an SVG drawing; entities stay shut. Raises NotADrawingError where there is none."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise NotADrawingError(str(error)) from None
    if etree.QName(root).localname != "svg":
        raise NotADrawingError(root.tag)
    return root


def drawing_size(root: etree._Element) -> tuple[float, float]:
    """Width and height in the drawing's own units; only their ratio counts. Raises NotADrawingError without them."""
    try:
        box = [float(part) for part in str(root.get("viewBox", "")).replace(",", " ").split()]
        width, height = (
            (box[2], box[3]) if len(box) == 4 else (_units(root.get("width")), _units(root.get("height")))
        )
    except ValueError as error:
        raise NotADrawingError(str(error)) from None
    if not (
        0 < width <= MAX_SIDE and 0 < height <= MAX_SIDE and 1 / MAX_RATIO <= width / height <= MAX_RATIO
    ):
        raise NotADrawingError("no size")
    return width, height


def refers_outside(root: etree._Element) -> bool:
    """Whether anything in the drawing scripts, links or styles from elsewhere; `#id` stays inside."""
    doctype = root.getroottree().docinfo.internalDTD
    asides = root.getroottree().xpath("//processing-instruction()")  # a style sheet, for one
    return doctype is not None or bool(asides) or any(_refers(node) for node in root.iter(etree.Element))


def is_excessive(root: etree._Element) -> bool:
    """Whether drawing it takes more than any picture needs: too many elements, filters, uses of uses of uses."""
    nodes = list(root.iter(etree.Element))
    if len(nodes) > MAX_ELEMENTS or any(etree.QName(node).localname == "filter" for node in nodes):
        return True
    by_id = {str(node.get("id")): node for node in nodes if node.get("id")}
    total, height = _drawn(root, by_id, {}, frozenset(), 1)
    return total > MAX_ELEMENTS or height > MAX_HEIGHT


def _drawn(
    node: etree._Element,
    by_id: dict[str, etree._Element],
    known: dict[str, tuple[int, int]],
    inside: frozenset[str],
    level: int,
) -> tuple[int, int]:
    """Elements drawn for `node`, and how many deep, once all that it refers to is followed.

    One that comes back to itself (`inside` are the ids around it) is endless.
    """
    if level > MAX_HEIGHT:
        return ENDLESS
    total, height = 1, 0
    for target in _targets(node):
        if target in inside:
            return ENDLESS
        if target in by_id and target not in known:
            known[target] = _drawn(by_id[target], by_id, known, inside | {target}, level + 1)
        count, high = known.get(target, (0, 0))
        total, height = total + count, max(height, high)
    for child in node.iterchildren(etree.Element):
        own = str(child.get("id") or "")
        count, high = _drawn(child, by_id, known, inside | {own} if own else inside, level + 1)
        total, height = total + count, max(height, high)
        if total > MAX_ELEMENTS:
            break
    return total, height + 1


def _targets(node: etree._Element) -> list[str]:
    """The ids that an element refers to."""
    found = []
    for name, value in node.attrib.items():
        if str(name).endswith("href"):
            found.append(str(value).strip().removeprefix("#"))
        found += _INSIDE.findall(str(value))
    return found


def _refers(node: etree._Element) -> bool:
    if etree.QName(node).localname in OUTSIDE_ELEMENTS:
        return True
    for name, value in node.attrib.items():
        text = str(value).strip().lower().replace(" ", "").replace("'", "").replace('"', "")
        if str(name).endswith("href") and not text.startswith("#"):
            return True
        if text.count("url(") != text.count("url(#") or "\\" in text:  # a backslash can hide a `url(`
            return True
    return False


def _units(length: str | None) -> float:
    return float((length or "0").removesuffix("px").removesuffix("mm").removesuffix("pt"))
