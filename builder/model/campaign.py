"""A campaign: one day of interviews, in `campaigns/<id>.yaml` – who is seen where and when, on which papers."""

from __future__ import annotations

import datetime
from itertools import pairwise
from typing import Annotated, Literal

from pydantic import Field, StrictBool, StrictInt

from builder.model.bank import Identifier
from builder.model.base import Model
from builder.model.clock import Clock, minutes_of
from builder.model.project import Folder, Select

MAX_ROOM_NAME = 18
"""Half-widths that a score sheet's head has room for: nine Han characters."""
RoomName = Annotated[str, Field(min_length=1, max_length=MAX_ROOM_NAME)]
RoomPlace = Annotated[str, Field(min_length=1, max_length=30)]
Address = Annotated[str, Field(min_length=1, max_length=120)]
RaterCount = Annotated[StrictInt, Field(ge=1, le=15)]
CampaignDocument = Literal[
    "timetable",
    "door-list",
    "table-signs",
    "interviewer-pack",
    "score-sheet",
    "panel-summary",
    "candidate-handout",
    "sealed-key",
]


class Break(Model):
    """A time in which nobody is interviewed, in any room."""

    start: Clock
    minutes: Annotated[StrictInt, Field(ge=1, le=480)]

    @property
    def span(self) -> tuple[int, int]:
        """Begin and end, in minutes since midnight."""
        begin = minutes_of(self.start) or 0
        return begin, begin + self.minutes


class Room(Model):
    """考场: a room with a panel of its own."""

    name: RoomName
    """As it is printed: 第一考场."""
    id: Identifier | None = None
    """Name of its folder; room-1, room-2 … by its place in the list unless given."""
    place: RoomPlace | None = None
    """Where in the building it is; follows the campaign's `place`."""
    raters: RaterCount | None = None
    """考官人数 in this room; the campaign's unless given."""


class ExtraCopies(Model):
    """Interviewer packs for each room beyond one for each rater."""

    chair: Annotated[StrictInt, Field(ge=0, le=5)] = 0
    """主考官, where the chair is not one of the raters."""
    observers: Annotated[StrictInt, Field(ge=0, le=10)] = 0
    """监督员 and whoever else follows along."""


class Campaign(Model):
    """One day of interviews: a pack, the rooms, their hours, and the roster of candidates."""

    id: Identifier
    """The same as the file's name."""
    title: Address | None = None
    """Heads the day's papers; the bank's title unless given."""
    pack: Identifier
    """A pack of packs.yaml, or a bank."""
    form: Literal["A", "B"] | None = None
    """套卷 of the day; the pack's own unless given."""
    select: Select | None = None
    """The questions of the day; the pack's own unless given."""
    date: datetime.date
    place: Address | None = None
    """地点: the address that candidates are sent to."""
    rooms: Annotated[list[Room], Field(min_length=1, max_length=200)]
    raters: RaterCount | None = None
    """考官人数 in each room; the bank's `panel_size` unless given."""
    slot_minutes: Annotated[StrictInt, Field(ge=5, le=480)]
    """From one candidate's start to the next one's in the same room."""
    starts: Annotated[list[Clock], Field(min_length=1, max_length=6)] = ["09:00"]
    """When the sessions begin, such as morning and afternoon; each lasts until the next, the last until `ends`."""
    ends: Clock = "18:00"
    """No interview goes on beyond this time."""
    breaks: Annotated[list[Break], Field(max_length=20)] = []
    report_minutes: Annotated[StrictInt, Field(ge=0, le=240)] = 30
    """How long before the interview candidates report."""
    roster: Folder
    """CSV or XLSX file of the candidates, relative to the project's root: 抽签号, 姓名, and if fixed 考场 and 时间."""
    documents: list[CampaignDocument] = []
    """What is made; everything that fits the bank unless given."""
    formats: Annotated[list[Literal["pdf", "docx"]], Field(min_length=1)] = ["pdf", "docx"]
    anonymous: StrictBool = True
    """匿名: names stand on the sealed key and nowhere else."""
    files: Literal["auto", "single", "bundled"] = "auto"
    """Score sheets and handouts one a file, or together for each rater and room; `auto`: one a file up to 100."""
    extra_copies: ExtraCopies = ExtraCopies()
    """Interviewer packs beyond one for each rater."""

    @property
    def folders(self) -> list[str]:
        """The rooms' ids, in order."""
        return [room.id or f"room-{number}" for number, room in enumerate(self.rooms, 1)]

    @property
    def sessions(self) -> list[tuple[int, int]]:
        """Begin and end of each session, in minutes since midnight."""
        times = [minutes_of(clock) or 0 for clock in (*self.starts, self.ends)]
        return list(pairwise(times))

    def place_of(self, room: Room) -> str:
        """The address with the room's place in the building."""
        return " ".join(part for part in (self.place, room.place) if part)
