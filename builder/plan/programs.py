"""The program and the engines that make files, by content and version. Nothing heavy is imported here."""

from __future__ import annotations

import functools
import hashlib
import os
import re
import sys
from pathlib import Path

from builder import __version__
from builder.content.templates import built_in_templates
from builder.hashing import hash_of

_PAPER = (
    "cssselect2",
    "fonttools",
    "pydyf",
    "pyphen",
    "tinycss2",
    "tinyhtml5",
    "weasyprint",
)
_TEXT = ("jinja2", "lxml", "markdown-it-py", "markupsafe", "pillow", "pydantic")
ENGINES = {
    "html": _TEXT,
    "pdf": (*_TEXT, *_PAPER, "pikepdf"),
    "docx": (*_TEXT, *_PAPER, "python-docx"),
    "xlsx": ("openpyxl", "pydantic"),
}
"""Format → what its bytes depend on besides this program."""
_SILENT = {"__pycache__", "messages", "templates", "checks", "cli", "scaffold", "verify"}
"""Folders of the program that have no hand in the bytes; built-in templates are looked at one by one."""


@functools.cache
def program() -> str:
    """`0.1.0 <hash>`: the version, and the hash of all of the program that makes files."""
    return f"{__version__} {_sources(_SILENT)}"


@functools.cache
def whole_program() -> str:
    """The same for all of the program and its built-in templates: checks and messages included."""
    return f"{__version__} {_sources({'__pycache__'})} {_tree(built_in_templates(), set())}"


@functools.cache
def installed() -> dict[str, str]:
    """Distribution → version, read off the names of their folders; the first on the path wins."""
    found: dict[str, str] = {}
    for folder in sys.path:
        try:
            names = sorted(os.listdir(folder or "."))  # noqa: PTH208 - names alone, quickly
        except OSError:
            continue
        for name in names:
            if name.endswith(".dist-info"):
                project, _, version = name.removesuffix(".dist-info").partition("-")
                found.setdefault(re.sub(r"[-_.]+", "-", project).lower(), version)
    return found


def engines(form: str) -> dict[str, str]:
    """The engines of one format with their versions."""
    return {name: installed().get(name, "") for name in ENGINES[form]}


def surroundings() -> str:
    """The hash of everything outside the project that a file can depend on."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return hash_of("\0".join([whole_program(), epoch, *map("=".join, sorted(installed().items()))]))


def _sources(without: set[str]) -> str:
    return _tree(Path(__file__).resolve().parents[1], without)


def _tree(folder: Path, without: set[str]) -> str:
    """The hash of a folder's files, names and bytes, but for some of its folders."""
    digest = hashlib.sha256()
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(set(folders) - without)
        for name in sorted(files):
            with open(f"{parent}/{name}", "rb") as file:  # noqa: PTH123 - three hundred files, quickly
                digest.update(f"{parent[len(str(folder)) :]}/{name}\0".encode())
                digest.update(hashlib.sha256(file.read()).digest())
    return digest.hexdigest()[:16]
