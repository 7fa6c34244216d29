"""What a machine needs to print packs, examined one by one; each failure names its fix."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from builder.content.bank import load_bank
from builder.content.project import Workspace, bank_files, open_workspace
from builder.content.root import find_root
from builder.errors import PacksError
from builder.fonts import FontShelf, glyph_finder, open_shelf
from builder.render.native import missing_libraries
from builder.words import say

OLDEST_PYTHON = (3, 11)


@dataclass(frozen=True, slots=True)
class Result:
    """One thing examined: what was found and, where it fails, what to do."""

    what: str
    ok: bool
    found: str
    fix: str = ""


def examine(folder: Path) -> list[Result]:
    """Examines Python, native libraries, fonts and, inside a project, its text and its output folder."""
    results = [_python(), *_libraries()]
    try:
        workspace = open_workspace(find_root(folder.resolve()))
    except PacksError as error:
        return [*results, Result(say("project"), False, str(error), str(error.hint))]
    results.append(Result(say("project"), True, str(workspace.root)))
    try:
        shelf = open_shelf(workspace.theme, workspace.root)
    except PacksError as error:
        return [*results, Result(say("fonts"), False, str(error), str(error.hint))]
    results.append(Result(say("fonts"), True, ", ".join(shelf.families)))
    return [*results, *_coverage(workspace, shelf), _writable(workspace.output), _office()]


def _python() -> Result:
    found = ".".join(str(part) for part in sys.version_info[:3])
    ok = sys.version_info >= OLDEST_PYTHON
    return Result("Python", ok, found, "" if ok else say("install Python 3.11 or newer"))


def _libraries() -> Iterator[Result]:
    missing = missing_libraries()
    if not missing:
        yield Result(say("native libraries"), True, say("all there"))
    for library in missing:
        yield Result(library.name, False, say("missing: {why}", why=library.why), str(library.install))


def _coverage(workspace: Workspace, shelf: FontShelf) -> Iterator[Result]:
    """Whether every character of every bank can be printed."""
    for file in bank_files(workspace):
        loaded, _ = load_bank(file, workspace.shown(file))
        if loaded is None:
            yield Result(file.name, False, say("cannot be read"), "packs check")
            continue
        text = "".join(text for _, text in loaded.source.strings())
        lacking = glyph_finder(shelf, workspace.theme)(loaded.bank.locale, text)
        shown = " ".join(f"{c} (U+{ord(c):04X})" for c in sorted(lacking))
        found = (
            say("no glyph for {characters}", characters=shown)
            if lacking
            else say("every character can be printed")
        )
        yield Result(file.name, not lacking, found, "packs check" if lacking else "")


def _writable(output: Path) -> Result:
    """Whether the output folder, or the nearest folder above it that exists, takes a file."""
    folder = next(f for f in (output, *output.parents) if f.is_dir())
    try:
        with tempfile.TemporaryFile(dir=folder):
            return Result(say("output folder"), True, str(output))
    except OSError as error:
        fix = say("make {folder} writable, or build with --output", folder=folder)
        return Result(say("output folder"), False, error.strerror or str(error), fix)


def _office() -> Result:
    """LibreOffice is wanted by the tests alone; packs never need it."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return Result("LibreOffice", True, found or say("not installed; only the test suite uses it"))
