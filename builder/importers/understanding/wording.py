"""Words of the source as Markdown of the bank."""

from __future__ import annotations

import re

from builder.importers.blocks import Kind
from builder.importers.understanding.flow import Flow

_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)]) ")


def paragraphs(flow: Flow, start: int, end: int) -> str:
    """The words of a span: each line a paragraph, items of a list close together; accounted for."""
    start, end = flow.trimmed(start, end)
    text = ""
    position = start
    while position < end:
        stop = min(flow.line_end(position), end)
        line = flow.take(position, stop)
        if line:
            listed = _ITEM.match(line) and _ITEM.match(text[text.rfind("\n") + 1 :])
            close = listed is not None or flow.looks(position) is Kind.TABLE_ROW
            text += ("\n" if close else "\n\n") * bool(text) + line
        position = stop + 1
    return text
