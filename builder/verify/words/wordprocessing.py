"""Names of WordprocessingML that several readers need."""

from __future__ import annotations

import functools
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_STYLE = f"{W}pPr/{W}pStyle"
_VALUE = f"{W}val"


def style_of(paragraph: Any) -> str:
    """The id of a paragraph's style, or nothing."""
    style = paragraph.find(_STYLE)
    return "" if style is None else str(style.get(_VALUE))


def value(holder: Any, path: str) -> str | None:
    """The `w:val` of the element at `path` (names with `/` between) below `holder`."""
    found = None if holder is None else holder.find(_qualified(path))
    return None if found is None else found.get(_VALUE)


@functools.cache
def _qualified(path: str) -> str:
    return "/".join(f"{W}{name}" for name in path.split("/"))
