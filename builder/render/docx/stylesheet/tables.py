"""Table styles: ruled tables, and boxes, which are tables of one cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.render.docx.look import Look
from builder.render.docx.oxml.formats import Border, borders, shading
from builder.render.docx.oxml.markup import element
from builder.render.docx.oxml.styles import Style
from builder.render.docx.stylesheet.letters import letters

CELL_SIDE = 90
"""Space between a table's rule and its text, in twips."""
BOX_SIDE = 220
"""Space between a box's edge and its text, in twips."""
Rules = tuple[tuple[str, Border], ...]


@dataclass(frozen=True, slots=True)
class _Box:
    name: str
    rules: Rules
    fill: str = ""


def table_styles(look: Look) -> list[Style]:
    """Grid, Rubric, Form and Bare; Scenario, Stem Box, Script Box, Callout and Alert."""
    normal = element("tblPr", element("tblInd", w=0, type="dxa"), _margins(0, 108))
    return [
        Style(
            name="Normal Table",
            kind="table",
            default=True,
            quick=False,
            hidden=True,
            table=normal,
        ),
        *_ruled(look),
        *(_box(look, box) for box in _boxes(look)),
    ]


def _ruled(look: Look) -> Iterator[Style]:
    rule: Border = ("single", 4, look.colours.rule, 0)
    everywhere: Rules = tuple(
        (side, rule) for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    head = _shaded("firstRow", look.colours.shade)
    first = _shaded("firstCol", look.colours.shade)
    cell = _margins(34, 60) if look.dense else _margins(40, CELL_SIDE)
    yield _style(look, "Grid", everywhere, cell, conditions=head)
    yield _style(look, "Rubric", everywhere, cell, conditions=head + first)
    yield _style(look, "Form", everywhere, cell, conditions=head)
    yield _style(look, "Bare", (), _margins(20, CELL_SIDE))


def _boxes(look: Look) -> tuple[_Box, ...]:
    colours = look.colours
    bar: Rules = (("left", ("single", 20, colours.accent, 0)),)
    return (
        _Box("Scenario", _frame(colours.rule), colours.shade),
        _Box("Stem Box", bar),
        _Box("Script Box", bar),
        _Box("Callout", _frame(colours.rule)),
        _Box("Alert", _frame(colours.alert)),
    )


def _frame(colour: str) -> Rules:
    rule: Border = ("single", 4, colour, 0)
    return tuple((side, rule) for side in ("top", "left", "bottom", "right"))


def _box(look: Look, box: _Box) -> Style:
    fill = element("tcPr", shading(box.fill)) if box.fill else ""
    # The last paragraph brings its own space below.
    margins = _margins(140, BOX_SIDE, 90) if len(box.rules) > 1 else _margins(50, BOX_SIDE, 0)
    return _style(look, box.name, box.rules, margins, cell=fill)


def _style(
    look: Look, name: str, rules: Rules, margins: str, *, cell: str = "", conditions: str = ""
) -> Style:
    properties = element("tblPr", element("tblInd", w=0, type="dxa"), borders("tblBorders", rules), margins)
    cell = cell or element("tcPr", element("vAlign", val="center"))
    return Style(
        name=name,
        kind="table",
        based_on="Normal Table",
        priority=40,
        run=letters(look),
        table=properties + cell + conditions,
    )


def _margins(top: int, side: int, bottom: int | None = None) -> str:
    lengths = (("top", top), ("left", side), ("bottom", top if bottom is None else bottom), ("right", side))
    return element("tblCellMar", *(element(name, w=w, type="dxa") for name, w in lengths))


def _shaded(condition: str, colour: str) -> str:
    return element("tblStylePr", element("tcPr", shading(colour)), type=condition)
