"""The size of an SVG drawing and whether it keeps to itself."""

from __future__ import annotations

from lxml import etree

OUTSIDE_ELEMENTS = frozenset({"script", "foreignObject", "style", "image"})


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
    if width <= 0 or height <= 0:
        raise NotADrawingError("no size")
    return width, height


def refers_outside(root: etree._Element) -> bool:
    """Whether anything in the drawing scripts, links or styles from elsewhere; `#id` stays inside."""
    doctype = root.getroottree().docinfo.internalDTD
    return doctype is not None or any(_refers(node) for node in root.iter(etree.Element))


def _refers(node: etree._Element) -> bool:
    if etree.QName(node).localname in OUTSIDE_ELEMENTS:
        return True
    for name, value in node.attrib.items():
        text = str(value).strip().lower().replace(" ", "").replace("'", "").replace('"', "")
        if str(name).endswith("href") and not text.startswith("#"):
            return True
        if text.count("url(") != text.count("url(#"):
            return True
    return False


def _units(length: str | None) -> float:
    return float((length or "0").removesuffix("px").removesuffix("mm").removesuffix("pt"))
