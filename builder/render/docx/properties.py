"""Core properties: what a file says about itself."""

from __future__ import annotations

from docx.opc.coreprops import CoreProperties

from builder.model.composed import Composed
from builder.render.docx.look import language_tag
from builder.render.docx.oxml.markup import refuse_forbidden
from builder.render.docx.vocabulary import Element
from builder.render.packing import file_date

_LONGEST = 255


def set_properties(properties: CoreProperties, document: Composed, tree: Element) -> None:
    """Title, language, and the author, subject and keywords that the HTML's head names.

    Both dates are 1980-01-01, or SOURCE_DATE_EPOCH where the environment sets it: never the clock.
    """
    properties.title = document.title[:_LONGEST]
    properties.language = language_tag(document.language)
    for name in ("author", "subject", "keywords"):
        meta = tree.find(f"head/meta[@name='{name}']")
        value = "" if meta is None else meta.get("content", "")
        refuse_forbidden(value)
        setattr(properties, name, value[:_LONGEST])
    properties.last_modified_by = properties.author
    properties.created = properties.modified = file_date()
    properties.revision = 1
