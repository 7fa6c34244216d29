"""The words of a composed document, with what renderers generate: bullets, numbers, pages of the contents."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import html

BULLET = "•"
_BLANK = re.compile(
    "[\\s\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f]+"
)


def squeezed(text: str) -> str:
    """Without white space of any kind, nor characters that nobody sees.

    Where lines break is each format's own affair; a PDF keeps no zero-width characters, and accents as one with
    their letters.
    """
    return unicodedata.normalize("NFC", _BLANK.sub("", text))


def composed_root(page: str) -> Any:
    """The root of composed HTML."""
    return html.document_fromstring(page)


def body_words(root: Any, page_of: Mapping[str, int] | None) -> str:
    """The body's text, squeezed, without running text; lists with their bullets (•) and numbers.

    An entry of the contents ends with the page of what it names, as `page_of` has it; without one, with nothing.
    """
    body = root.find("body")
    return squeezed("".join(_read(body, page_of))) if body is not None else ""


def _read(node: Any, page_of: Mapping[str, int] | None) -> Iterator[str]:
    if not isinstance(node.tag, str) or node.get("class") == "running":
        return
    if _is_entry(node):
        yield _entry(node, page_of)
        return
    if node.tag == "li":
        yield _mark(node)
    yield node.text or ""
    for child in node:
        yield from _read(child, page_of)
        yield child.tail or ""


def _is_entry(node: Any) -> bool:
    return node.tag == "a" and next(node.iterancestors("nav"), None) is not None


def _entry(node: Any, page_of: Mapping[str, int] | None) -> str:
    page = None if page_of is None else page_of.get(node.get("href", "")[1:])
    return f"{node.text_content()}{'' if page is None else page}"


def _mark(item: Any) -> str:
    group = item.getparent()
    if group.tag == "ul":
        return "" if "checks" in group.get("class", "").split() else BULLET
    number = int(group.get("start", 1)) + group.findall("li").index(item)
    depth = sum(1 for _ in group.iterancestors("ol", "ul"))
    return (f"{number}.", f"({number})", f"{number})")[min(depth, 2)]
