"""All findings of all files at once: reading, rules, images, glyphs, and what packs.yaml refers to."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from builder.checks.glyphs import Missing, glyph_findings
from builder.checks.ignoring import Ignored, project_ignore_findings, project_ignores
from builder.checks.pictures import image_findings
from builder.checks.registry import ALL_RULES, project_rule_findings, rule_findings
from builder.content.bank import LoadedBank, load_bank
from builder.content.project import Workspace, bank_files, project_source
from builder.content.selection import selected
from builder.errors import ContentError, Finding, RequestError, Severity
from builder.near import nearest
from builder.words import words


@dataclass
class Inspection:
    """What a project holds and what is wrong with it."""

    banks: dict[str, LoadedBank] = field(default_factory=dict)
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
    workspace: Workspace, files: list[Path], missing: Missing, ignoring: Collection[str] = ()
) -> Inspection:
    """Reads and checks the bank files; `missing` tells which characters cannot be printed.

    Codes in `ignoring` are not reported, nor what packs.yaml or the banks themselves say is to be ignored.
    """
    inspection = Inspection()
    ignored: dict[str, Ignored] = {}
    for file in files:
        loaded, findings = load_bank(file, workspace.shown(file))
        inspection.findings += findings
        if loaded is not None:
            bank_id = loaded.bank.id
            inspection.banks[bank_id] = loaded
            ignored[bank_id] = Ignored(loaded, {*ignoring, *project_ignores(workspace, bank_id)})
            inspection.findings += rule_findings(loaded, ignored[bank_id])
            inspection.findings += image_findings(loaded, file.parent, workspace.root)
            inspection.findings += glyph_findings(loaded, missing)
    inspection.findings += project_rule_findings(inspection.banks, ignored)
    for entries in ignored.values():
        inspection.findings += entries.findings(ALL_RULES)
    inspection.findings.sort(key=lambda f: (str(f.place.file), f.place.line, f.place.column, f.code))
    return inspection


def inspect_project(
    workspace: Workspace,
    missing: Missing,
    documents: Collection[str],
    only: Collection[str] | None = None,
    ignoring: Collection[str] = (),
) -> Inspection:
    """Reads and checks every bank of the project, or `only` some by id, and what packs.yaml says of them.

    `documents` are the ids of the documents there are.
    """
    files = [file for file in bank_files(workspace) if only is None or file.stem in only]
    inspection = inspect_files(workspace, files, missing, ignoring)
    inspection.findings += project_ignore_findings(workspace, ALL_RULES)
    inspection.findings += pack_findings(workspace, inspection, documents)
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
        elif pack.bank in inspection.banks:
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
