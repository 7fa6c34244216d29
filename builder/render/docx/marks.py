"""Which printed words are which field of the bank: `data-field` in the HTML, a hidden bookmark in the Word file."""

from __future__ import annotations

from collections.abc import Iterator

from builder.render.docx.blocks import Paragraph
from builder.render.docx.oxml.marks import mark_name
from builder.render.docx.oxml.paragraphs import bookmark
from builder.render.docx.vocabulary import Element


class Marks:
    """Hands out one bookmark for every paragraph, or part of one, that prints a field.

    `fields` are the fields' names by the number of the mark, `paragraphs` all that began so far.
    """

    def __init__(self, numbers: Iterator[int]) -> None:
        """`numbers` are those of bookmarks."""
        self.fields: list[str] = []
        self.paragraphs: list[Paragraph] = []
        self._numbers = numbers
        self._inside = ""

    def enter(self, node: Element) -> str:
        """Every paragraph from here on prints the field of `node`, where it has one; what was printed before."""
        outer = self._inside
        self._inside = node.get("data-field") or outer
        return outer

    def leave(self, outer: str) -> None:
        """Back to what was printed before."""
        self._inside = outer

    def settle(self, paragraph: Paragraph) -> Paragraph:
        """The paragraph, marked where it prints a field, and noted: the map has all in the order of the text."""
        self.paragraphs.append(paragraph)
        if self._inside:
            paragraph.content = self.marked(self._inside, paragraph.content)
        return paragraph

    def marked(self, field: str, runs: str) -> str:
        """The runs inside a bookmark for the field."""
        start, end = self.edges(field)
        return f"{start}{runs}{end}"

    def edges(self, field: str) -> tuple[str, str]:
        """The beginning and the end of a new bookmark for the field."""
        self.fields.append(field)
        return bookmark(next(self._numbers), mark_name(len(self.fields) - 1))
