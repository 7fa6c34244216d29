"""Drawings: text boxes, whose words are read, and pictures, which are counted."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from builder.importers.reading.docx.markup import MC, W, chosen

_TEXT_BOX = f"{W}txbxContent"


def outermost_boxes(element: _Element) -> Iterator[_Element]:
    """Contents of the text boxes in a drawing; those inside another are read with it."""
    for child in element:
        if child.tag == _TEXT_BOX:
            yield child
        elif child.tag == f"{MC}AlternateContent":
            for branch in chosen(child):
                yield from [branch] if branch.tag == _TEXT_BOX else outermost_boxes(branch)
        else:
            yield from outermost_boxes(child)


def is_rule(element: _Element) -> bool:
    """A line or a shape without content, not a picture."""
    names = {str(child.tag).rpartition("}")[2] for child in element.iter()}
    return not names & {"blip", "imagedata", "chart", "relIds", "wgp", "OLEObject"}
