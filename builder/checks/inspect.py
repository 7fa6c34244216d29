"""All findings of all files at once: reading, rules, images, glyphs, and what packs.yaml refers to."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from builder.checks.glyphs import Missing, glyph_findings
from builder.checks.ignoring import Ignored, project_ignore_findings, project_ignores
from builder.checks.packs import override_findings
from builder.checks.registry import ALL_RULES, project_rule_findings, tried_rules
from builder.checks.translations import original_findings, with_originals
from builder.checks.trying import Banks, Trial, all_tried
from builder.content.bank import LoadedBank
from builder.content.project import Workspace, bank_files, project_source
from builder.content.selection import selected
from builder.errors import ContentError, Finding, RequestError, Severity
from builder.model.project import Select
from builder.near import nearest
from builder.words import words


@dataclass
class Inspection:
    """What a project holds and what is wrong with it."""

    banks: Banks = field(default_factory=Banks)
    """Banks that could be read, by id, in the order of their files."""
    findings: list[Finding] = field(default_factory=list)

    @property
    def errors(self) -> list[Finding]:
        return [f for f in self.findings if f.severity is Severity.ERROR]

    def require(self, *, strict: bool = False) -> Mapping[str, LoadedBank]:
        """The banks, if nothing keeps them from being printed; else ContentError with every finding."""
        stopping = self.findings if strict else self.errors
        if stopping:
            raise ContentError(self.findings)
        return self.banks


def inspect_files(
    workspace: Workspace,
    files: list[Path],
    missing: Missing,
    ignoring: Collection[str] = (),
    as_of: datetime.date | None = None,
) -> Inspection:
    """Reads and checks the bank files; `missing` tells which characters cannot be printed.

    Codes in `ignoring` are not reported, nor what packs.yaml or the banks themselves say is to be ignored. What is
    overdue is told only `as_of` a day.
    """
    inspection = Inspection()
    ignored: dict[str, Ignored] = {}
    banks = inspection.banks
    translated: set[str] = set()
    trials = [_trial(workspace, file, ignoring, as_of) for file in files]
    for trial, tried in zip(trials, all_tried(trials), strict=True):
        inspection.findings += tried.findings
        if tried.bank_id is not None and tried.ignored is not None:
            banks.add(tried.bank_id, trial, tried.loaded)
            ignored[tried.bank_id] = tried.ignored
            if missing(tried.locale, tried.characters):
                inspection.findings += glyph_findings(banks[tried.bank_id], missing)
            if tried.translation_of:
                translated |= {tried.bank_id, tried.translation_of}
    pairs = {bank_id: banks[bank_id] for bank_id in banks if bank_id in translated}
    inspection.findings += project_rule_findings(with_originals(pairs, workspace.content), ignored)
    inspection.findings += original_findings(pairs, workspace.content)
    for bank_id in (bank_id for bank_id, entries in ignored.items() if entries):
        source = banks[bank_id].source
        inspection.findings += ignored[bank_id].findings(source, ALL_RULES, tried_rules(as_of))
    inspection.findings.sort(key=lambda f: (str(f.place.file), f.place.line, f.place.column, f.code))
    return inspection


def _trial(workspace: Workspace, file: Path, ignoring: Collection[str], as_of: datetime.date | None) -> Trial:
    shown = workspace.shown(file)
    everywhere = frozenset({*ignoring, *project_ignores(workspace, file.stem)})
    return Trial(file, shown, workspace.root, everywhere, as_of)


def inspect_project(
    workspace: Workspace,
    missing: Missing,
    documents: Collection[str],
    only: Collection[str] | None = None,
    ignoring: Collection[str] = (),
    as_of: datetime.date | None = None,
) -> Inspection:
    """Reads and checks every bank of the project, or `only` some by id, and what packs.yaml says of them.

    `documents` are the ids of the documents there are.
    """
    files = [file for file in bank_files(workspace) if only is None or file.stem in only]
    inspection = inspect_files(workspace, files, missing, ignoring, as_of)
    inspection.findings += project_ignore_findings(workspace, ALL_RULES)
    inspection.findings += pack_findings(workspace, inspection, documents)
    inspection.findings += override_findings(workspace.project, project_source(workspace), inspection.banks)
    return inspection


def pack_findings(
    workspace: Workspace, inspection: Inspection, documents: Collection[str]
) -> Iterator[Finding]:
    """Packs that name no bank of the project, or questions that the bank does not have; names used twice."""
    source = project_source(workspace)
    known = [file.stem for file in bank_files(workspace)]
    seen: set[str] = set()
    for i, pack in enumerate(workspace.project.packs):
        for j, document in enumerate(pack.documents):
            if document not in documents:
                place = source.place(("packs", i, "documents", j))
                yield Finding(
                    "PACK-DOCUMENT",
                    words("there is no document “{id}”", id=document),
                    place,
                    nearest(document, documents),
                )
        if pack.bank not in known:
            sentence = words("there is no bank “{id}”", id=pack.bank)
            yield Finding(
                "PACK-BANK", sentence, source.place(("packs", i, "bank")), nearest(pack.bank, known)
            )
        elif pack.bank in inspection.banks and (pack.form or pack.select != Select()):
            try:
                selected(inspection.banks[pack.bank].bank, pack.select, pack.form)
            except RequestError as error:
                place = source.place(("packs", i, "select"))
                yield Finding(
                    "PACK-SELECT",
                    words("{said}", said=error.sentence),
                    place,
                    words("{said}", said=error.hint),
                )
        if pack.id in seen:
            sentence = words("two packs are called “{id}”", id=pack.id)
            yield Finding(
                "PACK-NAME", sentence, source.place(("packs", i)), words("give one of them another “name:”")
            )
        seen.add(pack.id)
