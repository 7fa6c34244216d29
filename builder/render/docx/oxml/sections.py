"""Section properties: paper, margins, running header and footer."""

from __future__ import annotations

from builder.render.docx.blocks import NewSection
from builder.render.docx.look import Sheet
from builder.render.docx.oxml.markup import element


def section_properties(sheet: Sheet, section: NewSection, header: str = "", footer: str = "") -> str:
    """How a section looks and starts.

    `header` and `footer` are relationship ids; a section without them has those of the section before. A
    cover is a title page whose own first header and footer are left blank.
    """
    distance = min(sheet.top, sheet.bottom) // 2
    return element(
        "sectPr",
        _reference("header", header),
        _reference("footer", footer),
        element("type", val=section.start),
        element("pgSz", w=sheet.width, h=sheet.height, orient="landscape" if sheet.landscape else None),
        element(
            "pgMar",
            top=sheet.top,
            right=sheet.right,
            bottom=sheet.bottom,
            left=sheet.left,
            header=distance,
            footer=distance,
            gutter=0,
        ),
        "<w:titlePg/>" if section.cover else "",
    )


def _reference(kind: str, relationship: str) -> str:
    return f'<w:{kind}Reference w:type="default" r:id="{relationship}"/>' if relationship else ""
