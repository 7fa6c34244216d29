"""List styles, three levels each, in three sizes: in the text, in tables, in what is read aloud."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from builder.render.docx.look import Look
from builder.render.docx.oxml.formats import ParagraphFormat, RunFormat
from builder.render.docx.oxml.numbering import BULLETS, NUMBERS, ListDefinition
from builder.render.docx.oxml.styles import Style, style_id
from builder.render.docx.stylesheet.cells import table_text
from builder.render.docx.stylesheet.letters import letters
from builder.render.docx.stylesheet.paragraphs import justified, line

LEVELS = (1, 2, 3)
FAMILIES = ("List", "Table", "Read Aloud")
_KINDS = ("Bullet", "Number")
_MARKS = {"Bullet": BULLETS, "Number": NUMBERS}
_SIZES = {"List": "body", "Table": "table", "Read Aloud": "read_aloud"}


@dataclass(frozen=True, slots=True)
class _Shape:
    family: str
    size: float

    @property
    def step(self) -> int:
        """Indent of a level: two Han characters, in twips."""
        return round(self.size * 40)


def list_style(family: str, kind: str, level: int) -> str:
    """The style of a list paragraph; `kind` is Bullet, Number, Check or Continue, `level` from 1."""
    if kind == "Check":
        return "Check List" if family == "List" else f"{family} Check List"
    return f"{family} {kind}" if level == 1 else f"{family} {kind} {min(level, 3)}"


LIST_STYLES = frozenset(
    list_style(family, kind, level)
    for family in FAMILIES
    for kind in (*_KINDS, "Check", "Continue")
    for level in LEVELS
)


def definition_of(family: str, kind: str) -> int:
    """The number of the list definition behind a family's bullets or numbers."""
    return FAMILIES.index(family) * len(_KINDS) + _KINDS.index(kind)


def list_indent(look: Look, family: str, level: int) -> int:
    """How far the text of a level stands in, in twips."""
    return _shape(look, family).step * level


def list_definitions(look: Look) -> tuple[ListDefinition, ...]:
    """Bullets and numbers for each family, bound to its styles."""
    return tuple(
        ListDefinition(
            number=definition_of(family, kind),
            levels=_MARKS[kind],
            step=_shape(look, family).step,
            marks=letters(look),
            styles=tuple(style_id(list_style(family, kind, level)) for level in LEVELS),
        )
        for family in FAMILIES
        for kind in _KINDS
    )


def list_styles(look: Look) -> list[Style]:
    """List Bullet, List Number, List Continue, Check List and their like in tables and read-aloud text."""
    return [style for family in FAMILIES for style in _family(look, _shape(look, family))]


def _family(look: Look, shape: _Shape) -> Iterator[Style]:
    run = letters(look, size=0 if shape.family == "List" else shape.size)
    for level in LEVELS:
        for kind in ("Bullet", "Number"):
            numbering = (definition_of(shape.family, kind) + 1, level - 1)
            yield _style(look, shape, kind, level, run, {"numbering": numbering})
        yield _style(look, shape, "Continue", level, run, {"left": shape.step * level})
    hanging = {"left": shape.step, "hanging": shape.step}
    yield _style(look, shape, "Check", 1, run, hanging)


def _style(look: Look, shape: _Shape, kind: str, level: int, run: RunFormat, place: dict[str, Any]) -> Style:
    return Style(
        name=list_style(shape.family, kind, level),
        based_on="Normal",
        priority=16,
        quick=level == 1,
        hidden=level > 1,
        paragraph=_lines(look, shape, place),
        run=run,
    )


def _lines(look: Look, shape: _Shape, place: dict[str, Any]) -> ParagraphFormat:
    if shape.family == "Table":
        return table_text(look, **place)
    between = shape.size * 0.15
    return ParagraphFormat(after=between, line=line(look, shape.size), align=justified(look), **place)


def _shape(look: Look, family: str) -> _Shape:
    return _Shape(family, look.size(_SIZES[family]))
