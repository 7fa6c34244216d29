"""Every string of a file, and of the files within it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from builder.verify.leaks.in_html import html_sources
from builder.verify.leaks.in_package import package_sources
from builder.verify.leaks.in_pdf import pdf_sources
from builder.verify.leaks.source import Packed, Source, flow_at
from builder.verify.opened import (
    Opened,
    OpenedDocx,
    OpenedHtml,
    OpenedPackage,
    OpenedPdf,
    OpenedXlsx,
    UnreadableError,
)

DEEPEST = 6
"""Files within files within files: nobody's attachment is nested deeper."""
_READERS: dict[type[Opened], Callable[[Any], Iterator[Source | Packed]]] = {
    OpenedPdf: pdf_sources,
    OpenedDocx: package_sources,
    OpenedXlsx: package_sources,
    OpenedPackage: package_sources,
    OpenedHtml: html_sources,
}


def sources_of(file: Opened, depth: int = 0) -> Iterator[Source]:
    """Every string of a file by the place where it stands.

    Raises UnreadableError where the file itself, or something in it, cannot be read.
    """
    if depth > DEEPEST:
        raise UnreadableError("files are nested too deep")
    for found in _READERS[type(file)](file):
        if isinstance(found, Packed):
            yield from _within(found, depth)
        else:
            yield found


def _within(packed: Packed, depth: int) -> Iterator[Source]:
    kind = OpenedPdf if packed.data.startswith(b"%PDF-") else OpenedPackage
    try:
        for source in sources_of(kind(Path("inside"), packed.data), depth + 1):
            yield Source(packed.where, source.strings)
    except UnreadableError:
        # Not the file that it begins like: whatever it says in plain bytes can still be read.
        yield flow_at(packed.where, [packed.data.decode("utf-8", "ignore")])
