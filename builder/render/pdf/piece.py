"""One piece of a document laid out alone, as it comes out in the whole: on its own pages, with their numbers.

The engine's own steps are called one by one, from the page at which the piece begins. Its version is pinned.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from weasyprint import DEFAULT_OPTIONS
from weasyprint.css.targets import TargetLookupItem
from weasyprint.document import Document
from weasyprint.formatting_structure.build import build_formatting_structure
from weasyprint.layout import initialize_page_maker
from weasyprint.layout.background import layout_backgrounds
from weasyprint.layout.page import remake_page

from builder.render.bounds import refuse_pages
from builder.render.pdf.cutting import UnfitError
from builder.render.pdf.engine import Press, Sheet
from builder.render.pdf.finishing import finished, state_of
from builder.render.pdf.stopping import breathe

_MOST_LOOPS = 8
_FORCED = {"page", "left", "right", "recto", "verso"}


@dataclass(slots=True)
class LaidPiece:
    """A piece's pages without what stands in their margins."""

    context: Any
    boxes: list[Any]
    """Page boxes in order."""
    total: int
    """Pages that the document was thought to have."""
    strings: list[dict[str, list[str]]]
    """For each page, the values that named strings get on it."""
    anchors: dict[str, int]
    """1-based page within the piece of everything that has an id."""
    counts_pages: bool
    """Whether the piece itself says how many pages there are."""
    running: dict[str, list[Any]]
    """Running elements of the first page."""


@dataclass(slots=True)
class Setting:
    """Where a piece begins and what it refers to."""

    first: int
    """Number of its first page, blank or not."""
    total: int
    """Pages of the whole document."""
    targets: Mapping[str, int] = field(default_factory=dict)
    """Page of every place that the piece refers to and does not hold."""


def lay_out_piece(html: Any, press: Press, sheets: list[Sheet], setting: Setting) -> LaidPiece:
    """Lays one piece out. Raises UnfitError where it would come out differently in the whole."""
    context, root = _structure(html, press, sheets, setting)
    if context.footnotes:
        raise UnfitError
    _begin(context, root, html, setting)
    pages, counts = _pages(context, root, html, setting)
    if any(page.fixed_boxes for page in pages):
        raise UnfitError
    strings = finished(context, pages, setting.first, setting.total)
    running = {name: list(pages.get(1, ())) for name, pages in context.running_elements.items()}
    anchors: dict[str, int] = {}
    for number, page in enumerate(pages, 1):
        for box in page.descendants():
            if box.style["anchor"]:
                anchors.setdefault(box.style["anchor"], number)
        layout_backgrounds(page, context.get_image_from_uri)
    return LaidPiece(context, pages, setting.total, strings, anchors, counts, running)


def _structure(html: Any, press: Press, sheets: list[Sheet], setting: Setting) -> tuple[Any, Any]:
    """The engine's context and box tree; places outside the piece are known by their pages."""
    options = DEFAULT_OPTIONS | {
        "stylesheets": [sheet.css for sheet in sheets],
        "presentational_hints": True,
        "pdf_tags": True,
    }
    counters = press.counters(sheets)
    context = Document._build_layout_context(html, press.fonts, counters, {}, options)
    collector = context.target_collector
    for name, page in setting.targets.items():
        if name not in collector.target_lookup_items:
            item = collector.target_lookup_items[name] = TargetLookupItem("up-to-date")
            item.target_box, item.page_maker_index = _Elsewhere(), -1
            item.cached_page_counter_values = {"page": [page], "pages": [setting.total]}
    root = build_formatting_structure(
        html.etree_element,
        context.style_for,
        context.get_image_from_uri,
        html.base_url,
        collector,
        counters,
        context.footnotes,
    )
    return context, root


class _Elsewhere:
    """Stands for a box of another piece."""

    cached_counter_values: Mapping[str, list[int]] = {}


def _begin(context: Any, root: Any, html: Any, setting: Setting) -> None:
    """Makes the engine believe that the pages before are laid out, and that the next block is the piece's first."""
    initialize_page_maker(context, root)
    if setting.first == 1:
        return
    body = root.children[0]
    first = html.etree_element.find("body")[2]
    index = next((i for i, box in enumerate(body.children) if box.element is first), None)
    if index is None:
        raise UnfitError
    box = body.children[index]
    start = (
        {0: {index: None}},
        {"break": _forced_break(box), "page": box.page_values()[0]},
        setting.first % 2 == 1,
        state_of(setting.first - 1, setting.total),
        _fresh(),
    )
    before = [(None, None, None, None, _fresh()) for _ in range(setting.first - 1)]
    context.page_maker = [*before, start]


def _forced_break(box: Any) -> str:
    forced = box.style["break_before"]
    if forced not in _FORCED:  # a style sheet of the project's own took it away
        raise UnfitError
    return str(forced)


def _fresh() -> dict[str, Any]:
    return {"content_changed": False, "pages_wanted": False, "anchors": [], "content_lookups": []}


def _pages(context: Any, root: Any, html: Any, setting: Setting) -> tuple[list[Any], bool]:
    """The pages, made again as long as the numbers in them change."""
    pages: dict[int, Any] = {}
    counts = False
    for _ in range(_MOST_LOOPS):
        index = setting.first - 1
        resume_at: Any = {}
        context.rendered_notes = []
        while resume_at is not None:
            remake = context.page_maker[index][-1]
            if index not in pages or remake["content_changed"]:
                breathe()
                refuse_pages(index + 1)
                remake.update(_fresh())
                pages[index], resume_at = remake_page(index, context, root, html)
            else:
                resume_at = context.page_maker[index + 1][0]
            index += 1
        context.page_maker = context.page_maker[: index + 1]
        context.broken_out_of_flow.clear()
        pages = {i: page for i, page in pages.items() if i < index}
        states = [context.page_maker[i] for i in range(setting.first - 1, index + 1)]
        counts = counts or any(state[-1]["pages_wanted"] for state in states)
        if not any(state[-1]["content_changed"] for state in states):
            break
    return [pages[i] for i in sorted(pages)], counts
