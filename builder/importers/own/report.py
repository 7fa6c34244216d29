"""What was made of our own files, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builder.importers.own.carried import OwnFile
from builder.importers.own.editing import Edits
from builder.importers.own.pieces import Page
from builder.importers.own.whole import PACK, Data, of_document
from builder.words import Words, words

MOST_SHOWN = 12
EXCERPT = 60


@dataclass(frozen=True)
class OwnBank:
    """A bank made again of our own files."""

    bank_id: str
    text: str
    files: Sequence[OwnFile]
    edits: Edits
    notes: Sequence[Words]


def notes_on(files: Sequence[OwnFile], pages: Sequence[Page], data: Data) -> Iterator[Words]:
    """What the user should know of the files, whatever was changed in them."""
    yield from _versions(files)
    yield from _silent(files, pages)
    yield from _left_out(files, data)


def _versions(files: Sequence[OwnFile]) -> Iterator[Words]:
    versions = {str(version): file for file in files if (version := getattr(file.view, "version", ""))}
    if len(versions) > 1:
        named = [f"{file.name}: {version}" for version, file in versions.items()]
        yield words(
            "the files are of different versions of the bank ({named}); the first one decides", named=named
        )
    for document in dict.fromkeys(file.document for file in files if file.view is not None):
        same = [file.name for file in files if file.document == document]
        if len(same) > 1:
            yield words(
                "{names} are the same document; {first} is taken, and the changes of all",
                names=same,
                first=same[0],
            )


def _silent(files: Sequence[OwnFile], pages: Sequence[Page]) -> Iterator[Words]:
    for file, page in zip(files, pages, strict=True):
        if file.view is not None and not page.printings:
            yield words(
                "{name} was made with templates that do not mark fields: what was changed in it cannot be seen",
                name=file.name,
            )
        if file.view is None and not page.printings:
            yield words("{name} holds nothing that the other files do not: not read", name=file.name)


def _left_out(files: Sequence[OwnFile], data: Data) -> Iterator[Words]:
    pack = of_document(files, PACK)
    if pack is None:
        return
    if pack.aside and pack.aside.practice and not data.get("handout"):
        yield words(
            "{count} practice questions are left out: their words are in the candidate handout",
            count=len(pack.aside.practice),
        )


def own_report(bank: OwnBank, *, verbose: bool) -> Iterator[Words]:
    """Line by line what was made of the files."""
    changed = bank.edits.changed
    names = [file.name for file in bank.files]
    if changed:
        yield words(
            "{names}: made by this program; {count} changes taken over", names=names, count=len(changed)
        )
    elif bank.edits.loose:
        yield words("{names}: made by this program; no field was changed in them", names=names)
    else:
        yield words("{names}: made by this program; nothing was changed in them", names=names)
    shown = list(changed.items()) if verbose else list(changed.items())[:MOST_SHOWN]
    for path, text in shown:
        yield words("    {path}: {text}", path=path, text=f"“{_short(text)}”" if text else words("gone"))
    if len(shown) < len(changed):
        yield words("    and {count} more (-v shows all)", count=len(changed) - len(shown))
    yield from bank.notes
    if bank.edits.loose:
        yield words(
            "{count} pieces of text belong to no field, kept under “unparsed”:", count=len(bank.edits.loose)
        )
        for text in bank.edits.loose if verbose else bank.edits.loose[:MOST_SHOWN]:
            yield words("    {text}", text=_short(text))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= EXCERPT else f"{line[: EXCERPT - 1]}…"
