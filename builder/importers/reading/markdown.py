"""Markdown, line by line: headings, items and bold words at a line's beginning; everything else is a paragraph."""

from __future__ import annotations

import dataclasses
import re

from builder.importers.blocks import Block, Kind, Manuscript
from builder.importers.reading.text import read_text

_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_ITEM = re.compile(r"([-*+]|\d{1,3}[.)])\s+(.*)$")
_QUOTE = re.compile(r">\s?")
_BOLD = re.compile(r"\*\*(.+?)\*\*|__(.+?)__")
_RULE = re.compile(r"([-*_]\s*){3,}$")
_FOLD = re.compile(r"</?(?:details|summary)(?: open)?>|<br */?>", re.IGNORECASE)
"""Tags that fold text away on a page."""
_ROW = re.compile(r"\|(.*)\|$")


def read_markdown(name: str, text: str) -> Manuscript:
    """Every line that is not blank as a block; rules between sections are blocks without words."""
    plain = read_text(name, text)
    return dataclasses.replace(plain, blocks=tuple(_block(block, text) for block in plain.blocks))


def _block(block: Block, source: str) -> Block:
    words = _QUOTE.sub("", block.text, count=1) if block.text.startswith(">") else block.text
    words = _FOLD.sub("", words).strip()
    if _RULE.match(words):
        return dataclasses.replace(block, text="")
    if heading := _HEADING.match(words):
        return _plain(block, heading[2], kind=Kind.HEADING, level=len(heading[1]))
    if item := _ITEM.match(words):
        indent = block.start - (source.rfind("\n", 0, block.start) + 1)
        return _plain(block, item[2], kind=Kind.LIST_ITEM, level=1 + indent // 2, marker=item[1])
    if row := _ROW.match(words):
        cells = tuple(cell.strip() for cell in row[1].split("|"))
        ruled = all(re.fullmatch(r":?-+:?", cell) for cell in cells)
        return dataclasses.replace(
            block, text="" if ruled else "\t".join(cells), kind=Kind.TABLE_ROW, cells=() if ruled else cells
        )
    return _plain(block, words)


def _plain(block: Block, words: str, **looks: object) -> Block:
    """The block without the asterisks of bold words; emphasis elsewhere stays, it is the bank's Markdown too."""
    bold = _BOLD.match(words)
    lead = (bold[1] or bold[2]) if bold else ""
    text = lead + words[bold.end() :] if bold else words
    return dataclasses.replace(block, text=text, bold_lead=lead, **looks)  # type: ignore[arg-type]
