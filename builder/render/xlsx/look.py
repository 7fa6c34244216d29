"""The theme as a spreadsheet sees it: one style a role."""

from __future__ import annotations

from typing import get_args

from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side

from builder.errors import BuildError
from builder.model.theme import Face, Theme
from builder.model.workbook import Cell, Role
from builder.words import words

FILLED_IN: frozenset[Role] = frozenset({"entry", "mark", "share"})
_FORMATS: dict[Role, str] = {"score": "0.00", "factor": "0.0000", "share": "0.00%", "entry": "@"}
_RULED: frozenset[Role] = frozenset(
    {"head", "label", "entry", "mark", "text", "number", "score", "factor", "share"}
)


class Look:
    """The styles of one workbook; each is made once."""

    def __init__(self, theme: Theme, language: str) -> None:
        """Raises BuildError when the theme has no typeface for the language."""
        if language not in theme.fonts:
            raise BuildError(
                words("the theme has no fonts for the language {language}", language=language),
                words("add {language} to “fonts” in theme.yaml", language=language),
            )
        self._theme = theme
        self._chinese = language.startswith("zh")
        self._typeface = theme.fonts[language]
        self.styles = [self._made(role, open_) for role in get_args(Role) for open_ in (True, False)]

    def style(self, cell: Cell) -> str:
        """The name of the style of a cell's role; what may be written in is white and unlocked."""
        return _name(cell.role, cell.role in FILLED_IN if cell.open is None else cell.open)

    def struck(self) -> Font:
        """How a dropped mark is shown."""
        return Font(strike=True, color=_rgb(self._theme.colours.muted))

    def _made(self, role: Role, open_: bool) -> NamedStyle:
        ruled = role in _RULED
        shaded = ruled and not open_
        side = Side(style="thin", color=_rgb(self._theme.colours.rule)) if ruled else Side()
        return NamedStyle(
            name=_name(role, open_),
            font=self._font(role),
            fill=PatternFill("solid", fgColor=_rgb(self._theme.colours.shade)) if shaded else PatternFill(),
            border=Border(left=side, right=side, top=side, bottom=side),
            alignment=self._alignment(role),
            protection=Protection(locked=not open_),
            number_format=_FORMATS.get(role, "General"),
        )

    def _font(self, role: Role) -> Font:
        sizes, colours = self._theme.sizes, self._theme.colours
        heading = role in {"title", "head", "label"}
        size = sizes.h2 if role == "title" else sizes.body
        colour = {"title": colours.accent, "note": colours.muted}.get(role, colours.text)
        face = self._typeface.heading if heading else self._typeface.body
        return Font(
            name=self._family(face), size=size, bold=heading and self._typeface.bold, color=_rgb(colour)
        )

    def _alignment(self, role: Role) -> Alignment:
        side = "left" if role in {"title", "note"} else "center"
        return Alignment(horizontal=side, vertical="center", wrap_text=role != "title")

    def _family(self, face: Face) -> str:
        return face.word if self._chinese else face.word_latin


def _rgb(colour: str) -> str:
    return colour.removeprefix("#").upper()


def _name(role: Role, open_: bool) -> str:
    return f"{role} {'open' if open_ else 'locked'}"
