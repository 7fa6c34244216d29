"""Built files against the project as it is now: were they changed by hand, are they still right?"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from builder.compose.documents import Audience
from builder.content.bank import LoadedBank
from builder.content.project import Workspace
from builder.errors import RequestError, Severity
from builder.fonts import FontShelf
from builder.plan.manifest import Entry, read_manifest
from builder.plan.targets import Job, chosen_packs, plan_jobs
from builder.plan.wish import FORMATS, Wish
from builder.press.campaign.reviewing import CampaignReview
from builder.press.preparing import Preparation
from builder.press.since_built import edited, gone, stale
from builder.verify.fault import Fault
from builder.verify.leaks.candidate import said_in
from builder.verify.leaks.secrets import Secrets
from builder.verify.verify import verify_alone, verify_document
from builder.words import words


class Review:
    """Reviews the files of one output folder."""

    def __init__(
        self, workspace: Workspace, shelf: FontShelf, output: Path, banks: Mapping[str, LoadedBank]
    ) -> None:
        self.output = output
        self._banks = banks
        self._preparation = Preparation(workspace, shelf)
        packs = [p for p in chosen_packs(workspace.project, banks, Wish()) if p.bank in banks]
        jobs = plan_jobs(packs, banks, Wish(formats=FORMATS)) if packs else []
        self._jobs = {(job.pack.id, job.kind.id): job for job in jobs}
        self._entries = read_manifest(output)
        self._campaigns = CampaignReview(self._preparation, output)

    def files(self, named: Sequence[Path]) -> list[Path]:
        """The files to review, relative to the output folder where they are in it: those named, or all built.

        Raises RequestError where there is none, or one that is named does not exist.
        """
        if not named and not self._entries and not self._campaigns.files:
            raise RequestError(words("nothing has been built yet"), words("build it first: packs build"))
        missing = next((file for file in named if not file.is_file()), None)
        if missing is not None:
            raise RequestError(words("there is no file “{path}”", path=missing), words("check the name"))
        return [self._shown(file) for file in named] or [*map(Path, self._entries), *self._campaigns.files]

    def faults(self, files: Sequence[Path], *, each: bool = False) -> Iterator[Fault]:
        """What is wrong with them, document by document.

        Copies of a campaign are looked through one of a kind, unless `each` is to be.
        """
        built: dict[tuple[str, str], list[Entry]] = {}
        for file in files:
            entry = self._entries.get(file.as_posix())
            if self._campaigns.knows(file):
                continue
            if entry is None:
                yield from self._foreign(file)
            elif not (self.output / file).is_file():
                yield gone(file)
            else:
                built.setdefault((entry.pack, entry.document), []).append(entry)
        for key, entries in built.items():
            job = self._jobs.get(key)
            yield from self._unplanned(entries) if job is None else self._document(job, entries)
        yield from self._campaigns.faults([file for file in files if self._campaigns.knows(file)], each=each)

    def _document(self, job: Job, entries: Sequence[Entry]) -> Iterator[Fault]:
        work = self._preparation.prepared(job)
        expected = self._preparation.expected(work)
        fresh: dict[str, bytes] = {}
        for entry in entries:
            file, data = Path(entry.file), (self.output / entry.file).read_bytes()
            if hashlib.sha256(data).hexdigest() != entry.sha256:
                yield edited(file)
            if self._preparation.inputs(entry.format, work) == entry.inputs:
                fresh[entry.file] = data
            else:
                yield stale(file)
                yield from verify_alone(file, data, [expected.secrets] if expected.secrets else [])
        yield from verify_document(expected, fresh, thorough=True)

    def _unplanned(self, entries: Sequence[Entry]) -> Iterator[Fault]:
        """Files of a pack or document that the project does not have any more."""
        for entry in entries:
            yield stale(Path(entry.file))

    def _foreign(self, file: Path) -> Iterator[Fault]:
        """A file that no build recorded: nobody knows who reads it, so it is searched as a candidate's."""
        sentence = words(
            "no build of this project made this file; it is looked through as one for candidates"
        )
        yield Fault("VERIFY-FOREIGN", sentence, file, severity=Severity.WARNING)
        yield from verify_alone(file, (self.output / file).read_bytes(), self._all_secrets())

    def _all_secrets(self) -> Iterator[Secrets]:
        """For each bank, all that none of its candidates' documents says."""
        for loaded in self._banks.values():
            jobs = [j for j in self._jobs.values() if j.whole is loaded.bank]
            papers = [j for j in jobs if j.kind.audience is Audience.CANDIDATE]
            said = [text for j in papers for text in said_in(self._preparation.prepared(j).document)]
            yield Secrets(self._preparation.expectations.bank(loaded.bank), said)

    def _shown(self, file: Path) -> Path:
        whole, output = file.resolve(), self.output.resolve()
        return whole.relative_to(output) if whole.is_relative_to(output) else whole
