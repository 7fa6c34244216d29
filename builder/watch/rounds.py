"""One round: what changed is read, the edited document printed at once, then whatever else is stale."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from builder.errors import PacksError
from builder.plan.targets import Job
from builder.press.delivery import Delivery
from builder.press.writing import output_lock
from builder.render.pdf.stopping import GivenUpError, given_up_when
from builder.verify.fault import FaultyError
from builder.watch.order import Key, Order, key
from builder.watch.proofs import Proofs
from builder.watch.stale import Staleness
from builder.watch.standing import Standing, stops
from builder.watch.telling import Teller, because, listed
from builder.watch.touched import EVERYTHING, Touched
from builder.watch.voice import Voice
from builder.words import Words, words


@dataclass
class Rounds:
    """The rounds of one watch; `pending` tells whether something newer waits, for which a round is given up."""

    standing: Standing
    output: Callable[[], Path]
    voice: Voice
    pending: Callable[[], bool]
    _order: Order = field(default_factory=Order)
    _proofs: Proofs = field(default_factory=Proofs)
    _owed: dict[Key, None] = field(default_factory=dict)
    """Jobs that may be stale, in the order in which they are looked at."""
    _warmed: bool = False

    def __post_init__(self) -> None:
        self._teller = Teller(self.voice)

    def begin(self) -> None:
        """The first round: everything is read, and made where it is stale."""
        self._round(EVERYTHING, words("at the start"))

    def after(self, files: Collection[Path]) -> None:
        """A round for changed files. Says what is wrong and goes on; only mistakes of ours are raised."""
        self._round(self.standing.touched(files), listed({file.name for file in files}))

    def _round(self, what: Touched, cause: Words) -> None:
        self._teller.begin()
        begun = time.perf_counter()
        with self._teller.minding():
            findings = self.standing.read(what)
            if findings:
                self.voice.findings(findings)
            self._teller.troubled = stops(findings, strict=self.standing.strict)
        jobs = self._order.sorted(self.standing.jobs, what)
        asked = [job for job in jobs if not what.banks_only or self._concerns(job, what)]
        self._owed = dict.fromkeys(map(key, asked)) | dict.fromkeys(self._owed)
        if not jobs:
            return
        with output_lock(self.output(), self.voice.waiting):
            stale = self._staleness()
            proof, why = self._proof(jobs, what, stale)
            if proof:
                self._teller.tell(because(cause, why), [proof], begun)
                gc.collect()  # the pages that the new ones replaced; the author has theirs already
                cause, begun = words("then"), time.perf_counter()
            self._rest(jobs, stale, cause, begun, at_once=not proof)

    def _staleness(self) -> Staleness:
        return Staleness(self.standing.workspace, self.output(), strict=self.standing.strict)

    def _concerns(self, job: Job, what: Touched) -> bool:
        return job.pack.bank in what.banks or job.bank.translation_of in what.banks

    def settle(self) -> None:
        """In a quiet moment: proofs become files as a build makes them; the next edit's pages are got ready."""
        if self._owed:
            with output_lock(self.output(), self.voice.waiting):
                begun, jobs = time.perf_counter(), self.standing.jobs
                self._rest(jobs, self._staleness(), words("then"), begun, at_once=True)
        if not self._owed:
            self._warm()

    def close(self) -> None:
        """At the end: no file that was not verified stays in the output."""
        self._proofs.take_all_back()

    def _warm(self) -> None:
        """Lays out what will be edited next, as far as anybody can tell: the last edited bank's first document."""
        likely = self._order.likely([job for job in self.standing.jobs if "pdf" in job.formats])
        with self._teller.minding(), suppress(GivenUpError), given_up_when(self.pending):
            if likely:
                self._proofs.warm(likely, self.standing.workshop)
            self._warmed = True

    @property
    def unsettled(self) -> bool:
        """Whether a quiet moment would be put to use."""
        return bool(self._owed) or not self._warmed

    def _proof(self, jobs: list[Job], what: Touched, stale: Staleness) -> tuple[str, list[Words]]:
        """The file of the edited document, made before anything else, and why; no name where there is none."""
        edited = [job for job in jobs if what.banks_only and self._concerns(job, what)]
        with self._teller.minding():
            for job in edited:
                why = stale.reasons(job).get("pdf")
                if why:
                    return self._proofs.pull(job, self.standing.workshop, self.output()), why
        return "", []

    def _rest(self, jobs: list[Job], stale: Staleness, cause: Words, begun: float, *, at_once: bool) -> None:
        """Every stale file, proofs last; given up when something newer waits."""
        by_key, made = {key(job): job for job in jobs}, []
        order = [k for k in self._owed if k not in self._proofs.open]
        order += [k for k in self._owed if k in self._proofs.open] if at_once else []
        try:
            for owed in order:
                if self.pending():
                    return
                made += self._settled(by_key[owed], stale) if owed in by_key else []
                self._owed.pop(owed)
        except GivenUpError:
            return
        finally:
            if made or (at_once and not self.pending()):
                self._teller.tell(cause, made, begun)

    def _settled(self, job: Job, staleness: Staleness) -> list[str]:
        """The job's stale files, made, verified and in place; what cannot be made is said."""
        workshop, output = self.standing.workshop, self.output()
        try:
            stale = tuple(staleness.reasons(job))
            if not stale:
                self._proofs.settle(job)
                return []
            with given_up_when(self.pending):
                files = workshop.make(replace(job, formats=stale))
            printed = Delivery(output).put(files)
        except PacksError as error:
            if isinstance(error, FaultyError):
                self._proofs.take_back(job)
            self._teller.problem(error)
            return []
        self._proofs.settle(job)
        faults = [fault for file in printed for fault in file.warnings]
        if faults:
            self.voice.faults(faults)
        return [file.entry.file for file in printed]
