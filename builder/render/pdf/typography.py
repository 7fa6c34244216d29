"""Chinese typography the engine lacks: flush justified lines and a gap between Han and Latin.

Two internals of WeasyPrint are replaced once, by `install`. Both leave the text alone, so what is copied from
the PDF is what was written.

- `Layout.set_text` switches the prepared fonts' gap feature on for the character before each Han–Latin border.
  Pango sees it while breaking lines, so measured and drawn widths agree. (Pango's letter spacing cannot do
  this: it puts half of it on the wrong side of the character.)
- `justify_line` shares a line's slack out over spaces and Han characters in thousandths of an em, the unit of
  the PDF's own text operators, and carries the rounding along: the line ends flush. `Layout.reactivate`, called
  when the line is drawn, widens the glyphs; no text is shaped a second time.
"""

from __future__ import annotations

from typing import Any

import weasyprint
from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline
from weasyprint.text import line_break
from weasyprint.text.ffi import TO_UNITS, ffi, pango
from weasyprint.text.fonts import font_features

from builder.render.pdf.han import gaps, may_stretch

_WEASYPRINT = "70.0"
_GAP_FEATURE = b"GAPA 1"
_MOST_STRETCH = 0.2
"""Most that one place may open, in em: with fewer places the line stays ragged instead of showing rivers."""

_FEATURE_STYLES = (
    "font_kerning",
    "font_variant_ligatures",
    "font_variant_position",
    "font_variant_caps",
    "font_variant_numeric",
    "font_variant_alternates",
    "font_variant_east_asian",
    "font_feature_settings",
)

_plain_set_text = line_break.Layout.set_text
_plain_reactivate = line_break.Layout.reactivate
_plain_justify_line = inline.justify_line


def install() -> None:
    """Replaces the internals; doing it again changes nothing. The engine's version must be the one tested."""
    if weasyprint.__version__ != _WEASYPRINT:
        raise RuntimeError(
            f"typography was written for WeasyPrint {_WEASYPRINT}, not {weasyprint.__version__}"
        )
    line_break.Layout.set_text = _set_text
    line_break.Layout.reactivate = _reactivate
    inline.justify_line = _justify_line


def _set_text(layout: Any, text: str, justify: bool = False) -> None:
    if (layout.style["lang"] or "").startswith("zh"):
        places = gaps(text)
        if places or getattr(layout, "has_gaps", False):
            _set_features(layout, text, places)
    _plain_set_text(layout, text, justify)


def _set_features(layout: Any, text: str, places: list[int]) -> None:
    """Gives the layout a fresh attribute list: the style's own features, and the gap after each place."""
    layout.has_gaps = bool(places)
    attributes = pango.pango_attr_list_new()
    own = font_features(*(layout.style[name] for name in _FEATURE_STYLES))
    if own:
        names = ",".join(f"{key} {value}" for key, value in own.items()).encode()
        pango.pango_attr_list_insert(attributes, pango.pango_attr_font_features_new(names))
    for place in places:
        gap = pango.pango_attr_font_features_new(_GAP_FEATURE)
        gap.start_index = len(text[:place].encode())
        gap.end_index = gap.start_index + len(text[place].encode())
        pango.pango_attr_list_insert(attributes, gap)
    pango.pango_layout_set_attributes(layout.layout, attributes)
    pango.pango_attr_list_unref(attributes)


def _justify_line(context: Any, line: Any, extra_width: float) -> None:
    """Opens the line by `extra_width` px, or leaves it ragged where that would tear holes."""
    texts = list(_text_boxes(line))
    places = _places(texts)
    if not places:
        return
    if not any(ord(c) > 0x2E7F for box in texts for c in box.text):
        _plain_justify_line(context, line, extra_width)
    elif extra_width / len(places) <= _MOST_STRETCH * line.style["font_size"]:
        _share_out(texts, places, extra_width)
        _move(line, 0)


def _text_boxes(box: Any) -> Any:
    for child in box.children:
        if isinstance(child, boxes.TextBox):
            yield child
        elif isinstance(child, boxes.InlineBox):
            yield from _text_boxes(child)


def _places(texts: list[Any]) -> list[tuple[int, int]]:
    """(box, character) after which the line may open; the border of two boxes counts, the line's end does not."""
    places = []
    for number, box in enumerate(texts):
        following = texts[number + 1].text[:1] if number + 1 < len(texts) else ""
        text = box.text + following
        places += [(number, i) for i in range(len(text) - 1) if may_stretch(text[i], text[i + 1])]
    return [(number, i) for number, i in places if i < len(texts[number].text)]


def _share_out(texts: list[Any], places: list[tuple[int, int]], extra_width: float) -> None:
    for box in texts:
        box.pango_layout.stretch = {}
    done = 0.0
    for count, (number, index) in enumerate(places, 1):
        box = texts[number]
        unit = box.style["font_size"] / 1000
        units = round((extra_width * count / len(places) - done) / unit)
        done += units * unit
        box.pango_layout.stretch[len(box.text[: index + 1].encode())] = units
        box.width += units * unit


def _move(box: Any, advance: float) -> float:
    """Moves what follows by what was opened before it; returns the advance at the box's end."""
    before = advance
    for child in box.children:
        if isinstance(child, boxes.TextBox):
            child.position_x += advance
            advance += sum(child.pango_layout.stretch.values()) * child.style["font_size"] / 1000
        elif isinstance(child, boxes.InlineBox):
            child.position_x += advance
            advance = _move(child, advance)
        elif child.is_in_normal_flow():
            child.translate(advance, 0)
    box.width += advance - before
    return advance


def _reactivate(layout: Any, style: Any) -> None:
    _plain_reactivate(layout, style)
    stretch = getattr(layout, "stretch", None)
    if stretch:
        # Drawing sets this mode too; doing it first keeps Pango from shaping, and losing the widths, again.
        pango.pango_layout_set_single_paragraph_mode(layout.layout, True)
        _widen(layout, stretch, style["font_size"])


def _widen(layout: Any, stretch: dict[int, int], font_size: float) -> None:
    """Adds to the advance of the glyph that ends at each byte offset; values are thousandths of an em."""
    line, _ = layout.get_first_line()
    run = line.runs[0]
    while run != ffi.NULL:
        item, glyphs = run.data.item, run.data.glyphs
        starts = [item.offset + glyphs.log_clusters[i] for i in range(glyphs.num_glyphs)]
        for i, (start, end) in enumerate(zip(starts, [*starts[1:], item.offset + item.length], strict=True)):
            units = stretch.get(end, 0) if end > start else 0  # a cluster is widened at its last glyph
            if units:
                # Half a unit more: the writer cuts off fractions, and Pango's own rounding must not tip it over.
                glyphs.glyphs[i].geometry.width += round((units + 0.5) / 1000 * font_size * TO_UNITS)
        run = run.next
