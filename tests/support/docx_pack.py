"""A built Word file as a reader has it: its text with the numbers that Word works out, its contents, its headings."""

from __future__ import annotations

import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MARKS = {"decimal": str, "lowerLetter": lambda n: chr(96 + n), "lowerRoman": lambda n: "i" * n}


class DocxPack:
    """One Word file, opened."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}

    def tree(self, name: str) -> Any:
        return etree.fromstring(self.parts[f"word/{name}.xml"])

    @cached_property
    def body(self) -> Any:
        return self.tree("document").find(f"{W}body")

    @cached_property
    def words(self) -> str:
        """The body's whole text without white space, with every bullet (•) and number of its lists."""
        numbers = _Numbers(self)
        parts = [numbers.mark(p) + _text(p) for p in self.body.iter(f"{W}p")]
        return re.sub(r"\s", "", "".join(parts))

    @cached_property
    def contents(self) -> list[tuple[str, int]]:
        """(entry, page) of each line of the contents."""
        found = []
        for paragraph in self.body.iter(f"{W}p"):
            if re.fullmatch(r"TOC[1-9]", style_of(paragraph)):
                entry, page = re.fullmatch(
                    r"(.*\D)(\d+)", re.sub(r"[^\S\t]", "", _text(paragraph)), re.S
                ).groups()
                found.append((re.sub(r"\s", "", entry), int(page)))
        return found

    @cached_property
    def headings(self) -> list[tuple[int, str]]:
        """(level, text) of each heading."""
        return [
            (int(style_of(p)[-1]), re.sub(r"\s", "", _text(p)))
            for p in self.body.iter(f"{W}p")
            if re.fullmatch(r"Heading[1-9]", style_of(p))
        ]

    @cached_property
    def style_names(self) -> dict[str, str]:
        """Style id → the name that Word shows."""
        return {
            s.get(f"{W}styleId"): s.find(f"{W}name").get(f"{W}val")
            for s in self.tree("styles").iter(f"{W}style")
        }


def style_of(paragraph: Any) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else str(style.get(f"{W}val"))


def _text(paragraph: Any) -> str:
    return "".join(_characters(paragraph))


def _characters(node: Any) -> Iterator[str]:
    for child in node:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag == f"{W}tab" and node.tag == f"{W}r":
            yield "\t"
        else:
            yield from _characters(child)


class _Numbers:
    """Counts list paragraphs as Word does: by list and level, deeper levels begin anew."""

    def __init__(self, pack: DocxPack) -> None:
        numbering = pack.tree("numbering")
        self._abstract = {a.get(f"{W}abstractNumId"): _levels(a) for a in numbering.iter(f"{W}abstractNum")}
        self._lists = {n.get(f"{W}numId"): n for n in numbering.iter(f"{W}num")}
        self._by_style = {
            s.get(f"{W}styleId"): s.find(f"{W}pPr/{W}numPr") for s in pack.tree("styles").iter(f"{W}style")
        }
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)

    def mark(self, paragraph: Any) -> str:
        """The bullet or number before a paragraph, or nothing."""
        by_style = self._by_style.get(style_of(paragraph))
        own = paragraph.find(f"{W}pPr/{W}numPr")
        number, level = _value((own, by_style), "numId"), int(_value((own, by_style), "ilvl") or 0)
        if number in (None, "0"):
            return ""
        name = self._lists[number].find(f"{W}abstractNumId").get(f"{W}val")
        definition = self._abstract[name][level]
        if definition["format"] == "bullet":
            return "•"
        counts = self._counts[number]
        counts[level] = counts.get(level, self._start(number, level, definition) - 1) + 1
        for deeper in [key for key in counts if key > level]:
            del counts[deeper]
        return str(definition["text"]).replace(f"%{level + 1}", MARKS[definition["format"]](counts[level]))

    def _start(self, number: str, level: int, definition: dict[str, Any]) -> int:
        for override in self._lists[number].iter(f"{W}lvlOverride"):
            start = override.find(f"{W}startOverride")
            if override.get(f"{W}ilvl") == str(level) and start is not None:
                return int(start.get(f"{W}val"))
        return int(definition["start"])


def _levels(abstract: Any) -> dict[int, dict[str, Any]]:
    return {
        int(level.get(f"{W}ilvl")): {
            "format": level.find(f"{W}numFmt").get(f"{W}val"),
            "text": level.find(f"{W}lvlText").get(f"{W}val"),
            "start": level.find(f"{W}start").get(f"{W}val") if level.find(f"{W}start") is not None else 1,
        }
        for level in abstract.iter(f"{W}lvl")
    }


def _value(holders: tuple[Any, ...], name: str) -> str | None:
    for holder in holders:
        found = None if holder is None else holder.find(f"{W}{name}")
        if found is not None:
            return str(found.get(f"{W}val"))
    return None
