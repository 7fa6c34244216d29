"""What a build has to do: which files are out of date and why, with no more banks read than that needs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from builder.checks.inspect import Inspection
from builder.checks.trying import Banks, Trial
from builder.content.bank import LoadedBank
from builder.content.project import Workspace, bank_files
from builder.model.project import PackSpec
from builder.plan.checked import Checklist
from builder.plan.ingredients import Pantry, Subject
from builder.plan.manifest import read_manifest
from builder.plan.outlines import outline, outline_source
from builder.plan.record import Item, Outline, Record, Target
from builder.plan.stale import EDITED, FORCED, MISSING, NEW, WARNED, differences, renamed
from builder.plan.stamps import Stamps
from builder.plan.targets import Job, as_packed, chosen_packs, nothing_fits, wanted_documents
from builder.plan.wish import Wish
from builder.words import Words

Inspect = Callable[[set[str]], Inspection]
"""Reads and checks some banks by id, and packs.yaml."""


@dataclass(frozen=True)
class Due:
    """One file that was wished for, and why it is out of date: for no reason, if it is not."""

    pack: str
    document: str
    format: str
    file: str
    reasons: Sequence[Words]


@dataclass
class Agenda:
    """What is to be done for one wish."""

    files: list[Due] = field(default_factory=list)
    jobs: list[Job] = field(default_factory=list)
    packs: list[PackSpec] = field(default_factory=list)
    """Those that something must be made of."""
    banks: Mapping[str, LoadedBank] = field(default_factory=dict)
    inspection: Inspection = field(default_factory=Inspection)
    found_out: list[Item] = field(default_factory=list)
    """For the record."""

    @property
    def stale(self) -> list[Due]:
        return [file for file in self.files if file.reasons]


class Planner:
    """Makes the agenda of one project and output folder."""

    def __init__(self, workspace: Workspace, output: Path, record: Record, stamps: Stamps) -> None:
        self._workspace = workspace
        self._record = record
        self._stamps = stamps
        self._entries = read_manifest(output)
        self._pantry = Pantry(workspace)
        self._files = {file.stem: file for file in bank_files(workspace)}

    def agenda(self, wish: Wish, inspect: Inspect, *, strict: bool, force: bool) -> Agenda:
        """What is to be done. Raises RequestError for what does not exist, ContentError for what stops a build."""
        chosen = chosen_packs(self._workspace.project, self._files, wish)
        checklist = Checklist(self._workspace, self._record)
        known = {} if force else self._known(chosen)
        wanted = {pack.bank for pack in chosen}
        due = wanted if force else checklist.due(wanted, strict=strict)
        due |= {pack.bank for pack in chosen if pack.id not in known}
        inspection = inspect(due)
        inspection.require(strict=strict)
        agenda = Agenda(inspection=inspection, banks=self._banks(inspection, wanted))
        warned = {finding.place.file for finding in inspection.findings}
        for bank in sorted(due):
            loaded = agenda.banks[bank]
            agenda.found_out.append(checklist.passed(loaded, warned=loaded.source.file in warned))
        for pack in chosen:
            held = known.get(pack.id) or outline(pack, self._source(pack), agenda.banks[pack.bank])
            agenda.found_out.append(held)
            self._take_up(agenda, pack, held, wish, strict=strict, force=force)
        if not agenda.files:
            raise nothing_fits()
        return agenda

    def _known(self, packs: Sequence[PackSpec]) -> dict[str, Outline]:
        held = ((pack, self._record.outline(pack.id)) for pack in packs)
        return {pack.id: known for pack, known in held if known and known.source == self._source(pack)}

    def _source(self, pack: PackSpec) -> str:
        return outline_source(pack, self._workspace.content / f"{pack.bank}.yaml")

    def _banks(self, inspection: Inspection, wanted: set[str]) -> Mapping[str, LoadedBank]:
        """The banks that were inspected, and those that need not be, read when somebody asks for them."""
        banks: Banks = inspection.banks
        for bank in sorted(wanted - set(banks)):
            file = self._files[bank]
            banks.add(bank, Trial(file, self._workspace.shown(file), self._workspace.root, (), None), None)
        return banks

    def _take_up(
        self, agenda: Agenda, pack: PackSpec, held: Outline, wish: Wish, *, strict: bool, force: bool
    ) -> None:
        """Adds the files of one pack, and the jobs that make those that are out of date."""
        for kind, formats in wanted_documents(pack, wish, lambda kind: kind.id in held.documents):
            subject = Subject(pack, kind.id, held.locale, held.marking, dict(held.documents[kind.id]))
            files = [self.due(subject, form, strict=strict, force=force) for form in formats]
            agenda.files += files
            stale = tuple(file.format for file in files if file.reasons)
            if stale:
                bank = agenda.banks[pack.bank].bank
                agenda.jobs.append(Job(pack, as_packed(bank, pack), bank, kind, stale))
                agenda.packs += [pack] if pack not in agenda.packs else []

    def due(self, subject: Subject, form: str, *, strict: bool, force: bool = False) -> Due:
        """One file of a document, and why it is out of date."""
        file = self._pantry.file(subject, form)
        target = self._record.target(subject.pack.id, subject.document, form)
        reasons = [FORCED] if force else list(self._reasons(subject, form, file, target, strict=strict))
        return Due(subject.pack.id, subject.document, form, file, reasons)

    def _reasons(
        self, subject: Subject, form: str, file: str, target: Target | None, *, strict: bool
    ) -> Iterator[Words]:
        if target is None or target.file not in self._entries:
            yield NEW
            return
        if target.file != file:
            yield renamed(target.file)
        else:
            there = self._stamps.sha256(file)
            if there != target.sha256:
                yield EDITED if there else MISSING
        if strict and target.warned:
            yield WARNED
        now = self._pantry.fixed(subject, form) | self._pantry.again(subject, target.ingredients)
        yield from differences(target.ingredients, now)
