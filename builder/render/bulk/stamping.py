"""Values drawn in the type and at the place of their slots, as the engine itself would draw them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from weasyprint.draw.text import draw_first_line
from weasyprint.matrix import Matrix
from weasyprint.text.line_break import create_layout, line_size

from builder.fonts import FontShelf
from builder.fonts.coverage import needs_no_glyph
from builder.render.bulk.laid_out import Spot
from builder.render.pdf.slots import SLOT
from builder.words import Words, words

SMALLEST = 6
"""Type size in pt below which a long value is refused rather than made smaller still."""

_POINTS_PER_PIXEL = 0.75
_ROUNDING = 1e-3
"""Pixels by which a value may be wider than its place without being made smaller."""


@dataclass(slots=True)
class Stamper:
    """Leaves a mark in the page's stream for each slot, and keeps what comes there for each of its values."""

    wanted: Mapping[str, Sequence[str]]
    """Slot → the different values it takes."""
    shelf: FontShelf
    spots: list[Spot] = field(default_factory=list)
    """In the order of their marks."""
    misfits: dict[tuple[str, str], Words] = field(default_factory=dict)
    """(slot, value) → why it cannot be printed."""

    def fill(self, stream: Any, sample: Any) -> None:
        """See `builder.render.pdf.slots.Filler`."""
        slot = sample.element.get(SLOT)
        # Set here and not with the value: what follows on the page relies on the colour, an empty value sets none.
        stream.set_color(sample.style["color"])
        stream.stream.append(mark(len(self.spots)))
        paper = stream.clone()
        drawn = {value: self._drawn(paper, sample, slot, value) for value in self.wanted[slot]}
        self.spots.append(Spot(slot, drawn))

    def _drawn(self, paper: Any, sample: Any, slot: str, value: str) -> bytes:
        """The text operators for one value; none where it is blank, or cannot be printed."""
        if not value.strip():
            return b""
        line = _Line(value, sample.style, sample.baseline)
        scale = min(1.0, sample.width / line.width) if line.width > sample.width + _ROUNDING else 1.0
        reason = self._unprintable(line, scale)
        if reason:
            self.misfits[slot, value] = reason
            return b""
        left = sample.position_x + _share(sample.style) * (sample.width - line.width * scale)
        paper.stream = []
        paper.begin_text()
        place = Matrix(scale, 0, 0, -scale, left, sample.position_y + sample.baseline)
        draw_first_line(paper, line, "clip", "none", place)
        paper.end_text()
        return b"\n".join(_bytes(operator) for operator in paper.stream) + b"\n"

    def _unprintable(self, line: _Line, scale: float) -> Words | None:
        fonts = [
            self.shelf.coverage[name] for name in line.style["font_family"] if name in self.shelf.coverage
        ]
        missing = {c for c in line.text if not needs_no_glyph(c) and not any(c in font for font in fonts)}
        if missing:
            named = ", ".join(f"{c} (U+{ord(c):04X})" for c in sorted(missing))
            return words("no font has a glyph for {characters}", characters=named)
        if line.style["font_size"] * _POINTS_PER_PIXEL * scale < SMALLEST:
            return words(
                "“{text}” is too long for its place, even in type of {size} pt",
                text=line.text,
                size=SMALLEST,
            )
        return None


def mark(number: int) -> bytes:
    """The operator that stands for a spot: a marked-content point, which draws nothing."""
    return b"/slot%d MP" % number


class _Line:
    """A value shaped; what the engine's drawing wants of a text box."""

    def __init__(self, text: str, style: Any, baseline: float) -> None:
        self.text, self.style, self.baseline = text, style, baseline
        self.pango_layout = create_layout(text, style, None, None, 0)
        line, _ = self.pango_layout.get_first_line()
        self.width: float = line_size(line, style)[0]


def _share(style: Any) -> float:
    """The part of the free width that comes before the text."""
    return {"center": 0.5, "right": 1.0, "end": 1.0}.get(style["text_align_all"], 0.0)


def _bytes(operator: Any) -> bytes:
    return operator if isinstance(operator, bytes) else str(operator).encode()
