"""How the cells of an exported workbook look: one look a role, in the theme's typefaces and colours."""

from __future__ import annotations

from typing import Any, Literal

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from builder.model.theme import Theme

Role = Literal["head", "key", "text", "number"]
SIZE = 10


class Looks:
    """The looks of one workbook; each is made once."""

    def __init__(self, theme: Theme, locale: str) -> None:
        typeface = theme.fonts.get(locale) or next(iter(theme.fonts.values()))
        chinese = locale == "zh-CN"
        body, heading = (
            face.word if chinese else face.word_latin for face in (typeface.body, typeface.heading)
        )
        text, muted, accent = (
            _rgb(c) for c in (theme.colours.text, theme.colours.muted, theme.colours.accent)
        )
        side = Side(style="thin", color=_rgb(theme.colours.rule))
        self._border = Border(left=side, right=side, top=side, bottom=side)
        self.notice = Font(name=heading, size=SIZE, color=_rgb(theme.colours.alert))
        self._fonts = {
            "head": Font(name=heading, size=SIZE, bold=typeface.bold, color=accent),
            "key": Font(name=body, size=SIZE, color=muted),
            "text": Font(name=body, size=SIZE, color=text),
            "number": Font(name=body, size=SIZE, color=text),
        }
        shade = PatternFill("solid", fgColor=_rgb(theme.colours.shade))
        grey = PatternFill("solid", fgColor="E7E7E7")
        self._fills = {"head": shade, "key": grey, "text": PatternFill(), "number": PatternFill()}
        wrapped = Alignment(horizontal="left", vertical="top", wrap_text=True)
        centred = Alignment(horizontal="center", vertical="top")
        self._alignments = {
            "head": Alignment(horizontal="left", vertical="center", wrap_text=True),
            "key": wrapped,
            "text": wrapped,
            "number": centred,
        }

    def dress(self, cell: Any, role: str) -> None:
        """Gives a cell the look of its role."""
        cell.font, cell.fill = self._fonts[role], self._fills[role]
        cell.alignment, cell.border = self._alignments[role], self._border


def _rgb(colour: str) -> str:
    return colour.removeprefix("#").upper()
