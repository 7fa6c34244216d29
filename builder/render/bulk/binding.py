"""Copies of one split document bound into one file: pages share what they have in common."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import pikepdf

from builder.render.bulk.bundle import Bundle, Entry
from builder.render.bulk.laid_out import Content, Split, Spot
from builder.render.bulk.leading import Branch, OutlineWriter, lead, links, outline
from builder.render.bulk.values import Values

_TAGGING = frozenset({"/StructParents", "/Tabs", "/Parent"})


def bind(split: Split, copies: Sequence[Values], titles: Sequence[str], *, duplex: bool) -> Bundle:
    """One file of all copies with an outline of one entry a copy.

    Each page names the streams that it draws: those of all copies, and between them its own copy's values,
    which other pages with the same value share.
    """
    with split.opened() as pdf:
        streams = _Streams(pdf, split)
        binder = Binder(pdf, duplex=duplex)
        originals = [page.obj for page in pdf.pages]
        inner_links, inner_outline = links(pdf), outline(pdf)
        for title, values in zip(titles, copies, strict=True):
            pages = [
                binder.page(original, streams.of(content, values))
                for original, content in zip(originals, split.contents, strict=True)
            ]
            lead(inner_links, pages)
            binder.add(title, pages, inner_outline)
        return binder.finish()


class Binder:
    """Puts pages into a file copy by copy; with `duplex`, each copy starts on a right-hand page."""

    def __init__(self, pdf: pikepdf.Pdf, *, duplex: bool) -> None:
        self._pdf = pdf
        self._duplex = duplex
        self._pages: list[Any] = []
        self._entries: list[Entry] = []
        self._outline = OutlineWriter(pdf)

    def page(self, original: Any, contents: Any) -> Any:
        """A new page of this file like another of this file, untagged, that draws `contents`."""
        entries = {key: value for key, value in original.items() if key not in _TAGGING}
        entries["/Contents"] = contents
        if "/Annots" in entries:
            copied = [self._pdf.make_indirect(_untagged(each)) for each in entries["/Annots"]]
            entries["/Annots"] = pikepdf.Array(copied)
        return self._pdf.make_indirect(pikepdf.Dictionary(entries))

    def borrowed(self, page: pikepdf.Page) -> Any:
        """A page of another file, which must stay open until this one is finished."""
        for key in _TAGGING & set(page.obj.keys()):
            del page.obj[key]
        for annotation in page.obj.get("/Annots", ()):
            for key in {"/StructParent", "/Dest"} & set(annotation.keys()):
                del annotation[key]
        return self._pdf.copy_foreign(page.obj)

    def add(self, title: str, pages: Sequence[Any], branches: Sequence[Branch] = ()) -> None:
        """Adds a copy, with its line in the outline and what is below it."""
        if self._duplex and len(self._pages) % 2:
            self._pages.append(self._blank(self._pages[-1]))
        self._entries.append(Entry(title, len(self._pages) + 1))
        self._outline.add(title, branches, pages)
        self._pages += pages

    def finish(self) -> Bundle:
        """The file: the same bytes for the same pages."""
        root, count = self._pdf.Root, len(self._pages)
        tree = pikepdf.Dictionary(Type=pikepdf.Name.Pages, Count=count, Kids=pikepdf.Array(self._pages))
        root.Pages = self._pdf.make_indirect(tree)
        for page in self._pages:
            page.Parent = root.Pages
        if "/Names" in root:
            del root.Names  # links name their pages themselves now
        root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        self._outline.finish()
        stream = io.BytesIO()
        self._pdf.save(stream, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
        return Bundle(stream.getvalue(), count, self._entries)

    def _blank(self, page: Any) -> Any:
        entries = {"/Type": pikepdf.Name.Page, "/MediaBox": page.MediaBox, "/Resources": pikepdf.Dictionary()}
        return self._pdf.make_indirect(pikepdf.Dictionary(entries))


def _untagged(annotation: Any) -> pikepdf.Dictionary:
    return pikepdf.Dictionary({k: v for k, v in annotation.items() if k != "/StructParent"})


class _Streams:
    """The streams of one file: one for what is common, one for each value at each spot."""

    def __init__(self, pdf: pikepdf.Pdf, split: Split) -> None:
        self._pdf = pdf
        self._common = {
            id(piece): pdf.make_stream(piece)
            for content in split.contents
            for piece in content
            if isinstance(piece, bytes)
        }
        self._values: dict[tuple[int, str], Any] = {}

    def of(self, content: Content, values: Values) -> pikepdf.Array:
        """What a page of the copy with these values draws."""
        return pikepdf.Array([self._stream(piece, values) for piece in content if self._draws(piece, values)])

    def _draws(self, piece: bytes | Spot, values: Values) -> bool:
        return isinstance(piece, bytes) or bool(piece.drawn[values[piece.slot]])

    def _stream(self, piece: bytes | Spot, values: Values) -> Any:
        if isinstance(piece, bytes):
            return self._common[id(piece)]
        key = (id(piece), values[piece.slot])
        if key not in self._values:
            self._values[key] = self._pdf.make_stream(piece.drawn[key[1]])
        return self._values[key]
