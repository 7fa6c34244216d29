"""What stands in the margins of pages: laid out again where it changed, without touching what is between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from weasyprint.layout.background import layout_box_backgrounds
from weasyprint.layout.page import make_margin_boxes
from weasyprint.pdf.stream import Stream

from builder.render.pdf.finishing import state_of
from builder.render.pdf.piece import LaidPiece
from builder.render.pdf.strokes import KeptPage, Strokes, recorded

Strings = dict[str, dict[int, list[str]]]
"""Named string → page → its values there in order."""
SCALE = 0.75
"""Points in a CSS pixel."""


@dataclass(frozen=True, slots=True)
class Margin:
    """All that the margins of a page depend on, besides its own style."""

    frame: str
    number: int
    total: int
    strings: tuple[tuple[str, tuple[str, ...], str | None], ...]
    """Named string, its values on the page, its last value before the page."""


@dataclass(slots=True)
class Frame:
    """The running header and footer of one document, ready to be put into margins."""

    text: str
    elements: Mapping[str, list[Any]]
    strings: Strings
    """What named strings hold, page by page, in the whole document."""
    typecase: dict[Any, Any]
    _edits: dict[object, _Edit | None] = field(default_factory=dict)

    def set(self, piece: LaidPiece, box: Any, margin: Margin) -> None:
        """Lays out the margin boxes of a page anew."""
        context = piece.context
        context.current_page = margin.number
        context.string_set = defaultdict(dict, self.strings)
        context.running_elements = defaultdict(dict, {n: {1: boxes} for n, boxes in self.elements.items()})
        content = [child for child in box.children if not hasattr(child, "at_keyword")]
        content = content[:1] + [area for area in content[1:] if area.children]
        margins = list(make_margin_boxes(context, box, state_of(margin.number, margin.total)))
        for made in margins:
            layout_box_backgrounds(box, made, context.get_image_from_uri)
        box.children = (*content, *margins)

    def retouch(self, piece: LaidPiece, page: KeptPage, old: Margin, new: Margin) -> bool:
        """Changes the words of the margins in a drawn page, as they changed on the first page like it.

        Pages are alike that lie on the same side under the same name. Returns whether it could be done.
        """
        kind = page.box.page_type
        alike = (kind.side, kind.name, kind.blank, old.frame)
        if page.strokes is None:
            return False
        if alike not in self._edits:
            before = page.strokes
            self.set(piece, page.box, new)
            page.strokes = _drawn(page, self.typecase)
            self._edits[alike] = _edit(before, page.strokes)
            return page.strokes is not None
        edit = self._edits[alike]
        changed = edit and edit.made_in(page.strokes)
        if changed:
            page.strokes = changed
        return bool(changed)


def margins_of(frame: str, strings: Iterable[Mapping[str, list[str]]]) -> tuple[list[Margin], Strings]:
    """The margins of every page of a document, and its named strings by page."""
    pages = list(strings)
    store: Strings = {}
    last: dict[str, str] = {}
    margins = []
    for number, values in enumerate(pages, 1):
        names = sorted({*last, *values})
        state = tuple((name, tuple(values.get(name, ())), last.get(name)) for name in names)
        margins.append(Margin(frame, number, len(pages), state))
        for name, texts in values.items():
            store.setdefault(name, {})[number] = texts
            last[name] = texts[-1]
    return margins, store


@dataclass(frozen=True, slots=True)
class _Edit:
    """Strokes that became others, and how far from the page's last stroke they begin."""

    old: list[bytes]
    new: list[bytes]
    distance: int
    fonts: Mapping[Any, Any]

    def made_in(self, strokes: Strokes) -> Strokes | None:
        """The page with the same edit; nothing where other strokes stand in that place."""
        start = len(strokes.operators) - self.distance
        end = start + len(self.old)
        if start < 0 or strokes.operators[start:end] != self.old:
            return None
        operators = strokes.operators[:start] + self.new + strokes.operators[end:]
        return strokes.with_operators(operators, self.fonts)


def _edit(before: Strokes, after: Strokes | None) -> _Edit | None:
    if after is None or len(before.tags) != len(after.tags):
        return None
    old, new = before.operators, after.operators
    most = min(len(old), len(new))
    start = next((i for i in range(most) if old[i] != new[i]), most)
    end = next((i for i in range(most - start) if old[-1 - i] != new[-1 - i]), most - start)
    changed = new[start : len(new) - end]
    return _Edit(old[start : len(old) - end], changed, len(old) - start, after.fonts)


def _drawn(page: KeptPage, typecase: dict[Any, Any]) -> Strokes | None:
    """A page drawn outside any document."""
    resources: dict[str, Any] = {"ColorSpace": None}
    area = (0, 0, page.width, page.height)
    stream = Stream({}, area, resources, {}, {}, {}, None, compress=True)
    stream.transform(d=-1, f=page.height * SCALE)
    return recorded(stream, typecase, lambda: page.draw(stream, SCALE))
