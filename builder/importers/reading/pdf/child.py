"""The process that PDFium runs in: what it draws from a hostile file can take time and memory of its own only."""

from __future__ import annotations

import contextlib
import json
import signal
from multiprocessing.connection import Connection
from typing import Any

MOST_PAGES = 1000
MOST_MEMORY = 1_200_000_000
"""Bytes of address space."""


def extract(connection: Connection[Any, Any], data: bytes, most_characters: int) -> None:
    """Sends what stands on each page, as JSON; at the end, or where it must give up, a word that says so."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the command hears of Ctrl-C, and ends this process
    _bound_memory()
    try:
        end = _read(connection, data, most_characters)
    except (MemoryError, RecursionError):
        end = "died"
    connection.send_bytes(json.dumps({"end": end}).encode())


def _read(connection: Connection[Any, Any], data: bytes, most_characters: int) -> str:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        return "password" if "assword" in str(error) else "broken"
    return _pages(connection, document, most_characters)


def _bound_memory() -> None:
    """Not all systems can."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def _pages(connection: Connection[Any, Any], document: Any, most_characters: int) -> str:
    import pypdfium2

    from builder.importers.reading.pdf.glyphs import page_of

    count, characters = len(document), 0
    if count > MOST_PAGES:
        return "pages"
    for number in range(count):
        try:
            page = document[number]
            width, height = page.get_size()
            runs, rules = page_of(page)
            page.close()
        except pypdfium2.PdfiumError:
            connection.send_bytes(json.dumps({"number": number + 1, "broken": True}).encode())
            continue
        characters += sum(len(run[0]) for run in runs)
        if characters > most_characters:
            return "characters"
        told = {"number": number + 1, "width": width, "height": height, "runs": runs, "rules": rules}
        connection.send_bytes(json.dumps(told).encode())
    return "all"
