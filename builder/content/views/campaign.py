"""What the papers of an interview day may say.

Raters, door and tables know candidates by draw number: `Appointment` and everything made of it has no field for a
name. Names are in `NamedAppointment`, for campaigns that are not anonymous, and in the sealed key.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from builder.content.views.candidate import HandoutView
from builder.content.views.interviewer import InterviewerView
from builder.content.views.panel import PanelView
from builder.content.views.scorer import ScorerView
from builder.model.base import Model

Slots = Annotated[dict[str, str], Field(exclude=True)]
"""Slot → the widest text it will hold. Not part of the fingerprint: every copy prints that of the pack."""


class Appointment(Model):
    """A candidate's time in a room."""

    draw_number: str
    report: str
    """When to report, as 08:30."""
    start: str
    end: str


class NamedAppointment(Appointment):
    """The same with a name."""

    name: str


class Pause(Model):
    """A break, as it stands in the timetable."""

    start: str
    end: str


class RoomPaper(Model):
    """What every paper of one room says."""

    id: str
    locale: str
    version: str
    position: str
    heading: str
    """The campaign's title."""
    date: str
    room: str
    place: str
    raters: int
    slot_minutes: int


class DoorListView(RoomPaper):
    """The list at a room's door."""

    appointments: list[Appointment]
    named: bool = False


class NamedDoorListView(DoorListView):
    """The list at the door where names may be read by all."""

    appointments: list[NamedAppointment]  # type: ignore[assignment]
    named: bool = True


class TimetableView(DoorListView):
    """The day in one room: candidates and breaks in order of time."""

    pauses: list[Pause]

    @property
    def lines(self) -> list[Appointment | Pause]:
        """Everything in order of time."""
        return sorted([*self.appointments, *self.pauses], key=lambda line: (line.start, line.end))


class NamedTimetableView(TimetableView):
    """The same where names may be read by all."""

    appointments: list[NamedAppointment]  # type: ignore[assignment]
    named: bool = True


class SignsView(RoomPaper):
    """What stands on the tables: nothing but the room and its raters."""


class KeyEntry(Model):
    """Who stands behind a draw number."""

    draw_number: str
    name: str
    application: str
    start: str


class KeyRoom(Model):
    """The key of one room."""

    room: str
    entries: list[KeyEntry]


class KeyView(Model):
    """The sealed key (密封对照表): for the organisers alone."""

    id: str
    locale: str
    version: str
    position: str
    heading: str
    date: str
    rooms: list[KeyRoom]


class RoomPanelView(PanelView):
    """The panel summary of one room: its candidates by draw number, in order of time."""

    room: str
    date: str
    draw_numbers: list[str]


class SlottedScorerView(ScorerView):
    """The score sheet with places for what differs from sheet to sheet."""

    slots: Slots
    fixed: Slots


class SlottedInterviewerView(InterviewerView):
    """The interviewer pack with places for what differs from copy to copy."""

    slots: Slots
    fixed: Slots


class SlottedHandoutView(HandoutView):
    """The handout with places for one candidate's appointment."""

    slots: Slots
    fixed: Slots
