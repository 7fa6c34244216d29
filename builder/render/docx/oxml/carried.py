"""The part of a Word file that holds what the file was made from: custom XML, which Word and LibreOffice keep."""

from __future__ import annotations

from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from builder.render.docx.oxml.markup import DECLARATION, refuse_forbidden, text

CARRIED = "urn:interview-packs:carried:1"
ITEM_ID = "{6E0B7C1A-52B4-4C8E-9D57-1F3A8B2C4D60}"
"""Word tells custom parts apart by such ids; ours is the same in every file."""
_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"


def carry(main: Any, carried: str, body_map: str) -> None:
    """Adds to the main document part what it was made from (JSON), and the map of its body (JSON)."""
    refuse_forbidden(carried + body_map)
    inner = f"<made-from>{text(carried)}</made-from><map>{text(body_map)}</map>"
    item = _part("item1.xml", "application/xml", f'<pack xmlns="{CARRIED}">{inner}</pack>', main.package)
    properties = (
        f'<ds:datastoreItem ds:itemID="{ITEM_ID}" xmlns:ds="{_STORE}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{CARRIED}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    item.relate_to(_part("itemProps1.xml", _PROPERTIES_TYPE, properties, main.package), RT.CUSTOM_XML_PROPS)
    main.relate_to(item, RT.CUSTOM_XML)


def _part(name: str, kind: str, xml: str, package: Any) -> Part:
    return Part(PackURI(f"/customXml/{name}"), kind, (DECLARATION + xml).encode(), package)
