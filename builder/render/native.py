"""The native libraries that PDF making stands on, checked without loading the engine."""

from __future__ import annotations

import ctypes
import ctypes.util
from dataclasses import dataclass

from builder.errors import MachineError
from builder.words import Words, words


@dataclass(frozen=True, slots=True)
class NativeLibrary:
    """A library by every name WeasyPrint tries, and the packages that hold it."""

    name: str
    why: Words
    apt: str
    brew: str
    tried: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MissingLibrary:
    """A library that is not there: what it is needed for and the line that installs it."""

    name: str
    why: Words
    install: Words


_LAYOUT = words("sets the text of PDF files")

LIBRARIES = (
    NativeLibrary(
        "libgobject",
        _LAYOUT,
        "libglib2.0-0",
        "glib",
        ("libgobject-2.0-0", "gobject-2.0-0", "gobject-2.0", "libgobject-2.0.so.0", "libgobject-2.0.0.dylib"),
    ),
    NativeLibrary(
        "libpango",
        _LAYOUT,
        "libpango-1.0-0",
        "pango",
        ("libpango-1.0-0", "pango-1.0-0", "pango-1.0", "libpango-1.0.so.0", "libpango-1.0.dylib"),
    ),
    NativeLibrary(
        "libharfbuzz",
        words("shapes the text of PDF files"),
        "libharfbuzz0b",
        "harfbuzz",
        ("libharfbuzz-0", "harfbuzz", "harfbuzz-0.0", "libharfbuzz.so.0", "libharfbuzz.0.dylib"),
    ),
    NativeLibrary(
        "libharfbuzz-subset",
        words("embeds fonts; without it PDF files take 17 times as long and differ from run to run"),
        "libharfbuzz-subset0",
        "harfbuzz",
        (
            "libharfbuzz-subset-0",
            "harfbuzz-subset",
            "harfbuzz-subset-0.0",
            "libharfbuzz-subset.so.0",
            "libharfbuzz-subset.0.dylib",
        ),
    ),
    NativeLibrary(
        "libfontconfig",
        words("finds fonts"),
        "libfontconfig1",
        "fontconfig",
        ("libfontconfig-1", "fontconfig-1", "fontconfig", "libfontconfig.so.1", "libfontconfig.1.dylib"),
    ),
    NativeLibrary(
        "libpangoft2",
        _LAYOUT,
        "libpangoft2-1.0-0",
        "pango",
        (
            "libpangoft2-1.0-0",
            "pangoft2-1.0-0",
            "pangoft2-1.0",
            "libpangoft2-1.0.so.0",
            "libpangoft2-1.0.dylib",
        ),
    ),
)


def missing_libraries() -> list[MissingLibrary]:
    """The libraries that cannot be loaded on this machine, in the order the engine loads them."""
    return [_missing(library) for library in LIBRARIES if not _loads(library)]


def require_libraries() -> None:
    """Raises MachineError naming every missing library and the one line that installs them all."""
    missing = missing_libraries()
    if missing:
        names = {library.name for library in missing}
        wanted = [library for library in LIBRARIES if library.name in names]
        raise MachineError(
            words(
                "libraries that make PDF files are missing: {names}", names=", ".join(m.name for m in missing)
            ),
            _install(wanted),
        )


def _missing(library: NativeLibrary) -> MissingLibrary:
    return MissingLibrary(library.name, library.why, _install([library]))


def _install(libraries: list[NativeLibrary]) -> Words:
    return words(
        "Debian, Ubuntu: sudo apt-get install {apt} · macOS: brew install {brew}",
        apt=" ".join(dict.fromkeys(library.apt for library in libraries)),
        brew=" ".join(dict.fromkeys(library.brew for library in libraries)),
    )


def _loads(library: NativeLibrary) -> bool:
    # File names first: they load at once, while searching for a bare name starts ldconfig and a compiler.
    by_file = sorted(library.tried, key=lambda name: "." not in name.rpartition("-")[2])
    return any(_opens(name) for name in by_file) or any(_found(name) for name in library.tried)


def _opens(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _found(name: str) -> bool:
    path = ctypes.util.find_library(name)
    return path is not None and _opens(path)
