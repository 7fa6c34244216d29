"""Names of WordprocessingML that several readers need."""

from __future__ import annotations

from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


def style_of(paragraph: Any) -> str:
    """The id of a paragraph's style, or nothing."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else str(style.get(f"{W}val"))


def value(holder: Any, path: str) -> str | None:
    """The `w:val` of the element at `path` (names with `/` between) below `holder`."""
    found = None if holder is None else holder.find("/".join(f"{W}{name}" for name in path.split("/")))
    return None if found is None else found.get(f"{W}val")
