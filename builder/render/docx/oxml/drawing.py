"""Pictures in the line of text."""

from __future__ import annotations

from builder.render.docx.oxml.markup import attribute

_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"


def inline_picture(number: int, relationship: str, width: int, height: int, description: str) -> str:
    """A picture as wide and high as given in EMU (36000 to the mm), with its alternative text."""
    extent = f'cx="{width}" cy="{height}"'
    described = f'id="{number}" name="Picture {number}" descr="{attribute(description)}"'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f'<wp:docPr {described}/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/>'
        f'</wp:cNvGraphicFramePr><a:graphic><a:graphicData uri="{_PICTURE}"><pic:pic><pic:nvPicPr>'
        f"<pic:cNvPr {described}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{relationship}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
