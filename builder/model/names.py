"""File names that every system can keep."""

from __future__ import annotations

import re

_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE | re.DOTALL)
_FORBIDDEN = re.compile(r'[/\\:*?"<>|\x00-\x1f\x7f]')
MAX_NAME = 80


def is_portable(name: str) -> bool:
    """Whether a file or folder can be called that on Windows, macOS and Linux, without leaving its folder."""
    return not (
        not name
        or len(name) > MAX_NAME
        or name[0] == "."
        or name[0].isspace()
        or name[-1] in ". "
        or _FORBIDDEN.search(name)
        or _RESERVED.fullmatch(name)
    )
