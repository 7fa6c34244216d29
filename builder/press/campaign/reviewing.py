"""Built files of campaigns against the project as it is now."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from builder.errors import PacksError, Severity
from builder.plan.campaign import Copy, Stack
from builder.press.campaign.clearing import FOLDER, built_campaigns
from builder.press.campaign.day import Asked, Day, read_day
from builder.press.campaign.press import inputs_of
from builder.press.campaign.proving import Proof
from builder.press.campaign.records import LIST, Record
from builder.press.preparing import Preparation
from builder.press.since_built import edited, gone, stale
from builder.render.bulk.slots import with_texts
from builder.verify.expected import Expected
from builder.verify.fault import Fault
from builder.verify.leaks.check import leaks
from builder.verify.opened import reopened
from builder.verify.registry import faults_of
from builder.verify.verify import told, verify_document
from builder.words import words


class CampaignReview:
    """Reviews the campaigns of one output folder."""

    def __init__(self, preparation: Preparation, output: Path) -> None:
        self._preparation, self._output = preparation, output
        self._records = {folder.name: record for folder, record in built_campaigns(output)}

    @property
    def files(self) -> list[Path]:
        """Everything that was built, relative to the output folder."""
        return [
            Path(FOLDER, name, file)
            for name, record in self._records.items()
            for file in sorted(record.files)
        ]

    def knows(self, file: Path) -> bool:
        """Whether a build of a campaign made it; the path is relative to the output folder."""
        name, inside = _parted(file)
        return name in self._records and inside in self._records[name].files

    def faults(self, files: Sequence[Path], *, each: bool) -> Iterator[Fault]:
        """What is wrong with some files.

        One copy of each document is looked through, and whatever was changed since it was built; of the others it is
        enough that they are as they were built, unless `each` is to be looked through.
        """
        for name, record in self._records.items():
            own = [file for file in files if _parted(file)[0] == name]
            if own:
                yield from _DayReview(self._preparation, self._output, name, record).faults(own, each=each)


@dataclass
class _DayReview:
    """Reviews the files of one campaign."""

    preparation: Preparation
    output: Path
    name: str
    record: Record

    def faults(self, files: Sequence[Path], *, each: bool) -> Iterator[Fault]:
        yield from self._staleness()
        seen: set[tuple[str, bool, str]] = set()
        for file in files:
            path = self.output / file
            if not path.is_file():
                yield gone(file)
                continue
            data = path.read_bytes()
            changed = hashlib.sha256(data).hexdigest() != self.record.files[_parted(file)[1]]
            if changed:
                yield edited(file)
            stack, copies = self._planned.get(_parted(file)[1], (None, ()))
            kind = (stack.document if stack else file.name, bool(stack and stack.single), file.suffix)
            if each or changed or kind not in seen:
                yield from self._looked_through(file, data, stack, copies, thorough=each or kind not in seen)
            seen.add(kind)

    @cached_property
    def _day(self) -> Day | None:
        """The campaign as it is now; nothing where it cannot be read."""
        try:
            return read_day(self.preparation, Asked(self.name, self.record.formats, self.record.single))
        except PacksError:
            return None

    @cached_property
    def _planned(self) -> Mapping[str, tuple[Stack, Sequence[Copy]]]:
        """What each file is made of."""
        return {
            file: (stack, copies)
            for stack in (self._day.stacks if self._day else ())
            for form in stack.job.formats
            for file, copies in stack.sheets(form)
        }

    @cached_property
    def _proof(self) -> Proof:
        assert self._day is not None
        return Proof(self._day, self.preparation)

    def _staleness(self) -> Iterator[Fault]:
        """One fault for all files of the day."""
        folder = Path(FOLDER, self.name)
        if self._day is None:
            sentence = words(
                "the campaign is not there any more, or cannot be read: its files were not looked through"
            )
            hint = words("see what is wrong with: packs check; or remove the files: packs clean")
            yield Fault("VERIFY-STALE", sentence, folder, hint=hint, severity=Severity.WARNING)
        elif inputs_of(self._day, self.preparation) != self.record.inputs:
            yield stale(folder)

    def _looked_through(
        self, file: Path, data: bytes, stack: Stack | None, copies: Sequence[Copy], *, thorough: bool
    ) -> Iterator[Fault]:
        if self._day is None:
            return
        if stack is None:
            yield from told(file, self._of_a_list(file, data))
        elif stack.single:
            yield from verify_document(
                self._expected(stack, copies[0]), {file.as_posix(): data}, thorough=thorough
            )
            yield from told(file, self._proven(file, data, stack, copies))
        else:
            yield from told(file, self._of_many(file, data, stack))
            yield from told(file, self._proven(file, data, stack, copies))

    def _of_a_list(self, file: Path, data: bytes) -> Iterator[Fault]:
        """The list of files, or the file for the printer: whether a name is in it that must not be."""
        if file.name == LIST:
            yield from self._proof.unnamed_list(file, data.decode("utf-8-sig", "replace"))
        else:
            yield from self._proof.unnamed_pile(reopened(file, data))

    def _of_many(self, file: Path, data: bytes, stack: Stack) -> Iterator[Fault]:
        """Many copies in one file: what it leaks, and whether it is sound."""
        expected, opened = self._expected(stack, stack.copies[0]), reopened(file, data)
        if expected.secrets is not None:
            yield from leaks(opened, expected.secrets)
        faults = faults_of(opened, expected, thorough=True)
        yield from (
            fault for fault in faults if fault.code != "PAGE-EMPTY"
        )  # backs that are left blank are meant

    def _proven(self, file: Path, data: bytes, stack: Stack, copies: Sequence[Copy]) -> Iterator[Fault]:
        opened = reopened(file, data)
        yield from self._proof.unnamed(stack, opened, copies)
        yield from self._proof.lacking(stack, opened, copies)

    def _expected(self, stack: Stack, copy: Copy) -> Expected:
        """What a copy should hold: the document with its values in the slots."""
        expected = self.preparation.expected(self.preparation.prepared(stack.job))
        document = expected.document
        html = with_texts(document.html, lambda slot: _escaped(copy.values[slot]))
        return replace(expected, document=replace(document, html=html))


def _parted(file: Path) -> tuple[str, str]:
    """The campaign's folder and the path in it of a file of the output folder; nothing for any other file."""
    parts = file.parts
    return (parts[1], "/".join(parts[2:])) if len(parts) > 2 and parts[0] == FOLDER else ("", "")


def _escaped(value: str) -> str:
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
