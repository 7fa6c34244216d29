"""What has to be the same on two machines for their files to be the same, byte by byte."""

from __future__ import annotations

import ctypes
import zlib
from collections.abc import Mapping

from builder.errors import MachineError
from builder.fonts import FontShelf
from builder.plan.programs import ENGINES, engines, whole_program
from builder.render.native import LIBRARIES
from builder.words import words

_VERSION_OF = {"libpango": "pango_version_string", "libharfbuzz": "hb_version_string"}


def makers(shelf: FontShelf) -> dict[str, str]:
    """Name → version of all that files are made with on this machine."""
    found = {"packs": whole_program(), "fonts": shelf.fingerprint, "zlib": zlib.ZLIB_RUNTIME_VERSION}
    for form in ENGINES:
        found |= engines(form)
    return found | {library: _native_version(library) for library in _VERSION_OF}


def require_same(ours: Mapping[str, str], theirs: Mapping[str, str], machine: str) -> None:
    """Raises MachineError that names all that differs on the other `machine`."""
    differing = [
        f"{name} {theirs.get(name, '')} ≠ {version}"
        for name, version in sorted(ours.items())
        if theirs.get(name) != version
    ]
    if differing:
        raise MachineError(
            words(
                "the worker {machine} would make other files: {differing}",
                machine=machine,
                differing="; ".join(differing),
            ),
            words("install the same versions on every machine of the cluster"),
        )


def _native_version(library: str) -> str:
    (tried,) = (known.tried for known in LIBRARIES if known.name == library)
    for file in tried:
        try:
            function = getattr(ctypes.CDLL(file), _VERSION_OF[library])
        except OSError:
            continue
        function.restype = ctypes.c_char_p
        return str(function().decode("ascii"))
    return ""
