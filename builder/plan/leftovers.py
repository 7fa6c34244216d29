"""Files of packs and documents that the project does not have any more."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from builder.plan.agenda import Due
from builder.plan.manifest import Entry
from builder.plan.stamps import Stamps


@dataclass
class Leftovers:
    """Known files that nothing will be made for again."""

    unchanged: list[str] = field(default_factory=list)
    """As they were written: nobody has work in them."""
    changed: list[str] = field(default_factory=list)
    """Changed by hand since."""

    @classmethod
    def of(cls, entries: Iterable[Entry], stamps: Stamps) -> Leftovers:
        """Those of some known files that are there, parted by whether they are as they were written."""
        held = cls()
        for entry in entries:
            there = stamps.sha256(entry.file)
            if there:
                (held.unchanged if there == entry.sha256 else held.changed).append(entry.file)
        return held


def unplanned(entries: Collection[Entry], planned: Collection[Due]) -> list[Entry]:
    """Entries of packs or documents that are gone, or whose files are called otherwise now.

    A format that is not planned stays: somebody asked for it by name.
    """
    documents = {(due.pack, due.document) for due in planned}
    names = {(due.pack, due.document): due.file.rpartition(".")[0] for due in planned}
    return [
        entry
        for entry in entries
        if (entry.pack, entry.document) not in documents
        or entry.file.rpartition(".")[0] != names[entry.pack, entry.document]
    ]
