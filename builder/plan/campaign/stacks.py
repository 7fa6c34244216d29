"""Copies of one document, as they are printed and handed out together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from builder.model.widths import half_widths
from builder.plan.targets import Job

IN_A_WORD_FILE = 60
"""Copies in one Word file at most: Word gets slow over some hundreds of pages."""


@dataclass(frozen=True)
class Copy:
    """One copy: the name of its file, its entry in an outline, and what it has for itself."""

    name: str
    title: str
    values: Mapping[str, str]
    number: int | None = None
    """份号, where copies are numbered."""
    draw_number: str = ""
    rater: str = ""


@dataclass(frozen=True)
class Stack:
    """One document of a room (or of the organisers) with its copies.

    A stack without slots has one copy and no values. With `single`, each copy is a file of its own in `folder`;
    otherwise all are together in one, `folder/name`, or in Word in as few as can be.
    """

    document: str
    job: Job
    room: str
    """The room's name; nothing for the organisers' papers."""
    folder: str
    name: str
    copies: Sequence[Copy]
    single: bool
    samples: Mapping[str, str] = field(default_factory=dict)
    """Slot → the text that reserves its place."""

    @property
    def slotted(self) -> bool:
        """Whether its document has slots."""
        return bool(self.samples)

    @property
    def key(self) -> str:
        """Stacks with one key are copies of one laid-out document."""
        return self.document if self.slotted else f"{self.document} {self.folder}"

    @property
    def top(self) -> str:
        """The folder of the whole room."""
        return self.folder.split("/")[0]

    @property
    def lot(self) -> str:
        """Stacks of one lot share what is made once: where names are printed, a room has a lot of its own, so that
        nobody's file holds the characters of the whole day's names.
        """
        return f"{self.key} {self.room}" if "name" in self.samples else self.key

    def sheets(self, form: str) -> list[tuple[str, Sequence[Copy]]]:
        """Its files in one format, relative to the campaign's folder, with the copies that each holds."""
        if self.single:
            return [(f"{self.folder}/{copy.name}.{form}", [copy]) for copy in self.copies]
        if form == "pdf":
            return [(f"{self.folder}/{self.name}.pdf", self.copies)]
        parts = _in_parts(self.copies, IN_A_WORD_FILE)
        ends = [f"-{number}" for number in range(1, len(parts) + 1)] if len(parts) > 1 else [""]
        return [
            (f"{self.folder}/{self.name}{end}.{form}", part) for end, part in zip(ends, parts, strict=True)
        ]


def _in_parts(copies: Sequence[Copy], most: int) -> list[Sequence[Copy]]:
    """As few parts as can be, none of more than so many copies, all of nearly the same size."""
    count, done = -(-len(copies) // most), len(copies)
    ends = [done * number // count for number in range(count + 1)]
    return [copies[begin:end] for begin, end in pairwise(ends)]


def samples(copies: Iterable[Mapping[str, str]], caps: Mapping[str, int]) -> dict[str, str]:
    """Slot → the widest of its values, which reserves the place; no wider than its cap, in half-widths."""
    widest: dict[str, str] = {}
    for values in copies:
        for slot, value in values.items():
            if half_widths(value) > half_widths(widest.get(slot, "")) or slot not in widest:
                widest[slot] = value
    return {slot: _capped(value, caps.get(slot, 60)) for slot, value in widest.items()}


def _capped(text: str, cap: int) -> str:
    while half_widths(text) > cap:
        text = text[:-1]
    return text
