"""A campaign, its bank and its schedule → the views of the day's papers."""

from __future__ import annotations

from collections.abc import Sequence

from builder.content.campaigns.schedule import Booking, Schedule
from builder.content.views.campaign import (
    Appointment,
    DoorListView,
    KeyEntry,
    KeyRoom,
    KeyView,
    NamedAppointment,
    NamedDoorListView,
    NamedTimetableView,
    Pause,
    RoomPanelView,
    SignsView,
    SlottedHandoutView,
    SlottedInterviewerView,
    SlottedScorerView,
    TimetableView,
)
from builder.content.views.candidate import handout_view
from builder.content.views.interviewer import interviewer_view
from builder.content.views.panel import panel_view
from builder.content.views.scorer import scorer_view
from builder.model.bank import Bank
from builder.model.campaign import Campaign
from builder.model.clock import clock_of


class Papers:
    """Makes views; `date` is the day as it is printed."""

    def __init__(self, campaign: Campaign, bank: Bank, schedule: Schedule, date: str) -> None:
        self.campaign, self.bank, self.schedule, self.date = campaign, bank, schedule, date

    def raters(self, room: int) -> int:
        """How many raters sit in a room."""
        return self.campaign.rooms[room].raters or self.campaign.raters or self.bank.panel_size

    def appointment(self, booking: Booking) -> Appointment:
        """A candidate's time, by draw number alone."""
        start = booking.start
        return Appointment(
            draw_number=booking.row.draw_number,
            report=clock_of(max(start - self.campaign.report_minutes, 0)),
            start=clock_of(start),
            end=clock_of(start + self.campaign.slot_minutes),
        )

    def timetable(self, room: int) -> TimetableView:
        """The day in one room; breaks before its first candidate or after its last are not its own."""
        booked = self.schedule.of_room(room)
        spans = [pause.span for pause in self.campaign.breaks]
        own = [(a, b) for a, b in spans if booked[0].start < b and a < booked[-1].start]
        fields = self._room(room) | {"pauses": [Pause(start=clock_of(a), end=clock_of(b)) for a, b in own]}
        if self.campaign.anonymous:
            return TimetableView(**fields, appointments=self._appointments(room))
        return NamedTimetableView(**fields, appointments=self._named(room))

    def door_list(self, room: int) -> DoorListView:
        """Who is seen in a room at what time."""
        if self.campaign.anonymous:
            return DoorListView(**self._room(room), appointments=self._appointments(room))
        return NamedDoorListView(**self._room(room), appointments=self._named(room))

    def signs(self, room: int) -> SignsView:
        """The seats of a room."""
        return SignsView(**self._room(room))

    def panel(self, room: int) -> RoomPanelView:
        """The panel summary of a room."""
        view = panel_view(self._with_raters(self.raters(room)))
        numbers = [booking.row.draw_number for booking in self.schedule.of_room(room)]
        name = self.campaign.rooms[room].name
        return RoomPanelView(**dict(view), room=name, date=self.date, draw_numbers=numbers)

    def key(self) -> KeyView:
        """Who stands behind which number, room by room."""
        rooms = [
            KeyRoom(room=room.name, entries=[_key_entry(b) for b in self.schedule.of_room(number)])
            for number, room in enumerate(self.campaign.rooms)
        ]
        return KeyView(**self._day(), rooms=[room for room in rooms if room.entries])

    def score_sheet(self, slots: dict[str, str], fixed: dict[str, str]) -> SlottedScorerView:
        """The score sheet that all raters have."""
        return SlottedScorerView.model_construct(**dict(scorer_view(self.usual)), slots=slots, fixed=fixed)

    def interviewer_pack(self, slots: dict[str, str], fixed: dict[str, str]) -> SlottedInterviewerView:
        """The pack that all raters have."""
        view = interviewer_view(self.usual)
        return SlottedInterviewerView.model_construct(**view.__dict__, slots=slots, fixed=fixed)

    def handout(self, slots: dict[str, str], fixed: dict[str, str]) -> SlottedHandoutView:
        """The handout that all candidates have."""
        return SlottedHandoutView.model_construct(**dict(handout_view(self.usual)), slots=slots, fixed=fixed)

    @property
    def usual(self) -> Bank:
        """The bank with the campaign's usual number of raters."""
        return self._with_raters(self.campaign.raters or self.bank.panel_size)

    def _with_raters(self, count: int) -> Bank:
        return self.bank.model_copy(update={"panel_size": count})

    def _appointments(self, room: int) -> list[Appointment]:
        return [self.appointment(booking) for booking in self.schedule.of_room(room)]

    def _named(self, room: int) -> Sequence[NamedAppointment]:
        booked = self.schedule.of_room(room)
        return [NamedAppointment(**dict(self.appointment(b)), name=b.row.name) for b in booked]

    def _day(self) -> dict[str, object]:
        bank, campaign = self.bank, self.campaign
        return {
            "id": campaign.id,
            "locale": bank.locale,
            "version": bank.version,
            "position": bank.position.title,
            "heading": campaign.title or bank.title,
            "date": self.date,
        }

    def _room(self, number: int) -> dict[str, object]:
        room = self.campaign.rooms[number]
        return self._day() | {
            "room": room.name,
            "place": self.campaign.place_of(room),
            "raters": self.raters(number),
            "slot_minutes": self.campaign.slot_minutes,
        }


def _key_entry(booking: Booking) -> KeyEntry:
    row = booking.row
    return KeyEntry(
        draw_number=row.draw_number, name=row.name, application=row.application, start=clock_of(booking.start)
    )
