"""Lines below a field's name in a Markdown document → the text that a cell would hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_BULLET = re.compile(r"[-*+] ")
_CELL = re.compile(r"(?<!\\)((?:\\\\)*)\|")
_MARKED = re.compile(r"(?P<title>.*?)\s*<!-- (?P<id>[a-z0-9-]+) -->")
LISTED = ("lines", "key_points", "red_flags", "anchors", "changes", "competencies", "tags")


def field_text(kind: str, lines: Sequence[str], zh: bool) -> str:
    """The text of the cell: lists without bullets, quotations without their sign, tables as indented lines."""
    if kind == "rubric":
        return "\n".join(_criterion(cells, zh) for cells in _rows(lines))
    if kind == "calibration":
        return "\n".join(_samples(lines))
    if kind in LISTED:
        return "\n".join(_unlisted(lines)).strip()
    return "\n".join(_unquoted(line) for line in lines).strip()


def _unquoted(line: str) -> str:
    return re.sub(r"^> ?", "", line)


def _unlisted(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        yield line[2:] if _BULLET.match(line) else line


def _samples(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        if line.startswith(">"):
            yield f"  {_unquoted(line)}".rstrip()
        elif line.strip():
            yield line


def _rows(lines: Sequence[str]) -> Iterator[list[str]]:
    """The rows of a table below its headings."""
    rows = [line.strip() for line in lines if line.strip().startswith("|")]
    for row in rows[1:]:
        cells = _CELL.sub("\\1\0", row).strip("\0").split("\0")
        if not all(re.fullmatch(r"\s*:?-+:?\s*", cell) for cell in cells):
            yield [re.sub(r"\\([|\\])", r"\1", cell.strip()).replace("<br>", "\n") for cell in cells]


def _criterion(cells: list[str], zh: bool) -> str:
    """A row of a rubric as a line with its levels below, as a cell has them."""
    title, points, competency, *levels = [*cells, "", "", ""][: max(len(cells), 3)]
    marked = _MARKED.fullmatch(title)
    name = f"{marked['title']} #{marked['id']}" if marked else title
    head = f"{name}【{points}分·{competency}】" if zh else f"{name} [{points} points, {competency}]"
    body = [f"  {level}".replace("\n", "\n    ") for level in levels if level]
    return "\n".join([head, *body])
