"""What goes into the slots of one copy, and what is wrong with it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from builder.errors import BuildError
from builder.words import Words, words

Values: TypeAlias = Mapping[str, str]
"""Slot → text of one copy; an empty text leaves the place blank, slots the document lacks are passed over."""

LONGEST = 500
"""Characters of the longest value that is looked at at all."""

_UNPRINTABLE = frozenset({"Cc", "Cs", "Cn", "Zl", "Zp"})


@dataclass(frozen=True, slots=True)
class Misfit:
    """A value that cannot be printed: the copy's index from 0, its slot, and why."""

    copy: int
    slot: str
    sentence: Words


class SlotError(BuildError):
    """Values that cannot be printed; `misfits` has every one, so that a caller can name their places."""

    def __init__(self, misfits: Sequence[Misfit]) -> None:
        first = misfits[0]
        super().__init__(
            words(
                "copy {number}, “{slot}”: {sentence}",
                number=first.copy + 1,
                slot=first.slot,
                sentence=first.sentence,
            )
        )
        self.misfits = list(misfits)


def refuse_unfit(copies: Sequence[Values], slots: Iterable[str], first: int = 0) -> None:
    """Raises SlotError naming every copy whose value is missing, too long or not one line.

    `first` is the number of the first copy.
    """
    names = tuple(slots)
    misfits = [
        Misfit(number, slot, words("the copy has no value for it"))
        for number, copy in enumerate(copies, first)
        for slot in names
        if slot not in copy
    ]
    reasons = {
        (slot, value): reason
        for slot in names
        for value in {copy[slot] for copy in copies if slot in copy}
        if (reason := _unfit(value))
    }
    misfits += _told(copies, reasons, first)
    if misfits:
        raise SlotError(sorted(misfits, key=lambda misfit: misfit.copy))


def _unfit(value: str) -> Words | None:
    if len(value) > LONGEST:
        return words("a slot holds {limit} characters at most", limit=LONGEST)
    if any(unicodedata.category(c) in _UNPRINTABLE for c in value):
        return words("the value holds a line break or a control character")
    return None


def refuse_misfits(
    copies: Sequence[Values], reasons: Mapping[tuple[str, str], Words], first: int = 0
) -> None:
    """Raises SlotError naming every copy that has one of these (slot, value)."""
    misfits = _told(copies, reasons, first)
    if misfits:
        raise SlotError(misfits)


def _told(copies: Sequence[Values], reasons: Mapping[tuple[str, str], Words], first: int) -> list[Misfit]:
    if not reasons:
        return []
    return [
        Misfit(number, slot, reasons[slot, value])
        for number, copy in enumerate(copies, first)
        for slot, value in copy.items()
        if (slot, value) in reasons
    ]
