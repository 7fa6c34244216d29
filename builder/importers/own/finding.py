"""Where each paragraph of ours is in a file that somebody has edited since, and which paragraphs are new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from builder.importers.own.page import Line
from builder.importers.own.slots import Slots
from builder.render.docx.oxml.marks import digest

WIDEST = 4_000_000
"""Pairs of slots and lines that are compared by their words; more is no document that anybody edits."""


@dataclass
class Found:
    """Slots and the lines that they are now; both by their numbers in the order of the document."""

    lines_of: dict[int, list[int]] = field(default_factory=dict)
    slot_of: dict[int, int] = field(default_factory=dict)
    known: set[int] = field(default_factory=set)
    """Lines that are words of the document's own, or blank."""

    def claim(self, slot: int, lines: Sequence[int]) -> None:
        """The lines are the slot's, where nobody else has them."""
        free = [line for line in lines if line not in self.slot_of and line not in self.known]
        if free:
            self.lines_of.setdefault(slot, []).extend(free)
            self.slot_of.update(dict.fromkeys(free, slot))


def found_in(lines: Sequence[Line], slots: Slots) -> Found:
    """Finds every slot by its bookmarks; where they are gone, by its words and by its neighbours."""
    found = Found()
    digests = [digest(line.text) for line in lines]
    _by_marks(lines, digests, slots, found)
    for first, last, begin, end in _gaps(found, len(slots), len(lines)):
        _by_words(range(first, last), range(begin, end), lines, digests, slots, found)
    _moved(lines, digests, slots, found)
    return found


def _by_marks(lines: Sequence[Line], digests: Sequence[str], slots: Slots, found: Found) -> None:
    claims: dict[int, list[int]] = {}
    claimants: dict[int, set[int]] = {}
    for i, line in enumerate(lines):
        for mark in line.marks:
            slot = slots.of_mark.get(mark)
            if slot is not None:
                claims.setdefault(slot, []).append(i)
                claimants.setdefault(i, set()).add(slot)
    for slot, places in claims.items():
        first, last = places[0], places[-1]
        exact = next((i for i in places if digests[i] == slots.digest(slot)), None)
        if exact is not None:
            found.claim(slot, [exact])
            continue
        covered = [i for i in places if _covers(lines[i], slots.marks(slot))]
        if covered:
            found.claim(slot, range(covered[0], covered[-1] + 1) if slots.is_whole(slot) else covered[:1])
        elif first == last and claimants[first] == {slot}:
            found.claim(slot, [first])


def _covers(line: Line, marks: Sequence[int]) -> bool:
    return any(end > start for mark in marks for start, end in [line.marks.get(mark, (0, 0))])


def _gaps(found: Found, slots: int, lines: int) -> Iterator[tuple[int, int, int, int]]:
    """Stretches of slots and lines between those that are found in the same order."""
    before, at = -1, -1
    for slot in [*sorted(found.lines_of), slots]:
        first = found.lines_of[slot][0] if slot < slots else lines
        if first <= at:
            continue  # moved
        if slot > before + 1 or first > at + 1:
            yield before + 1, slot, at + 1, first
        before, at = slot, found.lines_of[slot][-1] if slot < slots else lines


def _by_words(
    slots_here: range,
    lines_here: range,
    lines: Sequence[Line],
    digests: Sequence[str],
    slots: Slots,
    found: Found,
) -> None:
    missing = [s for s in slots_here if s not in found.lines_of]
    free = [i for i in lines_here if i not in found.slot_of and lines[i].text.strip()]
    if not missing or not free or len(missing) * len(free) > WIDEST:
        return
    wanted, there = [slots.digest(s) for s in missing], [digests[i] for i in free]
    for tag, a, b, c, d in SequenceMatcher(None, wanted, there).get_opcodes():
        if tag == "equal":
            for slot, line in zip(missing[a:b], free[c:d], strict=True):
                _settle(slot, line, slots, found)
        elif tag == "replace":
            _paired(missing[a:b], free[c:d], lines, slots, found)


def _paired(
    missing: Sequence[int], free: Sequence[int], lines: Sequence[Line], slots: Slots, found: Found
) -> None:
    """Fields whose bookmarks are gone and paragraphs that are new, in their order."""
    waiting = list(free)
    for slot in missing:
        if not slots.marks(slot):
            continue
        fitting = (i for i in waiting if slots.is_whole(slot) or slots.values(slot, lines[i]) is not None)
        line = next(fitting, None)
        if line is not None:
            found.claim(slot, [line])
            waiting = waiting[waiting.index(line) + 1 :]


def _moved(lines: Sequence[Line], digests: Sequence[str], slots: Slots, found: Found) -> None:
    """Words of the document's own that stand elsewhere now."""
    own = Counter(
        slots.digest(s) for s in range(len(slots)) if not slots.marks(s) and s not in found.lines_of
    )
    for i, line in enumerate(lines):
        if i in found.slot_of or i in found.known:
            continue
        if not line.text.strip():
            found.known.add(i)
        elif own[digests[i]] > 0:
            own[digests[i]] -= 1
            found.known.add(i)


def _settle(slot: int, line: int, slots: Slots, found: Found) -> None:
    if slots.marks(slot):
        found.claim(slot, [line])
    else:
        found.lines_of[slot] = [line]
        found.known.add(line)
