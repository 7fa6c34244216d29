"""The roster against the day: draw numbers, people, rooms, times, and room for everybody."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from builder.content.campaigns.loading import LoadedCampaign
from builder.content.campaigns.schedule import Schedule, break_over, room_index, slot_starts
from builder.content.roster import RosterRow
from builder.errors import Finding, Severity
from builder.model.clock import clock_of
from builder.near import nearest
from builder.words import words


def roster_findings(loaded: LoadedCampaign, schedule: Schedule) -> Iterator[Finding]:
    """Everything that is wrong with the candidates of a campaign; where nothing is, rooms that nobody is seen in."""
    wrong = list(_wrong(loaded, schedule))
    yield from wrong or _empty_rooms(loaded, schedule)


def _wrong(loaded: LoadedCampaign, schedule: Schedule) -> Iterator[Finding]:
    yield from _repeated_draw_numbers(loaded)
    yield from _repeated_people(loaded)
    for row in loaded.rows:
        yield from _room(loaded, row)
        yield from _time(loaded, row)
    yield from _clashes(loaded, schedule)
    yield from _capacity(loaded, schedule)


def _repeated_draw_numbers(loaded: LoadedCampaign) -> Iterator[Finding]:
    for first, second in _repeated(loaded, lambda row: row.draw_key):
        sentence = words(
            "the draw number {number} is taken (by {other} in line {line})",
            number=second.draw_number,
            other=first.draw_number,
            line=first.place("draw_number").line,
        )
        hint = words("every candidate has a draw number of their own; leading zeros tell none apart")
        yield second.finding("ROSTER-DUPLICATE", "draw_number", sentence, hint)


def _repeated_people(loaded: LoadedCampaign) -> Iterator[Finding]:
    """Two rows of one application number are one person; two of one name may be namesakes."""
    for first, second in _repeated(loaded, lambda row: row.application.casefold()):
        sentence = words(
            "this application number stands in line {line} too", line=first.place("application").line
        )
        yield second.finding(
            "ROSTER-PERSON", "application", sentence, words("one person is seen once: remove a row")
        )
    for first, second in _repeated(loaded, lambda row: "" if row.application else row.name):
        sentence = words("a candidate of this name stands in line {line} too", line=first.place("name").line)
        hint = words("remove a row; namesakes are told apart by a column 报名序号 (application number)")
        yield replace(second.finding("ROSTER-PERSON", "name", sentence, hint), severity=Severity.WARNING)


def _repeated(
    loaded: LoadedCampaign, key: Callable[[RosterRow], str]
) -> Iterator[tuple[RosterRow, RosterRow]]:
    first: dict[str, RosterRow] = {}
    for row in loaded.rows:
        value = key(row)
        if value and value in first:
            yield first[value], row
        first.setdefault(value, row)


def _room(loaded: LoadedCampaign, row: RosterRow) -> Iterator[Finding]:
    if row.room and room_index(loaded.campaign, row.room) is None:
        sentence = words("there is no room “{name}” in this campaign", name=row.room)
        hint = nearest(row.room, [room.name for room in loaded.campaign.rooms])
        yield row.finding("ROSTER-ROOM", "room", sentence, hint)


def _time(loaded: LoadedCampaign, row: RosterRow) -> Iterator[Finding]:
    campaign = loaded.campaign
    if row.day is not None and row.day != campaign.date:
        sentence = words("{day} is not the day of the campaign, {date}", day=row.day, date=campaign.date)
        yield row.finding(
            "ROSTER-TIME", "time", sentence, words("a campaign is one day: make another for the other day")
        )
    if row.time is None:
        return
    first, last = campaign.sessions[0][0], campaign.sessions[-1][1]
    if row.time < first or row.time + campaign.slot_minutes > last:
        sentence = words("an interview from {time} on does not lie within the day", time=clock_of(row.time))
        hint = words(
            "the day lasts from {start} to {end}, a slot {minutes} minutes",
            start=clock_of(first),
            end=clock_of(last),
            minutes=campaign.slot_minutes,
        )
        yield row.finding("ROSTER-DAY", "time", sentence, hint)
    elif (over := break_over(campaign, row.time)) is not None:
        sentence = words("an interview from {time} on runs into a break", time=clock_of(row.time))
        yield row.finding(
            "ROSTER-DAY", "time", sentence, words("the break is over at {time}", time=clock_of(over))
        )


def _clashes(loaded: LoadedCampaign, schedule: Schedule) -> Iterator[Finding]:
    campaign = loaded.campaign
    for first, second in schedule.clashes:
        sentence = words(
            "{room}: {time} is too close to draw number {other} at {earlier} (line {line})",
            room=campaign.rooms[second.room].name,
            time=clock_of(second.start),
            other=first.row.draw_number,
            earlier=clock_of(first.start),
            line=first.row.place("time").line,
        )
        hint = words(
            "leave {minutes} minutes between two candidates of a room", minutes=campaign.slot_minutes
        )
        yield second.row.finding("ROSTER-CLASH", "time", sentence, hint)


def _capacity(loaded: LoadedCampaign, schedule: Schedule) -> Iterator[Finding]:
    """One finding for all candidates that are left over, at the first of them."""
    if not schedule.unplaced:
        return
    campaign = loaded.campaign
    slots, rooms = len(list(slot_starts(campaign))), len(campaign.rooms)
    sentence = words(
        "{count} candidates have no slot left, from draw number {number} on",
        count=len(schedule.unplaced),
        number=schedule.unplaced[0].draw_number,
    )
    hint = words(
        "{rooms} rooms have {slots} slots each: add rooms or hours, or shorten slot_minutes",
        rooms=rooms,
        slots=slots,
    )
    yield schedule.unplaced[0].finding("ROSTER-CAPACITY", "draw_number", sentence, hint)


def _empty_rooms(loaded: LoadedCampaign, schedule: Schedule) -> Iterator[Finding]:
    used = {booking.room for booking in schedule.bookings}
    for number, room in enumerate(loaded.campaign.rooms):
        if loaded.rows and number not in used:
            sentence = words("no candidate is seen in “{name}”", name=room.name)
            hint = words("remove the room, or give candidates to it")
            place = loaded.source.place(("rooms", number))
            yield Finding("CAMPAIGN-ROOM", sentence, place, hint, Severity.WARNING)
