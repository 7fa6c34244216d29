"""numbering.xml: list definitions, and a new list for every list that counts from its own start."""

from __future__ import annotations

from dataclasses import dataclass

from builder.render.docx.oxml.formats import RunFormat
from builder.render.docx.oxml.markup import element, part

NUMBERS = (("decimal", "%1."), ("decimal", "(%2)"), ("decimal", "%3)"))
BULLETS = (("bullet", "•"), ("bullet", "–"), ("bullet", "·"))


@dataclass(frozen=True, slots=True)
class ListDefinition:
    """Three levels of marks; `step` is the indent of a level in twips, `styles` the ids bound to the levels."""

    number: int
    levels: tuple[tuple[str, str], ...]
    step: int
    marks: RunFormat
    styles: tuple[str, ...] = ()

    def xml(self) -> str:
        levels = (self._level(i, *level) for i, level in enumerate(self.levels))
        return element(
            "abstractNum",
            element("nsid", val=definition_mark(self.number)),
            '<w:multiLevelType w:val="multilevel"/>',
            element("tmpl", val=f"{0x5B000000 + self.number:08X}"),
            *levels,
            abstractNumId=self.number,
        )

    def _level(self, level: int, kind: str, mark: str) -> str:
        left = self.step * (level + 1)
        return element(
            "lvl",
            '<w:start w:val="1"/>',
            element("numFmt", val=kind),
            element("pStyle", val=self.styles[level]) if level < len(self.styles) else "",
            '<w:suff w:val="tab"/>',
            element("lvlText", val=mark),
            '<w:lvlJc w:val="left"/>',
            f"<w:pPr>{element('ind', left=left, hanging=self.step)}</w:pPr>",
            self.marks.xml() if kind == "bullet" else "",
            ilvl=level,
        )


def definition_mark(number: int) -> str:
    """The mark by which a definition of ours is known again inside a user's base document."""
    return f"{0x5A000000 + number:08X}"


def numbering_part(definitions: tuple[ListDefinition, ...]) -> str:
    """The whole part: every definition, and for each the list that its styles refer to."""
    lists = (list_of(d.number + 1, d.number) for d in definitions)
    return part("numbering", "".join(d.xml() for d in definitions) + "".join(lists))


def list_of(number: int, definition: int) -> str:
    """A list that looks as the definition says."""
    return element("num", element("abstractNumId", val=definition), numId=number)


def counted_list(number: int, definition: int, level: int, start: int) -> str:
    """A list of its own that counts from `start` at `level`."""
    override = element("lvlOverride", element("startOverride", val=start), ilvl=level)
    return element("num", element("abstractNumId", val=definition), override, numId=number)
