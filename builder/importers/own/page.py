"""The body of a Word file as its reader sees it: paragraphs with their letters' emphasis, in lists and cells.

What is deleted, hidden or computed (the contents) is not seen; what was inserted with changes tracked is.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from builder.importers.own.looks import Looks
from builder.render.docx.oxml.marks import MAY_BREAK, mark_number
from builder.render.docx.oxml.markup import q

Cell = tuple[int, int, int]
"""Number of the table in the document, of the row in it, and of the column."""
_UNSEEN = frozenset(map(q, ("del", "moveFrom", "pPr", "rPr", "instrText", "delText", "sdtPr")))
_CHARACTERS = {q("br"): "\n", q("cr"): "\n", q("tab"): "\t", q("noBreakHyphen"): "-"}
_VAL, _ID, _NAME = q("val"), q("id"), q("name")


@dataclass(slots=True)
class Run:
    """Letters of one emphasis."""

    text: str
    strong: bool = False
    emphasis: bool = False


@dataclass(slots=True)
class Line:
    """One paragraph."""

    runs: list[Run] = field(default_factory=list)
    cell: Cell | None = None
    """The innermost cell that it stands in."""
    item: str = ""
    """`-` or `1.` in front of it, ` ` where it goes on in an item."""
    level: int = 0
    marks: dict[int, tuple[int, int]] = field(default_factory=dict)
    """Marks that cover something of it, or stand in it, with their stretch of its text."""

    @property
    def text(self) -> str:
        """All its letters."""
        return "".join(run.text for run in self.runs)


def read_page(body: Any, styles: Any, numbering: Any) -> list[Line]:
    """Every paragraph of the body (root of document.xml), in the order it is read."""
    if body is None:
        return []
    reader = _Reader(Looks(styles, numbering))
    reader.walk(body, None)
    return reader.lines


class _Reader:
    def __init__(self, looks: Looks) -> None:
        self.lines: list[Line] = []
        self._looks = looks
        self._open: dict[str, int] = {}
        self._tables = 0

    def walk(self, node: Any, cell: Cell | None) -> None:
        """Reads the blocks inside an element."""
        for child in node:
            if child.tag == q("p"):
                self._paragraph(child, cell)
            elif child.tag == q("tbl"):
                self._table(child)
            elif child.tag in (q("bookmarkStart"), q("bookmarkEnd")):
                self._edge(child, None)
            elif isinstance(child.tag, str) and child.tag not in _UNSEEN:
                self.walk(child, cell)

    def _table(self, node: Any) -> None:
        self._tables += 1
        number = self._tables
        for r, row in enumerate(node.iterchildren(q("tr"))):
            column = 0
            for cell in row.iterchildren(q("tc"), q("sdt")):
                self.walk(cell, (number, r, column))
                span = cell.find(f"{q('tcPr')}/{q('gridSpan')}")
                column += int(span.get(_VAL, "1")) if span is not None else 1

    def _paragraph(self, node: Any, cell: Cell | None) -> None:
        properties = node.find(q("pPr"))
        style = self._looks.style(properties)
        line = Line(cell=cell)
        line.item, line.level = self._looks.item(properties, style)
        for mark in self._open.values():
            line.marks[mark] = (0, 0)
        if not style.startswith("toc "):
            self.lines.append(line)
        self._inside(node, line)
        length = len(line.text)
        for mark in self._open.values():
            line.marks[mark] = (line.marks[mark][0], length)

    def _inside(self, node: Any, line: Line) -> None:
        for child in node:
            if child.tag in _UNSEEN:
                continue
            if child.tag == q("r"):
                self._run(child, line)
            elif child.tag in (q("bookmarkStart"), q("bookmarkEnd")):
                self._edge(child, line)
            elif isinstance(child.tag, str):
                self._inside(child, line)

    def _run(self, node: Any, line: Line) -> None:
        strong, emphasis, unseen = self._looks.emphasis(node)
        if unseen:
            return
        text = []
        for child in node:
            if child.tag == q("t"):
                text.append((child.text or "").replace(MAY_BREAK, ""))
            elif child.tag in _CHARACTERS:
                text.append(_CHARACTERS[child.tag])
            elif len(child):
                self._boxed(child, line.cell)
        if text:
            line.runs.append(Run("".join(text), strong, emphasis))

    def _boxed(self, node: Any, cell: Cell | None) -> None:
        """Paragraphs of a text box in a run; its second copy, for old programs, is passed over."""
        for box in node.iter(q("txbxContent")):
            if not any(str(up.tag).endswith("}Fallback") for up in box.iterancestors()):
                self.walk(box, cell)

    def _edge(self, node: Any, line: Line | None) -> None:
        """A bookmark begins or ends, in a paragraph or between two (`line` is None)."""
        identifier = node.get(_ID, "")
        number = mark_number(node.get(_NAME, "")) if node.tag == q("bookmarkStart") else None
        if number is not None:
            self._open[identifier] = number
        elif node.tag == q("bookmarkEnd"):
            number = self._open.pop(identifier, None)
        if line is None or number is None:
            return
        here = len(line.text)
        if node.tag == q("bookmarkStart"):
            line.marks.setdefault(number, (here, here))
        else:
            start = line.marks.get(number, (here, here))[0]
            line.marks[number] = (start, max(here, start))
