"""Loads the engine: libraries checked, fonts closed off, typography in place."""

from __future__ import annotations

import ctypes.util
import functools
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from builder.fonts import FontShelf
from builder.render.native import require_libraries


def load_engine(shelf: FontShelf) -> None:
    """Makes WeasyPrint importable and points it at the shelf; raises MachineError if a library is missing."""
    shelf.activate()
    _import_once()


@functools.cache
def _import_once() -> None:
    require_libraries()
    with _loading_by_file_name():
        import weasyprint  # noqa: F401 - the import is the effect

    from builder.render.pdf import paging, references, slots, typography

    typography.install()
    paging.install()
    slots.install()
    references.install()


def _find_nothing(name: str) -> str | None:
    return None


@contextmanager
def _loading_by_file_name() -> Iterator[None]:
    """WeasyPrint tries bare names first, and each search starts processes: a quarter of a second in all.

    On Linux the file names that it tries next load directly, as `require_libraries` has just seen.
    """
    search = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = _find_nothing
    try:
        yield
    finally:
        ctypes.util.find_library = search
