"""Several PDFs into one for the printer."""

from __future__ import annotations

import io
from collections.abc import Iterable

import pikepdf

from builder.render.bulk.binding import Binder
from builder.render.bulk.bundle import Bundle, Part
from builder.render.bulk.leading import TOP, Branch, Target, links, outline


def assemble(parts: Iterable[Part | Bundle], title: str, language: str, *, duplex: bool = True) -> Bundle:
    """Joins PDFs in the order given; the outline has one entry a part, or one for each copy of a bundle.

    With `duplex`, blank pages let every copy start on a right-hand page. Links, and what the parts' outlines hold
    below that, lead where they did. Tags are lost: the file is for the printer.
    """
    pdf = pikepdf.new()
    binder = Binder(pdf, duplex=duplex)
    sources = [_added(binder, part) for part in parts]
    pdf.Root.Lang = pikepdf.String(language)
    pdf.docinfo["/Title"] = pikepdf.String(title)
    bundle = binder.finish()
    for source in sources:  # their streams are read when the file is saved
        source.close()
    return bundle


def _added(binder: Binder, part: Part | Bundle) -> pikepdf.Pdf:
    """Adds a part copy by copy and returns its file, still open."""
    source = pikepdf.open(io.BytesIO(part.data))
    inner_links, lines = links(source), _lines(part, source)
    pages = [binder.borrowed(page) for page in source.pages]
    for line, following in zip(lines, [*lines, None][1:], strict=True):
        end = following.target.page if following else len(pages)
        first = line.target.page
        binder.add(line.title, pages[first:end], [branch.moved(-first) for branch in line.branches])
    for link in inner_links:
        pages[link.page].Annots[link.annotation].Dest = link.target.on(pages)
    return source


def _lines(part: Part | Bundle, source: pikepdf.Pdf) -> list[Branch]:
    """The copies in a part: their words, first pages, and what is below them in the outline."""
    lines: list[Branch] = outline(source)
    if isinstance(part, Part):
        return [Branch(part.title, Target(0, TOP), lines)]
    return lines
