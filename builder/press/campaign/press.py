"""A campaign's rooms through a crew and into its folder: each file whole or not at all, the record last."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import cached_property
from pathlib import Path

from builder.press.campaign.crew import RoomOrder
from builder.press.campaign.day import Day
from builder.press.campaign.making import Filed
from builder.press.campaign.records import LIST, RECORD, Line, Record, list_text
from builder.press.crews.crew import Crew
from builder.press.preparing import Preparation, Prepared
from builder.press.press import raise_for
from builder.press.writing import refuse_outside, write_whole
from builder.verify.fault import Fault


class CampaignPress:
    """Prints one campaign into its folder; `hire` gives the crew that makes the rooms."""

    def __init__(
        self,
        hire: Callable[[Sequence[RoomOrder]], Crew],
        orders: Sequence[RoomOrder],
        preparation: Preparation,
        day: Day,
        folder: Path,
    ) -> None:
        self.folder = folder
        self.warnings: list[Fault] = []
        """What is not quite right with the documents."""
        self.stayed: list[str] = []
        """Files of candidates or rooms that are gone, changed by hand since they were built, and so kept."""
        self._hire, self._orders = hire, orders
        self._preparation, self._day = preparation, day
        self._lines: dict[str, Line] = {}

    @cached_property
    def inputs(self) -> str:
        """SHA-256 of everything that goes into the campaign's files."""
        return inputs_of(self._day, self._preparation)

    def is_fresh(self) -> bool:
        """Whether the folder holds just this campaign already."""
        return Record.read(self.folder).is_fresh(self.folder, self.inputs)

    def run(self, started: Callable[[RoomOrder], None] = lambda order: None) -> list[Line]:
        """Makes every file; `started` hears of each room as it is begun. Returns the list of the files.

        Raises, once all other rooms are made, the error of the one that failed or UnfinishedError; at once MachineError
        where nothing can be made or written. Files that were there before stay until new ones replace them.
        """
        before = Record.read(self.folder)
        planned = list(planned_files(self._day))
        files = before.files | {file: "" for file in planned if file not in before.files}
        write_whole(self.folder / RECORD, self._record("", files).text())
        try:
            failed = self._make(started)
        finally:  # what was written is known, however the build ends
            made = {file: line.sha256 for file, line in self._lines.items()}
            kept = self._record("", {f: d for f, d in before.files.items() if f not in made} | made)
            write_whole(self.folder / RECORD, kept.text())
        lines = [self._lines[file] for file in planned if file in self._lines]
        listed = list_text(lines)
        self._write(LIST, listed)
        kept.files[LIST] = hashlib.sha256(listed).hexdigest()
        write_whole(self.folder / RECORD, kept.text())
        raise_for(failed)
        done = self._record(self.inputs, {file: kept.files[file] for file in planned})
        self.stayed = kept.remove_others(self.folder, done.files)
        write_whole(self.folder / RECORD, done.text())
        return lines

    def _make(self, started: Callable[[RoomOrder], None]) -> list[tuple[str, Exception]]:
        """Puts the rooms' files into place as they come; returns the rooms that failed, in order, with the reasons."""
        failed: dict[int, Exception] = {}
        crew = self._hire(self._orders)
        with closing(crew.work(self._orders, lambda index: started(self._orders[index]))) as outcomes:
            for index, outcome in outcomes:
                if outcome.error is not None:
                    failed[index] = outcome.error
                for filed in outcome.made:
                    self._put(filed)
        self.warnings.sort(key=lambda fault: (fault.place, str(fault.sentence)))
        return [(self._orders[index].task.where, failed[index]) for index in sorted(failed)]

    def _record(self, inputs: str, files: dict[str, str]) -> Record:
        asked = self._orders[0].task.asked
        return Record(inputs, files, asked.formats, asked.single)

    def _put(self, filed: Filed) -> None:
        self._write(filed.line.file, filed.data)
        self._lines[filed.line.file] = filed.line
        self.warnings += [fault for fault in filed.warnings if fault not in self.warnings]

    def _write(self, file: str, data: bytes) -> None:
        path = self.folder / file
        refuse_outside(self.folder, path)
        write_whole(path, data)


def inputs_of(day: Day, preparation: Preparation) -> str:
    """SHA-256 of everything that goes into a campaign's files."""
    digest = hashlib.sha256(day.print_file.encode())
    shared: dict[str, Prepared] = {}
    for stack in day.stacks:
        work = shared.get(stack.key) or preparation.prepared(stack.job)
        if stack.slotted:
            shared[stack.key] = work
        copies = [[c.name, c.title, dict(sorted(c.values.items())), c.number] for c in stack.copies]
        parts = [
            stack.document,
            stack.room,
            stack.folder,
            stack.name,
            stack.single,
            copies,
            stack.job.formats,
        ]
        made_from = [preparation.inputs(form, work) for form in stack.job.formats]
        digest.update(json.dumps([parts, made_from], ensure_ascii=False).encode() + b"\0")
    return digest.hexdigest()


def planned_files(day: Day) -> Iterator[str]:
    """Names of all files that a build of the day would write, in the order of manifest.csv."""
    for room in day.rooms:
        yield from (file for stack in room for form in stack.job.formats for file, _ in stack.sheets(form))
        if room[0].room and "pdf" in room[0].job.formats:
            yield f"{room[0].top}/{day.print_file}"
    yield LIST
