"""The file as such: whole, open, and nothing in it that acts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from builder.verify.expected import Expected
from builder.verify.fault import Fault
from builder.verify.opened import OpenedPdf
from builder.words import words

_HARMLESS = {"/GoTo"}
_NOTHING = pikepdf.Dictionary()


def unsound(file: OpenedPdf, expected: Expected) -> Iterator[Fault]:
    """Encryption, and damage that pikepdf had to mend to open the file."""
    if file.pdf.is_encrypted:
        sentence = words("the file is encrypted")
        yield Fault("PDF-ENCRYPTED", sentence, file.path, hint=words("build it again"))
    yield from _damage(file, file.pdf.get_warnings())


def damaged(file: OpenedPdf, expected: Expected) -> Iterator[Fault]:
    """Damage that shows only when every stream is read: slow, so not in every build."""
    yield from _damage(file, file.pdf.check_pdf_syntax())


def _damage(file: OpenedPdf, problems: list[Any]) -> Iterator[Fault]:
    if problems:
        sentence = words("the file is damaged: {problem}", problem=str(problems[0])[:200])
        yield Fault("PDF-DAMAGED", sentence, file.path, hint=words("build it again"))


def acting(file: OpenedPdf, expected: Expected) -> Iterator[Fault]:
    """Scripts, programs and addresses that a reader would run or open; links inside the document are no such thing."""
    hint = words("build it again; packs hold only links to their own pages")
    for page, action in _actions(file.pdf):
        kind = str(action.get("/S", "?")) if isinstance(action, pikepdf.Dictionary) else "/GoTo"
        if kind not in _HARMLESS:
            sentence = words("the file holds an action: {kind}", kind=kind.removeprefix("/"))
            yield Fault("PDF-ACTION", sentence, file.path, page, hint)


def attached(file: OpenedPdf, expected: Expected) -> Iterator[Fault]:
    """Files inside the file, in the name tree or pinned to a page."""
    found: list[int | None] = [None] if "/EmbeddedFiles" in file.pdf.Root.get("/Names", _NOTHING) else []
    found += [None] if "/AF" in file.pdf.Root else []
    found += [page for page, note in _notes(file.pdf) if note.get("/Subtype") == "/FileAttachment"]
    for page in found[:1]:
        sentence = words("another file is attached")
        yield Fault("PDF-ATTACHMENT", sentence, file.path, page, words("build it again"))


def _actions(pdf: pikepdf.Pdf) -> Iterator[tuple[int | None, Any]]:
    """(page, action) of everything that may act by itself or when clicked."""
    root = pdf.Root
    yield from ((None, action) for action in _held(root))
    scripts = root.get("/Names", _NOTHING).get("/JavaScript")
    if scripts is not None:
        yield from ((None, script) for script in pikepdf.NameTree(scripts).values())
    for item in _outline(root.get("/Outlines", _NOTHING).get("/First")):
        yield from ((None, action) for action in _held(item))
    for number, page in enumerate(pdf.pages, 1):
        yield from ((number, action) for action in _held(page.obj))
    for number, note in _notes(pdf):
        yield from ((number, action) for action in _held(note))


def _held(holder: Any) -> Iterator[Any]:
    """The actions of one object: when opened or clicked, and when something happens to it."""
    first = [holder.get(name) for name in ("/OpenAction", "/A", "/PA")]
    for action in [*first, *dict(holder.get("/AA", {})).values()]:
        yield from _linked(action)


def _outline(item: Any) -> Iterator[Any]:
    for entry in _linked(item):
        yield entry
        yield from _outline(entry.get("/First"))


def _linked(node: Any) -> Iterator[Any]:
    """A dictionary and what its /Next leads to, up to a ring's end."""
    seen = set()
    while isinstance(node, pikepdf.Dictionary) and node.objgen not in seen:
        if node.is_indirect:
            seen.add(node.objgen)
        yield node
        node = node.get("/Next")


def _notes(pdf: pikepdf.Pdf) -> Iterator[tuple[int, Any]]:
    for number, page in enumerate(pdf.pages, 1):
        for note in page.get("/Annots", []):
            yield number, note
