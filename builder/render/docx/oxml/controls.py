"""Content controls: boxes to tick and the contents."""

from __future__ import annotations

import hashlib

from builder.render.docx.oxml.markup import element
from builder.render.docx.oxml.runs import text_run

UNCHECKED = "□"
CHECKED = "☒"
CHECKED_FONT = "MS Gothic"
_LONGEST_TAG = 64


def check_box(number: int, name: str, style: str, font: str) -> str:
    """A box that a click ticks; `font` is the font of the empty box, the same as in print.

    `number` is the control's id, unique in the document; `name` is what a program reads it by.
    """
    tag = short_name(name, _LONGEST_TAG)
    states = (
        '<w14:checkbox><w14:checked w14:val="0"/>'
        f'<w14:checkedState w14:val="{ord(CHECKED):04X}" w14:font="{CHECKED_FONT}"/>'
        f'<w14:uncheckedState w14:val="{ord(UNCHECKED):04X}" w14:font="{font}"/></w14:checkbox>'
    )
    properties = element("alias", val=tag) + element("tag", val=tag) + element("id", val=number) + states
    return _control(properties, text_run(UNCHECKED, style, east_asian=True))


def contents_control(number: int, paragraphs: str) -> str:
    """The frame that Word offers "Update table" on."""
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
    return _control(element("id", val=number) + gallery, paragraphs)


def _control(properties: str, content: str) -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def short_name(name: str, longest: int) -> str:
    """`name`, or its beginning and a digest where Word would refuse its length."""
    if len(name) <= longest:
        return name
    digest = hashlib.sha256(name.encode()).hexdigest()[:8]
    return f"{name[: longest - 9]}_{digest}"
