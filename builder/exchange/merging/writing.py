"""The bank's new text, checked before anything is written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from builder.content.bank import LoadedBank
from builder.content.roster.rows import cell_finding
from builder.content.source import Path_, Source
from builder.content.validate import Flaw, keys_at, modelled
from builder.errors import ContentError, Finding, RequestError
from builder.exchange.editing import CannotEditError, rewritten
from builder.exchange.merging.outcome import Change, Outcome
from builder.exchange.merging.putting import put, unshared
from builder.model.bank import Bank
from builder.press.writing import write_whole
from builder.words import words

MARK = b"\xef\xbb\xbf"


def merged_text(loaded: LoadedBank, outcome: Outcome) -> str:
    """The text of the bank with the outcome in it.

    Raises ContentError where a cell says what the bank cannot hold, or where the text cannot be edited there.
    """
    _, flaws = modelled(Bank, outcome.data)
    findings = [*outcome.problems, *(_finding(flaw, loaded.source, outcome) for flaw in flaws)]
    if findings:
        raise ContentError(findings)
    source = loaded.source
    try:
        return rewritten(source.text, source.data, outcome.data, _order, outcome.comments)
    except CannotEditError as error:
        stuck = [change for change in outcome.changes if not _can_edit(source, change)]
        raise ContentError(
            [_uneditable(source, path) for path in [c.path for c in stuck] or [error.path]]
        ) from None


def _order(path: Path_) -> list[str]:
    return keys_at(Bank, path)


def _finding(flaw: Flaw, source: Source, outcome: Outcome) -> Finding:
    """About the cell that the value comes from."""
    cell = outcome.cell_of(flaw.path)
    if cell is None:
        return Finding(flaw.code, flaw.sentence, source.place(flaw.path), flaw.hint)
    return cell_finding(flaw.code, cell, flaw.sentence, flaw.hint)


def _can_edit(source: Source, change: Change) -> bool:
    data: Any = unshared(source.data)
    put(data, change.path, change.value, is_part=change.is_part)
    try:
        rewritten(source.text, source.data, data, _order)
    except CannotEditError:
        return False
    return True


def _uneditable(source: Source, path: Path_) -> Finding:
    return Finding(
        "SHEET-CELL",
        words("this value cannot be edited from a sheet: the file writes it in a way that others share"),
        source.place(path),
        words("write out aliases (*name) and anchors (&name) here, or change it by hand"),
    )


def write_merged(file: Path, loaded: LoadedBank, text: str) -> None:
    """Puts the text in the file's place, whole. Raises RequestError where the file was changed meanwhile."""
    file = file.resolve()
    before = file.read_bytes()
    if before.decode("utf-8-sig", "replace") != loaded.source.text:
        raise RequestError(
            words("{path} was changed meanwhile", path=file),
            words("run the command again; nothing was written"),
        )
    write_whole(file, (MARK if before.startswith(MARK) else b"") + text.encode())
