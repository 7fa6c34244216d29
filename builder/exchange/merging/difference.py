"""What a merge would change, to read: whose field, the old words and the new."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from builder.exchange.merging.outcome import Addition, Change, Conflict, Outcome
from builder.words import words

Tone = Literal["head", "old", "new", "plain", "warning"]
LONGEST = 100
AROUND = 18
"""Characters that stay beside what differs in a long line."""


@dataclass(frozen=True)
class Line:
    """One line and how it is meant."""

    tone: Tone
    text: str


def difference(outcome: Outcome) -> Iterator[Line]:
    """Every change in the order of the sheets, then what is new, conflicts, and what else there is to know."""
    where = ""
    for change in outcome.changes:
        if change.where != where:
            where = change.where
            yield Line("head", where)
        yield from _change(change)
    for addition in outcome.additions:
        yield from _addition(addition)
    for conflict in outcome.conflicts:
        yield from _conflict(conflict)
    for note in outcome.notes:
        yield Line("plain", str(note))


def _change(change: Change) -> Iterator[Line]:
    yield Line("plain", f"  {change.field}")
    yield from _pairs(change.old, change.new)


def _addition(addition: Addition) -> Iterator[Line]:
    draft = str(words(" (draft)")) if addition.is_draft else ""
    text = _cut(" ".join(addition.text.split()))
    said = words(
        "{kind} {name}{draft}: {text}", kind=addition.kind, name=addition.name, draft=draft, text=text
    )
    yield Line("new", f"+ {said}")


def _conflict(conflict: Conflict) -> Iterator[Line]:
    address = f" ({conflict.cell.address})" if conflict.cell.address else ""
    said = words(
        "conflict: {where} · {field}{address} was changed in the sheet and in the bank; the bank's stays",
        where=conflict.where,
        field=conflict.field,
        address=address,
    )
    yield Line("warning", str(said))
    yield from _pairs(conflict.bank, conflict.sheet)


def _pairs(old: str, new: str) -> Iterator[Line]:
    """Lines that are gone and lines that are new; of those that changed a little, the part that did."""
    before, after = old.split("\n") if old else [], new.split("\n") if new else []
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        gone, come = before[i1:i2], after[j1:j2]
        if len(gone) == len(come):
            for a, b in zip(gone, come, strict=True):
                short_a, short_b = _focused(a, b)
                yield Line("old", f"    - {short_a}")
                yield Line("new", f"    + {short_b}")
        else:
            yield from (Line("old", f"    - {_cut(line)}") for line in gone)
            yield from (Line("new", f"    + {_cut(line)}") for line in come)


def _focused(one: str, other: str) -> tuple[str, str]:
    """Two long lines without most of what they have in common at their ends."""
    if max(len(one), len(other)) <= LONGEST:
        return one, other
    start = next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    shorter = min(len(one), len(other)) - start
    end = next((i for i in range(shorter) if one[-1 - i] != other[-1 - i]), shorter)
    return _around(one, start, end), _around(other, start, end)


def _around(text: str, start: int, end: int) -> str:
    first, last = max(0, start - AROUND), min(len(text), len(text) - end + AROUND)
    return ("…" if first else "") + _cut(text[first:last]) + ("…" if last < len(text) else "")


def _cut(text: str) -> str:
    return text if len(text) <= 2 * LONGEST else f"{text[: 2 * LONGEST - 1]}…"
