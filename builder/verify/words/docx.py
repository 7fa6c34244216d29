"""The words of a Word file, with the numbers that Word works out for its lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from builder.verify.opened import OpenedDocx
from builder.verify.words.composed import squeezed
from builder.verify.words.lists import ListCounter
from builder.verify.words.wordprocessing import MC, W, style_of

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
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag == f"{W}noBreakHyphen":
            yield "-"
        elif child.tag == f"{W}tab" and node.tag == f"{W}r":
            yield "\t"
        elif child.tag not in (f"{W}p", f"{MC}Fallback"):  # paragraphs of text boxes are said on their own
            yield from _characters(child)
