"""Plain text: a line is a paragraph."""

from __future__ import annotations

import re

from builder.importers.blocks import Block, Manuscript

_LINE = re.compile(r"[^\r\n]+")


def read_text(name: str, text: str) -> Manuscript:
    """Every line that is not blank as a paragraph."""
    blocks = []
    place, counted = 1, 0
    for line in _LINE.finditer(text):
        if line[0].strip():
            start = line.end() - len(line[0].lstrip())
            place += len(re.findall(r"\r\n|\n|\r", text[counted:start]))
            counted = start
            blocks.append(Block(line[0].strip(), place=place, start=start, end=line.end()))
    return Manuscript(name, text, tuple(blocks))
