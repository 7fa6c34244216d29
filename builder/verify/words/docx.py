"""The words of a Word file, with the numbers that Word works out for its lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from builder.verify.opened import OpenedDocx
from builder.verify.words.composed import squeezed
from builder.verify.words.lists import ListCounter
from builder.verify.words.wordprocessing import MC, W, style_of

_TEXT, _HYPHEN, _TAB, _RUN = f"{W}t", f"{W}noBreakHyphen", f"{W}tab", f"{W}r"
_APART = (f"{W}p", f"{MC}Fallback")
"""Paragraphs of text boxes are said on their own."""
_CONTENTS = re.compile(r"TOC[1-9]")


def docx_words(file: OpenedDocx, *, with_pages: bool) -> str:
    """The body's whole text, squeezed, with every bullet (•) and number of its lists.

    Lines of the contents end with their page where `with_pages` is set. Deleted text is not said.
    """
    counter = ListCounter(file.trees.get("word/numbering.xml"), file.trees.get("word/styles.xml"))
    return "".join(_line(p, counter, with_pages) for p in file.document.iter(f"{W}p"))


def _line(paragraph: Any, counter: ListCounter, with_pages: bool) -> str:
    style = style_of(paragraph)
    text = "".join(_characters(paragraph))
    if _CONTENTS.fullmatch(style) and not with_pages:
        text = text.rpartition("\t")[0]
    return squeezed(counter.mark(paragraph, style) + text)


def _characters(node: Any) -> Iterator[str]:
    for child in node:
        if child.tag == _TEXT:
            yield child.text or ""
        elif child.tag == _HYPHEN:
            yield "-"
        elif child.tag == _TAB and node.tag == _RUN:
            yield "\t"
        elif len(child) and child.tag not in _APART:
            yield from _characters(child)
