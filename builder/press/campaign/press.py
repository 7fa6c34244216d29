"""A campaign's stacks → files in its folder: each whole or not at all, the record last."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import groupby
from pathlib import Path

from builder.plan.campaign import Stack
from builder.press.campaign.making import Making, Sheet
from builder.press.campaign.records import LIST, RECORD, Line, Record, list_text
from builder.press.preparing import Preparation
from builder.press.writing import refuse_outside, write_whole
from builder.render.bulk import assemble
from builder.verify.fault import Fault


class CampaignPress:
    """Prints one campaign into its folder; `print_file` is what a room's file for the printer is called."""

    def __init__(
        self,
        preparation: Preparation,
        stacks: Sequence[Stack],
        folder: Path,
        print_file: str,
        *,
        strict: bool = False,
    ) -> None:
        self.folder = folder
        self.stayed: list[str] = []
        """Files of candidates or rooms that are gone, changed by hand since they were built, and so kept."""
        self._stacks = stacks
        self._making = Making(preparation, stacks, strict=strict)
        self._preparation = preparation
        self._print_file = print_file
        self._lines: list[Line] = []

    @property
    def warnings(self) -> list[Fault]:
        """What is not quite right with the documents."""
        return self._making.warnings

    @cached_property
    def inputs(self) -> str:
        """SHA-256 of everything that goes into the campaign's files."""
        digest = hashlib.sha256(self._print_file.encode())
        for stack in self._stacks:
            work = self._making.work(stack)
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
            made_from = [self._preparation.inputs(form, work) for form in stack.job.formats]
            digest.update(json.dumps([parts, made_from], ensure_ascii=False).encode() + b"\0")
        return digest.hexdigest()

    def is_fresh(self) -> bool:
        """Whether the folder holds just this campaign already."""
        return Record.read(self.folder).is_fresh(self.folder, self.inputs)

    def run(self, started: Callable[[Stack], None] = lambda stack: None) -> list[Line]:
        """Makes every file; returns the list of them.

        Raises FaultyError where a document must not be handed out, BuildError where it cannot be rendered, and what
        composing raises; files that were there before stay until new ones replace them.
        """
        before = Record.read(self.folder)
        planned = planned_files(self._stacks, self._print_file)
        begun = Record("", before.files | {file: "" for file in planned if file not in before.files})
        write_whole(self.folder / RECORD, begun.text())
        self._lines = []
        for _, room in groupby(self._stacks, key=lambda stack: stack.room):
            self._room(list(room), started)
        listed = list_text(self._lines)
        self._write(LIST, listed)
        done = Record(self.inputs, {line.file: line.sha256 for line in self._lines})
        done.files[LIST] = hashlib.sha256(listed).hexdigest()
        self.stayed = begun.remove_others(self.folder, done.files)
        write_whole(self.folder / RECORD, done.text())
        return self._lines

    def _room(self, stacks: Sequence[Stack], started: Callable[[Stack], None]) -> None:
        """The files of one room, then all of them in one PDF; the organisers' papers are not for the room's pile."""
        piles = []
        on_paper = "pdf" in stacks[0].job.formats
        for together in _printed_together(stacks):
            started(together[0])
            pile = self._making.pile(together) if on_paper else None
            for stack in together:
                for sheet in self._making.sheets(stack, pile):
                    self._put(stack, sheet)
            if pile is not None and stacks[0].room:
                piles.append(pile)
        if piles:
            first = stacks[0]
            bundle = assemble(piles, first.room, first.job.bank.locale)
            line = Line(f"{first.top}/{self._print_file}", "print", first.room, pages=str(bundle.pages))
            self._add(line, bundle.data)

    def _put(self, stack: Stack, sheet: Sheet) -> None:
        copy = sheet.copy
        numbers = (str(copy.number or ""), copy.draw_number, copy.rater) if copy else ("", "", _only(stack))
        line = Line(sheet.file, stack.document, stack.room, *numbers, pages=str(sheet.pages))
        self._add(line, sheet.data)

    def _add(self, line: Line, data: bytes) -> None:
        self._write(line.file, data)
        digest = hashlib.sha256(data).hexdigest()
        self._lines.append(
            Line(line.file, line.kind, line.room, line.copy, line.draw_number, line.rater, line.pages, digest)
        )

    def _write(self, file: str, data: bytes) -> None:
        path = self.folder / file
        refuse_outside(self.folder, path)
        write_whole(path, data)


def _printed_together(stacks: Sequence[Stack]) -> Iterator[list[Stack]]:
    """Neighbours of one document, unless each is a file of its own."""
    for _, same in groupby(stacks, key=lambda stack: (stack.key, "" if stack.single else stack.name)):
        yield list(same)


def _only(stack: Stack) -> str:
    """The rater of a stack that is one rater's."""
    raters = {copy.rater for copy in stack.copies}
    return raters.pop() if len(raters) == 1 else ""


def planned_files(stacks: Sequence[Stack], print_file: str) -> Iterator[str]:
    """Names of all files that a build of the stacks would write."""
    for _, room in groupby(stacks, key=lambda stack: stack.room):
        own = list(room)
        yield from (file for stack in own for form in stack.job.formats for file in stack.files(form))
        if own[0].room and "pdf" in own[0].job.formats:
            yield f"{own[0].top}/{print_file}"
    yield LIST
