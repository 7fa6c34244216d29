"""Who is seen where and when.

Candidates whose room and time the roster fixes keep them. The others are placed by draw number, in the order of
the numbers: those with a time but no room go to the first room that is free then; those with a room but no time to
the first free slot of that room; those with neither to the first free slot of the day, rooms in order within a
slot. So the first numbers are seen first, and all rooms end at about the same time. The rule uses nothing but the
roster and the campaign: the same files, the same schedule.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from builder.content.roster import RosterRow
from builder.model.campaign import Campaign


@dataclass(frozen=True, slots=True)
class Booking:
    """A candidate's place in the schedule: a row of the roster, a room by its place in the list, a time in minutes."""

    row: RosterRow
    room: int
    start: int


@dataclass
class Schedule:
    """The bookings by room and time; pairs that clash; candidates for whom there is neither room nor time."""

    bookings: list[Booking] = field(default_factory=list)
    clashes: list[tuple[Booking, Booking]] = field(default_factory=list)
    """The booking that came first, and the one that comes too soon after it."""
    unplaced: list[RosterRow] = field(default_factory=list)

    def of_room(self, room: int) -> list[Booking]:
        """The bookings of one room in order of time."""
        return [booking for booking in self.bookings if booking.room == room]


def slot_starts(campaign: Campaign) -> Iterator[int]:
    """When candidates start in each room, in minutes since midnight: slot after slot of each session, around breaks."""
    length = campaign.slot_minutes
    for begin, end in campaign.sessions:
        at = begin
        while at + length <= end:
            stop = break_over(campaign, at)
            if stop is None:
                yield at
            at = at + length if stop is None else stop


def break_over(campaign: Campaign, start: int) -> int | None:
    """When the break is over that an interview from `start` would run into; None where there is none."""
    ends = [
        end
        for begin, end in (pause.span for pause in campaign.breaks)
        if begin < start + campaign.slot_minutes and start < end
    ]
    return max(ends, default=None)


def room_index(campaign: Campaign, text: str) -> int | None:
    """The room that a roster means: by name, by id, or by its number in the list."""
    names = [_plain(room.name) for room in campaign.rooms]
    for known in (names, campaign.folders, [str(n) for n in range(1, len(names) + 1)]):
        if _plain(text) in known:
            return known.index(_plain(text))
    return None


def draw_order(row: RosterRow) -> tuple[list[tuple[int, int, str]], str]:
    """Sorts draw numbers as people count: 2 before 10, A-9 before A-10."""
    parts = re.findall(r"\d+|\D+", row.draw_number)
    return [(0, int(p), "") if p.isdecimal() else (1, 0, p) for p in parts], row.draw_number


def schedule_of(campaign: Campaign, rows: Iterable[RosterRow]) -> Schedule:
    """Gives every candidate a room and a time; rooms that are unknown count as not named."""
    return _Scheduling(campaign).of(sorted(rows, key=draw_order))


class _Scheduling:
    def __init__(self, campaign: Campaign) -> None:
        self._campaign = campaign
        self._length = campaign.slot_minutes
        rooms = range(len(campaign.rooms))
        self._free = {(start, room): None for start in slot_starts(campaign) for room in rooms}
        self._taken: list[list[int]] = [[] for _ in rooms]
        self._made = Schedule()

    def of(self, rows: Sequence[RosterRow]) -> Schedule:
        named = [(row, room_index(self._campaign, row.room) if row.room else None) for row in rows]
        for row, room in named:
            if room is not None and row.time is not None:
                self._book(row, room, row.time)
        for wants_time, wants_room in ((True, False), (False, True), (False, False)):
            for row, room in named:
                if (row.time is not None, room is not None) == (wants_time, wants_room):
                    self._place(row, room)
        self._made.bookings.sort(key=lambda b: (b.room, b.start, draw_order(b.row)))
        self._made.clashes = [pair for room in range(len(self._taken)) for pair in self._clashes(room)]
        return self._made

    def _place(self, row: RosterRow, room: int | None) -> None:
        if row.time is not None:
            found = next(((row.time, r) for r in range(len(self._taken)) if self._is_free(r, row.time)), None)
        else:
            found = next((slot for slot in self._free if room is None or slot[1] == room), None)
        if found is None:
            self._made.unplaced.append(row)
        else:
            self._book(row, found[1], found[0])

    def _is_free(self, room: int, start: int) -> bool:
        return all(abs(start - other) >= self._length for other in self._taken[room])

    def _book(self, row: RosterRow, room: int, start: int) -> None:
        self._taken[room].append(start)
        for slot in [s for s in self._free if s[1] == room and abs(s[0] - start) < self._length]:
            del self._free[slot]
        self._made.bookings.append(Booking(row, room, start))

    def _clashes(self, room: int) -> Iterator[tuple[Booking, Booking]]:
        booked = self._made.of_room(room)
        for first, second in pairwise(booked):
            if second.start - first.start < self._length:
                yield first, second


def _plain(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).casefold()
