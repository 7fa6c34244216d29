"""What a build says while it runs: on stderr, a bar at a terminal, plain lines elsewhere."""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from builder.cli.faults import show_faults
from builder.cli.showing import FORMAT_VERSION, show_findings
from builder.errors import Finding
from builder.words import Words, say

if TYPE_CHECKING:
    from builder.plan.targets import Job
    from builder.press.delivery import Printed


class Progress:
    """Says what happens, unless asked to be quiet."""

    def __init__(self, *, quiet: bool) -> None:
        self.quiet = quiet

    def say(self, sentence: object) -> None:
        """One line on stderr."""
        if not self.quiet:
            click.echo(str(sentence), err=True)

    def waiting(self) -> None:
        """Another build holds the output folder."""
        self.say(say("another build is writing to this folder; waiting for it to end"))

    def findings(self, findings: Sequence[Finding]) -> None:
        """Warnings that do not stop the build."""
        if not self.quiet:
            show_findings(findings, err=True)

    def explained(self, explanations: Mapping[str, Words]) -> None:
        """Which questions packs with a selection hold."""
        for pack, sentence in explanations.items():
            self.say(f"{pack}: {sentence}")

    def planned(self, jobs: Sequence[Job]) -> None:
        """What a build would make, on stdout."""
        for job in jobs:
            for form in job.formats:
                click.echo(f"{job.pack.id}/{job.kind.id}.{form}")

    @contextlib.contextmanager
    def over(self, jobs: Sequence[Job]) -> Iterator[Callable[[Job], None]]:
        """Gives the function to call as each job begins."""
        if self.quiet:
            yield lambda job: None
        elif sys.stderr.isatty() and not os.environ.get("NO_COLOR"):
            with _bar(len(jobs)) as step:
                yield lambda job: step(f"{job.pack.id}  {job.kind.id}")
        else:
            yield lambda job: self.say(f"  {job.pack.id}  {job.kind.id}  {' '.join(job.formats)}")

    def done(self, printed: Sequence[Printed], output: Path) -> None:
        """What is not quite right with the files, how many there are now, and where."""
        faults = [fault for p in printed for fault in p.warnings]
        if faults and not self.quiet:
            show_faults(faults, err=True)
        folder = os.path.relpath(output)
        self.say(say("{count} files in {folder}", count=len(printed), folder=folder))

    def as_json(self, printed: Sequence[Printed]) -> str:
        """The files that were made, for programs."""
        files = [asdict(p.entry) for p in printed]
        return json.dumps({"version": FORMAT_VERSION, "files": files}, ensure_ascii=False, indent=2)


@contextlib.contextmanager
def _bar(total: int) -> Iterator[Callable[[str], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)
        begun = False

        def step(description: str) -> None:
            nonlocal begun
            bar.update(task, advance=1 if begun else 0, description=description)
            begun = True

        yield step
