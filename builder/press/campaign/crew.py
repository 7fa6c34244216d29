"""Who makes a campaign's rooms: this process, one after the other, or worker processes, a room each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from builder.content.project import open_workspace
from builder.fonts import open_shelf
from builder.plan.campaign import Stack
from builder.press.campaign.day import Asked, Day, read_day
from builder.press.campaign.making import Filed, Making
from builder.press.crews.crew import Crew, Outcome, Outcomes
from builder.press.crews.memory import A_WORKER, room_for_workers
from builder.press.crews.pool import Pool
from builder.press.crews.setting import Setting
from builder.press.parcel import packed, unpacked
from builder.press.preparing import Preparation

AT_A_TIME = 2_000_000
"""Bytes of files that go to whoever writes them together, more or less."""
WORTH_A_WORKER = 12.0
"""Seconds of work for which one more process is worth its start, and laying out for itself what rooms share."""


@dataclass(frozen=True, slots=True)
class RoomTask:
    """A room of a campaign, by its place in the day."""

    asked: Asked
    room: int
    folder: str

    @property
    def where(self) -> str:
        return f"{self.asked.campaign}/{self.folder}"

    @property
    def alone(self) -> str:
        return f"packs build --jobs 1 --campaign {self.asked.campaign}"

    @property
    def tired(self) -> int:
        return A_WORKER  # a fresh worker would have to lay out everything again

    def bench(self, parcel: bytes, folder: Path, setting: Setting) -> RoomBench:
        return RoomBench(parcel, folder, setting)


@dataclass(frozen=True)
class RoomOrder:
    """A room to be made, and about how long that takes, in seconds."""

    task: RoomTask
    seconds: float


class RoomBench:
    """A worker's bench: makes rooms of one campaign."""

    def __init__(self, parcel: bytes, folder: Path, setting: Setting) -> None:
        setting.take_over()
        unpacked(parcel, folder)
        workspace = open_workspace(folder)
        self._preparation = Preparation(workspace, open_shelf(workspace.theme, workspace.root))
        self._strict = setting.strict
        self._making: Making | None = None

    def make(self, task: RoomTask) -> Iterator[Sequence[Filed]]:
        """The room's files, some at a time."""
        if self._making is None:
            day = read_day(self._preparation, task.asked)
            self._making = Making(self._preparation, day, strict=self._strict)
        return some_at_a_time(self._making.room(task.room))


class RoomsHere:
    """Makes the rooms in this process, the longest first: what is large is best done while there is little else."""

    def __init__(self, making: Making) -> None:
        self._making = making

    def work(self, orders: Sequence[RoomOrder], started: Callable[[int], None]) -> Outcomes:
        for index in sorted(range(len(orders)), key=lambda i: (-orders[i].seconds, i)):
            started(index)
            batches = some_at_a_time(self._making.room(orders[index].task.room))
            ended = False
            while not ended:
                outcome = Outcome.of(lambda: next(batches, ()))  # noqa: B023 - called at once
                ended = not outcome.made
                yield index, Outcome(outcome.made, outcome.error, unfinished=not ended)


def rooms_of(asked: Asked, day: Day) -> list[RoomOrder]:
    """The rooms of a day, to be made."""
    return [
        RoomOrder(RoomTask(asked, number, stacks[0].top), _seconds(stacks, len(day.names)))
        for number, stacks in enumerate(day.rooms)
    ]


def hired(
    preparation: Preparation,
    day: Day,
    orders: Sequence[RoomOrder],
    *,
    strict: bool,
    size: int | None,
    patience: float,
) -> Crew:
    """The crew for some rooms: of `size` processes at most, or as many as the machine has room and the rooms need."""
    size = min(size or _worthwhile(orders), len(orders))
    if size <= 1:
        return RoomsHere(Making(preparation, day, strict=strict))
    banks = [day.stacks[0].job.whole]
    own = [f"campaigns/{day.campaign.id}.yaml", day.campaign.roster]
    parcel = packed(preparation.workspace, banks, own)
    return Pool(parcel, Setting.of_this_run(strict=strict), size, patience)


def some_at_a_time(files: Iterator[Filed]) -> Iterator[Sequence[Filed]]:
    """Files in the order given, together as far as they are small."""
    held: list[Filed] = []
    size = 0
    for file in files:
        held.append(file)
        size += len(file.data)
        if size >= AT_A_TIME:
            yield held
            held, size = [], 0
    if held:
        yield held


def _worthwhile(orders: Sequence[RoomOrder]) -> int:
    needed = sum(order.seconds for order in orders) / WORTH_A_WORKER
    return max(1, min(room_for_workers(), int(needed)))


def _seconds(stacks: Sequence[Stack], names: int) -> float:
    """A document of the room's own costs about half a second, a copy of what is shared some thousandths.

    The sealed key names everyone.
    """
    own = sum(0.5 if stack.room else 0.5 + 0.004 * names for stack in stacks if not stack.slotted)
    return own + sum(0.003 * len(stack.copies) * len(stack.job.formats) for stack in stacks if stack.slotted)
