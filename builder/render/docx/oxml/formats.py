"""What a style says about letters and paragraphs, in schema order."""

from __future__ import annotations

from dataclasses import dataclass

from builder.render.docx.oxml.markup import element

Border = tuple[str, int, str, int]
"""A rule: kind (`single`), thickness in eighths of a pt, colour, distance in pt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunFormat:
    """Letters; sizes and spacing in pt, colours as #rrggbb."""

    latin: str
    east_asian: str
    language: str
    bold: bool = False
    italic: bool = False
    colour: str = ""
    spacing: float = 0
    size: float = 0
    underline: str = ""
    shade: str = ""
    vertical: str = ""

    def xml(self) -> str:
        inner = [
            element("rFonts", ascii=self.latin, eastAsia=self.east_asian, hAnsi=self.latin, cs=self.latin),
            "<w:b/><w:bCs/>" if self.bold else "",
            "<w:i/><w:iCs/>" if self.italic else "",
            element("color", val=rgb(self.colour)) if self.colour else "",
            element("spacing", val=round(self.spacing * 20)) if self.spacing else "",
            _size(self.size),
            element("u", val=self.underline) if self.underline else "",
            shading(self.shade) if self.shade else "",
            element("vertAlign", val=self.vertical) if self.vertical else "",
            self._languages(),
        ]
        return f"<w:rPr>{''.join(inner)}</w:rPr>"

    def _languages(self) -> str:
        if self.language.startswith("zh"):
            return element("lang", val="en-US", eastAsia=self.language, bidi="ar-SA")
        return element("lang", val=self.language, eastAsia="zh-CN", bidi="ar-SA")


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphFormat:
    """A paragraph; lengths in pt, tab positions and indents in twips."""

    keep_next: bool = False
    keep_lines: bool = False
    widow_control: bool = True
    numbering: tuple[int, int] | None = None
    borders: tuple[tuple[str, Border], ...] = ()
    shade: str = ""
    tabs: tuple[tuple[str, int, str], ...] = ()
    typography: bool = False
    before: float | None = None
    after: float | None = None
    line: float | None = None
    line_rule: str = "atLeast"
    left: int | None = None
    right: int | None = None
    hanging: int | None = None
    contextual: bool = False
    align: str = ""
    outline: int | None = None

    def xml(self) -> str:
        inner = [
            "<w:keepNext/>" if self.keep_next else "",
            "<w:keepLines/>" if self.keep_lines else "",
            "<w:widowControl/>" if self.widow_control else "",
            _numbering(self.numbering),
            borders("pBdr", self.borders),
            shading(self.shade) if self.shade else "",
            self._tabs(),
            _TYPOGRAPHY if self.typography else "",
            self._spacing(),
            self._indent(),
            "<w:contextualSpacing/>" if self.contextual else "",
            element("jc", val=self.align) if self.align else "",
            element("outlineLvl", val=self.outline) if self.outline is not None else "",
        ]
        return f"<w:pPr>{''.join(inner)}</w:pPr>"

    def _tabs(self) -> str:
        stops = [element("tab", val=kind, leader=leader or None, pos=at) for kind, at, leader in self.tabs]
        return element("tabs", *stops) if stops else ""

    def _spacing(self) -> str:
        if self.before is self.after is self.line is None:
            return ""
        # Multiples ("auto") count in 240ths of a line, everything else in twentieths of a point.
        unit = 240 if self.line_rule == "auto" else 20
        return element(
            "spacing",
            before=_scaled(self.before, 20),
            after=_scaled(self.after, 20),
            line=_scaled(self.line, unit),
            lineRule=self.line_rule if self.line is not None else None,
        )

    def _indent(self) -> str:
        if self.left is self.right is self.hanging is None:
            return ""
        return element("ind", left=self.left, right=self.right, hanging=self.hanging)


# No line begins with 。or ends with （; marks may hang into the margin; Han and Latin get a hair of space.
_TYPOGRAPHY = "<w:kinsoku/><w:overflowPunct/><w:autoSpaceDE/><w:autoSpaceDN/>"


def rgb(colour: str) -> str:
    """`#1f4e79` as Word has it."""
    return colour.removeprefix("#").upper()


def shading(colour: str) -> str:
    """A fill behind letters, a paragraph or a cell."""
    return element("shd", val="clear", color="auto", fill=rgb(colour))


def borders(tag: str, sides: tuple[tuple[str, Border], ...]) -> str:
    """Rules by side, in the order given (Word wants top, left, bottom, right, between or insideH, insideV)."""
    return element(tag, *(_border(side, border) for side, border in sides)) if sides else ""


def _border(side: str, border: Border) -> str:
    kind, thickness, colour, distance = border
    return element(side, val=kind, sz=thickness, space=distance, color=rgb(colour))


def _numbering(numbering: tuple[int, int] | None) -> str:
    if numbering is None:
        return ""
    number, level = numbering
    deeper = element("ilvl", val=level) if level else ""
    return element("numPr", deeper, element("numId", val=number))


def _size(points: float) -> str:
    half = round(points * 2)
    return element("sz", val=half) + element("szCs", val=half) if points else ""


def _scaled(value: float | None, unit: int) -> int | None:
    return None if value is None else round(value * unit)
