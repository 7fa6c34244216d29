"""The words of cells: shared strings, rich text, comments."""

from __future__ import annotations

import re
from typing import Any

from builder.tabular.package import Package, too_large

MAX_STRINGS = 1_000_000
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def shared_strings(package: Package, part: str) -> list[str]:
    """Every shared string in order, rich text as plain."""
    found: list[str] = []
    for _, element in package.elements(part, "si"):
        found.append(words_of(element))
        if len(found) > MAX_STRINGS:
            raise too_large()
    return found


def comments(package: Package, part: str) -> list[tuple[str, str]]:
    """Cell and words of every comment."""
    found: list[tuple[str, str]] = []
    for _, element in package.elements(part, "comment"):
        body = next((child for child in element if child.tag.endswith("}text")), None)
        text = words_of(body).strip() if body is not None else ""
        if text and len(found) < MAX_STRINGS:
            found.append((element.get("ref", ""), text))
    return found


def words_of(element: Any) -> str:
    """The words of a string: its runs joined, phonetic readings left out, line ends as line feeds."""
    parts = []
    for child in element:
        tag = child.tag.rpartition("}")[2]
        if tag == "t":
            parts.append(child.text or "")
        elif tag == "r":
            parts += [t.text or "" for t in child if t.tag.endswith("}t")]
    text = "".join(parts).replace("\r\n", "\n").replace("\r", "\n")
    return _ESCAPED.sub(lambda m: chr(int(m[1], 16)), text) if "_x" in text else text
