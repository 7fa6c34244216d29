"""Everything of a PDF that draws: pages, and the forms and appearances they show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pikepdf


@dataclass(frozen=True, slots=True)
class Content:
    """One content stream and the fonts its resources name."""

    page: int
    """1-based; the first page that shows it."""
    data: bytes
    fonts: Mapping[str, Any]
    """Name without slash → font dictionary."""


def contents_of(pdf: pikepdf.Pdf) -> Iterator[Content]:
    """Every content stream once: of pages, of Form XObjects in them, of what annotations look like."""
    seen: set[tuple[int, int]] = set()
    fonts: dict[tuple[int, int], Mapping[str, Any]] = {}
    for number, page in enumerate(pdf.pages, 1):
        resources = page.get("/Resources", pikepdf.Dictionary())
        yield Content(number, _joined(page.obj.get("/Contents")), _fonts(resources, fonts))
        forms = [*_forms(resources), *_appearances(page.obj)]
        while forms:
            form = forms.pop()
            if form.objgen in seen:
                continue
            seen.add(form.objgen)
            resources = form.get("/Resources", pikepdf.Dictionary())
            yield Content(number, form.read_bytes(), _fonts(resources, fonts))
            forms += _forms(resources)


def _joined(contents: Any) -> bytes:
    streams = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
    return b"\n".join(s.read_bytes() for s in streams if isinstance(s, pikepdf.Stream))


def _fonts(resources: Any, known: dict[tuple[int, int], Mapping[str, Any]]) -> Mapping[str, Any]:
    """The fonts of a resource dictionary; pages mostly share one."""
    if resources.is_indirect and resources.objgen in known:
        return known[resources.objgen]
    fonts = {name[1:]: font for name, font in resources.get("/Font", {}).items()}
    if resources.is_indirect:
        known[resources.objgen] = fonts
    return fonts


def _forms(resources: Any) -> Iterator[Any]:
    for drawn in dict(resources.get("/XObject", {})).values():
        if isinstance(drawn, pikepdf.Stream) and drawn.get("/Subtype") == "/Form":
            yield drawn


def _appearances(page: Any) -> Iterator[Any]:
    for note in page.get("/Annots", []):
        for look in dict(note.get("/AP", {})).values():
            states = [look] if isinstance(look, pikepdf.Stream) else list(dict(look).values())
            yield from (state for state in states if isinstance(state, pikepdf.Stream))
