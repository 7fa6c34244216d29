"""The text of a cell: what spreadsheets add to it, and lines that belong together."""

from __future__ import annotations

import re
from collections.abc import Sequence

_LINE_ENDS = re.compile("(?:_x000[Dd]_)?\n|\r\n|\r|\x0b|\x85|\u2028|\u2029")
MOVED = (" ", "\t", "\u3000")
"""What people begin a line with that belongs to the one above."""
_COMMAND = re.compile(r"'*[=+\-@\t\r]")


def tidy(text: str) -> str:
    """The text with one kind of line end and no white space around it."""
    return _LINE_ENDS.sub("\n", text).replace("\x00", "").strip()


def guarded(text: str) -> str:
    """With an apostrophe before what a spreadsheet would take for a formula when it opens a text file."""
    return f"'{text}" if _COMMAND.match(text) else text


def escaped(text: str) -> str:
    """For a cell that is text by its type: only what `unguarded` would shorten needs the apostrophe."""
    return f"'{text}" if text.startswith("'") and _COMMAND.match(text) else text


def unguarded(text: str) -> str:
    """Without that apostrophe."""
    return text[1:] if text.startswith("'") and _COMMAND.match(text) else text


def lines_of(items: Sequence[str]) -> str:
    """One item a line; what follows in an item is indented."""
    return "\n".join(indented(item.strip()) for item in items)


def items_of(text: str) -> list[str]:
    """The items of lines; a line that is indented belongs to the one above."""
    return ["\n".join([head, *body]).strip() for head, body in groups_of(text)]


def indented(text: str, first: str = "", rest: str = "  ") -> str:
    """The text with its lines but the first moved to the right; `first` goes before that one."""
    head, *body = _LINE_ENDS.sub("\n", text).split("\n")
    return "\n".join([first + head, *(rest + line if line.strip() else "" for line in body)])


def groups_of(text: str, indent: str = "  ") -> list[tuple[str, list[str]]]:
    """Each line that is not indented, with the lines below it that are, less their indent."""
    groups: list[tuple[str, list[str]]] = []
    for line in text.split("\n"):
        moved = line.startswith(MOVED) or not line.strip()
        if not moved or (not groups and line.strip()):
            groups.append((line.strip(), []))
        elif groups:
            groups[-1][1].append(line.removeprefix(indent) if line.startswith(indent) else line.lstrip())
    return [(head, _without_blank_end(body)) for head, body in groups]


def _without_blank_end(lines: list[str]) -> list[str]:
    while lines and not lines[-1].strip():
        lines = lines[:-1]
    return lines
