"""Where in a document the walker is: what plain text there looks like and how much room it has."""

from __future__ import annotations

from dataclasses import dataclass, replace

from builder.render.docx.look import Look
from builder.render.docx.stylesheet.lists import list_indent, list_style


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the text; `width` and `indent` in twips, `level` counts the lists around it."""

    style: str
    width: int
    family: str = "List"
    indent: int = 0
    level: int = 0
    box: str = ""
    cover: bool = False
    enclosed: bool = False

    def in_item(self, look: Look) -> Place:
        """Inside an item of a list here."""
        level = min(self.level + 1, 3)
        indent = list_indent(look, self.family, level)
        return replace(
            self,
            style=list_style(self.family, "Continue", level),
            width=self.width - indent + self.indent,
            indent=indent,
            level=level,
        )

    def enclosed_in(self, style: str, width: int, family: str = "List", box: str = "") -> Place:
        """Inside a cell or box `width` twips wide."""
        return Place(style, width, family, box=box, enclosed=True)
