"""Proofs: the PDF an author is looking at, put in place before it was verified, and taken back if it fails."""

from __future__ import annotations

from pathlib import Path

from builder.plan.targets import Job
from builder.press.previewing import Previewer
from builder.press.workshop import Workshop
from builder.press.writing import refuse_outside, write_whole
from builder.render.pdf.collector import calm_collector
from builder.watch.order import Key, key


class Proofs:
    """The proofs of one output folder; a proof holds until the job's files are made and verified."""

    def __init__(self) -> None:
        self._previewer = Previewer()
        self._before: dict[Key, tuple[Path, bytes | None]] = {}

    @property
    def open(self) -> frozenset[Key]:
        """Jobs whose file is a proof."""
        return frozenset(self._before)

    def pull(self, job: Job, workshop: Workshop, output: Path) -> str:
        """Writes a proof of the job's PDF; returns its name below the output folder. Raises what making raises."""
        with calm_collector():  # composing and writing too, among thousands of kept pages
            data = self._previewer.pdf(job, workshop.preparation)
        file = workshop.preparation.file(job, "pdf")
        path = output / file
        refuse_outside(output, path)
        if key(job) not in self._before:
            self._before[key(job)] = path, path.read_bytes() if path.is_file() else None
        write_whole(path, data)
        return file.as_posix()

    def warm(self, job: Job, workshop: Workshop) -> None:
        """Lays the job's pages out, so that its next proof has little left to do."""
        self._previewer.pdf(job, workshop.preparation)

    def settle(self, job: Job) -> None:
        """The job's files were made: there is no proof of it any more."""
        self._before.pop(key(job), None)

    def take_back(self, job: Job) -> None:
        """Puts back what was there before the proof: the job's files must not be handed out."""
        if key(job) in self._before:
            self._restore(*self._before.pop(key(job)))

    def take_all_back(self) -> None:
        """Puts back whatever was there before proofs that are still open."""
        while self._before:
            self._restore(*self._before.popitem()[1])

    def _restore(self, path: Path, before: bytes | None) -> None:
        if before is None:
            path.unlink(missing_ok=True)
        else:
            write_whole(path, before)
