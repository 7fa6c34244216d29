"""Everything that one interview day needs, in the order in which it is printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from builder.compose.documents import Audience, DocumentKind
from builder.compose.labels import Labels
from builder.content.campaigns.papers import Papers
from builder.content.campaigns.schedule import Booking
from builder.content.views.panel import fits_panel
from builder.model.bank import Bank
from builder.model.base import Model
from builder.model.project import PackSpec
from builder.plan.campaign.naming import Naming, portable
from builder.plan.campaign.stacks import Copy, Stack, samples
from builder.plan.targets import Job

SINGLE_UP_TO = 100
"""Score sheets and handouts come one a file up to so many of them, unless the campaign says otherwise."""
CAPS = {"room": 13, "draw_number": 9, "rater": 8}
"""Half-widths that the score sheet's head has room for; longer values are set smaller."""
LARGE_PRINT = 1.6


class CampaignPlan:
    """Plans one campaign; with `single`, every sheet is a file of its own, however many there are."""

    def __init__(
        self,
        papers: Papers,
        pack: PackSpec,
        whole: Bank,
        labels: Labels,
        naming: Naming,
        *,
        single: bool = False,
    ) -> None:
        self._papers, self._pack, self._whole = papers, pack, whole
        self._labels, self._naming = labels, naming
        self._campaign = papers.campaign
        self._rooms = [n for n in range(len(self._campaign.rooms)) if papers.schedule.of_room(n)]
        self._single = single

    def stacks(self) -> Iterator[Stack]:
        """Room by room, in printing order; the organisers' papers last."""
        makers: dict[str, Callable[[int], Iterable[Stack]]] = {
            "timetable": lambda room: [self._paper("timetable", room, self._papers.timetable)],
            "door-list": lambda room: [self._paper("door-list", room, self._papers.door_list)],
            "table-signs": lambda room: [self._paper("table-signs", room, self._papers.signs)],
            "interviewer-pack": self._packs,
            "score-sheet": self._score_sheets,
            "panel-summary": self._summary,
            "candidate-handout": self._handouts,
        }
        for room in self._rooms:
            for document, made in makers.items():
                if self._wants(document):
                    yield from made(room)
        if self._wants("sealed-key"):
            yield self._key()

    def _wants(self, document: str) -> bool:
        if document == "candidate-handout" and self._papers.bank.handout is None:
            return False
        return not self._campaign.documents or document in self._campaign.documents

    def _paper(self, document: str, room: int, view: Callable[[int], Model], kind: str = "") -> Stack:
        name = self._naming.document(document)
        job = self._job(kind or document, Audience.HR, view(room))
        return self._stack(document, job, room, "", [Copy(name, self._title(document), {})])

    def _summary(self, room: int) -> list[Stack]:
        raters = self._papers.raters(room)
        if not fits_panel(self._papers.bank.model_copy(update={"panel_size": raters})):
            return []
        return [self._paper("panel-summary", room, self._papers.panel, "room-summary")]

    def _packs(self, room: int) -> list[Stack]:
        folder = self._naming.document("interviewer-pack")
        return [
            self._stack("interviewer-pack", self._pack_job, room, folder, self._numbered[room], slotted=True)
        ]

    @cached_property
    def _pack_job(self) -> Job:
        every = [copy.values for own in self._numbered.values() for copy in own]
        view = self._papers.interviewer_pack(samples(every, {}), {"date": self._papers.date})
        return self._job("interviewer-pack", Audience.INTERVIEWER, view)

    @cached_property
    def _numbered(self) -> dict[int, list[Copy]]:
        """Room → its interviewer packs; 份号 runs through all rooms."""
        holders = {room: self._holders(room) for room in self._rooms}
        total = sum(map(len, holders.values()))
        digits, number = len(str(total)), 0
        found: dict[int, list[Copy]] = {}
        for room, names in holders.items():
            for holder in names:
                number += 1
                values = {
                    "copy": str(number),
                    "copies": str(total),
                    "holder": holder,
                    "room": self._campaign.rooms[room].name,
                }
                name = portable(f"{number:0{digits}d}-{holder}")
                title = f"{self._title('interviewer-pack')} {number}/{total} {holder}"
                found.setdefault(room, []).append(Copy(name, title, values, number, rater=holder))
        return found

    def _holders(self, room: int) -> list[str]:
        words, extra = self._labels["campaign"], self._campaign.extra_copies
        raters = [self._naming.rater(n) for n in range(1, self._papers.raters(room) + 1)]
        chairs = [str(words["chair"])] * extra.chair
        return [*raters, *chairs, *(str(words["observer"](n=n)) for n in range(1, extra.observers + 1))]

    def _score_sheets(self, room: int) -> Iterator[Stack]:
        """A stack a rater, candidates in the order in which they come."""
        folder = self._naming.document("score-sheet")
        single = self._is_single(sum(self._papers.raters(r) * len(self._booked(r)) for r in self._rooms))
        for rater in range(1, self._papers.raters(room) + 1):
            copies = [self._sheet(room, booking, rater) for booking in self._booked(room)]
            stack = self._stack(
                "score-sheet", self._sheet_job, room, folder, copies, slotted=True, single=single
            )
            yield replace(stack, name=portable(self._naming.rater(rater)))

    @cached_property
    def _sheet_job(self) -> Job:
        ends = {room: {1, self._papers.raters(room)} for room in self._rooms}
        every = [
            self._sheet(r, b, n).values
            for r, numbers in ends.items()
            for n in numbers
            for b in self._booked(r)
        ]
        view = self._papers.score_sheet(samples(every, self._caps), {"date": self._campaign.date.isoformat()})
        return self._job("score-sheet", Audience.SCORER, view)

    @property
    def _caps(self) -> dict[str, int]:
        growth = LARGE_PRINT if self._pack.large_print else 1
        return {slot: int(cap / growth) for slot, cap in CAPS.items()}

    def _sheet(self, room: int, booking: Booking, rater: int) -> Copy:
        number, name = booking.row.draw_number, self._naming.rater(rater)
        values = {"room": self._campaign.rooms[room].name, "draw_number": number, "rater": name}
        return Copy(portable(f"{number}-{name}"), f"{number} {name}", values, None, number, name)

    def _handouts(self, room: int) -> list[Stack]:
        name = self._naming.document("candidate-handout")
        copies = [self._handout(room, booking) for booking in self._booked(room)]
        single = self._is_single(len(self._papers.schedule.bookings))
        stack = self._stack(
            "candidate-handout", self._handout_job, room, name, copies, slotted=True, single=single
        )
        return [stack if stack.single else replace(stack, folder=self._naming.room(room), name=name)]

    @cached_property
    def _handout_job(self) -> Job:
        every = [self._handout(r, b).values for r in self._rooms for b in self._booked(r)]
        fixed = {"date": self._papers.date, "address": self._campaign.place or ""}
        return self._job(
            "candidate-handout", Audience.CANDIDATE, self._papers.handout(samples(every, {}), fixed)
        )

    def _handout(self, room: int, booking: Booking) -> Copy:
        appointment, where = self._papers.appointment(booking), self._campaign.rooms[room]
        values = {
            "draw_number": appointment.draw_number,
            "report": appointment.report,
            "time": appointment.start,
            "room": where.name,
        }
        values |= {"place": where.place or ""} if any(r.place for r in self._campaign.rooms) else {}
        values |= {} if self._campaign.anonymous else {"name": booking.row.name}
        title = f"{self._title('candidate-handout')} {appointment.draw_number}"
        return Copy(appointment.draw_number, title, values, None, appointment.draw_number)

    def _key(self) -> Stack:
        name = self._naming.document("sealed-key")
        job = self._job("sealed-key", Audience.HR, self._papers.key())
        return Stack("sealed-key", job, "", self._naming.organisers, name, [Copy(name, name, {})], True)

    def _stack(
        self,
        document: str,
        job: Job,
        room: int,
        folder: str,
        copies: Sequence[Copy],
        *,
        slotted: bool = False,
        single: bool = True,
    ) -> Stack:
        path = "/".join(filter(None, (self._naming.room(room), folder)))
        own = job.kind.view(job.bank).slots if slotted else {}  # type: ignore[attr-defined]
        return Stack(
            document, job, self._campaign.rooms[room].name, path, copies[0].name, copies, single, own
        )

    def _is_single(self, count: int) -> bool:
        wish = "single" if self._single else self._campaign.files
        return wish == "single" or (wish == "auto" and count <= SINGLE_UP_TO)

    def _booked(self, room: int) -> list[Booking]:
        return self._papers.schedule.of_room(room)

    def _title(self, document: str) -> str:
        return str(self._labels["documents"][document])

    def _job(self, kind: str, audience: Audience, view: Model) -> Job:
        """A document whose view is made already: composing it is like composing any other."""
        made = DocumentKind(kind, audience, lambda bank: view)
        return Job(self._pack, self._papers.bank, self._whole, made, tuple(self._campaign.formats))


def plan_campaign(
    papers: Papers, pack: PackSpec, whole: Bank, labels: Labels, naming: Naming, *, single: bool = False
) -> list[Stack]:
    """Every stack of a campaign, room by room in printing order; `whole` is the bank with what the pack leaves out."""
    return list(CampaignPlan(papers, pack, whole, labels, naming, single=single).stacks())
