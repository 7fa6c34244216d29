"""A composed document as HTML: the words that PDF and Word must both say, in their order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from lxml import html


class HtmlPack:
    """One file of `packs build --format html`, opened."""

    def __init__(self, path: Path) -> None:
        self.root: Any = html.document_fromstring(path.read_text(encoding="utf-8"))
        self.body = self.root.find("body")

    def words(self, page_of: Mapping[str, int]) -> str:
        """The body's text without white space and running text; lists get their bullets (•) and numbers.

        An entry of the contents ends with the page of what it names, as `page_of` has it.
        """
        return re.sub(r"\s", "", "".join(_read(self.body, page_of)))

    def headings(self) -> list[tuple[int, str]]:
        """(level, text) of each heading."""
        return [
            (int(h.tag[1]), re.sub(r"\s", "", h.text_content()))
            for h in self.body.iter("h1", "h2", "h3", "h4")
        ]

    def contents(self) -> list[tuple[str, str]]:
        """(entry, id it names) of each line of the contents."""
        links = self.body.xpath(".//nav//a")
        return [(re.sub(r"\s", "", a.text_content()), a.get("href")[1:]) for a in links]


def _read(node: Any, page_of: Mapping[str, int]) -> Iterator[str]:
    if not isinstance(node.tag, str) or node.get("class") == "running":
        return
    if node.tag == "li":
        yield _mark(node)
    yield node.text or ""
    for child in node:
        yield from _read(child, page_of)
        yield child.tail or ""
    if node.tag == "a" and node.xpath("ancestor::nav"):
        yield str(page_of[node.get("href")[1:]])


def _mark(item: Any) -> str:
    group = item.getparent()
    if group.tag == "ul":
        return "" if group.get("class") == "checks" else "•"
    number = int(group.get("start", 1)) + group.findall("li").index(item)
    depth = len(group.xpath("ancestor::ol | ancestor::ul"))
    return (f"{number}.", f"({number})", f"{number})")[min(depth, 2)]
