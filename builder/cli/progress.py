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
    from builder.plan.agenda import Due
    from builder.plan.leftovers import Leftovers
    from builder.plan.targets import Job
    from builder.press.delivery import Printed

REASONS = 4
"""Reasons that are told of one file, unless more are asked for."""


class Progress:
    """Says what happens, unless asked to be quiet."""

    def __init__(self, *, quiet: bool, verbose: bool = False) -> None:
        self.quiet = quiet
        self.verbose = verbose

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

    def planned(self, stale: Sequence[Due]) -> None:
        """What a build would make and why, on stdout."""
        for due in stale:
            click.echo(f"{due.file}  {self._because(due.reasons)}")

    def reasons(self, stale: Sequence[Due]) -> None:
        """Why files are made, for whoever wants to know."""
        for due in stale if self.verbose else ():
            self.say(f"{due.file}  {self._because(due.reasons)}")

    def _because(self, reasons: Sequence[Words]) -> str:
        """The first few reasons and how many more there are; all with `-v`."""
        shown = reasons if self.verbose else reasons[:REASONS]
        more = len(reasons) - len(shown)
        said = [str(reason) for reason in shown] + ([say("{count} more", count=more)] if more else [])
        return say("; ").join(said)

    @contextlib.contextmanager
    def over(self, jobs: Sequence[Job]) -> Iterator[Callable[[Job], None]]:
        """Gives the function to call as each job begins."""
        if self.quiet:
            yield lambda job: None
        elif sys.stderr.isatty() and not os.environ.get("NO_COLOR"):
            with _bar(len(jobs)) as step:
                yield lambda job: step(f"{job.pack.id}  {job.kind.id}")
        else:
            yield _in_turn(
                jobs, lambda job: self.say(f"  {job.pack.id}  {job.kind.id}  {' '.join(job.formats)}")
            )

    def up_to_date(self, output: Path, count: int) -> None:
        """Nothing had to be made."""
        folder = os.path.relpath(output)
        self.say(
            say("nothing to do: all {count} files in {folder} are up to date", count=count, folder=folder)
        )

    def cleared(self, left: Leftovers, *, dry_run: bool = False) -> None:
        """Files that were removed, and those that were not because somebody changed them."""
        for file in left.unchanged if not dry_run else ():
            self.say(say("removed: {file}", file=file))
        for file in left.changed:
            self.say(say("kept, because it was changed after it was built: {file}", file=file))

    def done(self, printed: Sequence[Printed], output: Path, fresh: int = 0) -> None:
        """What is not quite right with the files, how many there are now, and where."""
        faults = [fault for p in printed for fault in p.warnings]
        if faults and not self.quiet:
            show_faults(faults, err=True)
        folder = os.path.relpath(output)
        if fresh:
            made = len(printed)
            self.say(
                say(
                    "{count} files made, {fresh} were up to date, in {folder}",
                    count=made,
                    fresh=fresh,
                    folder=folder,
                )
            )
        else:
            self.say(say("{count} files in {folder}", count=len(printed), folder=folder))

    def as_json(self, printed: Sequence[Printed]) -> str:
        """The files that were made, for programs."""
        files = [asdict(p.entry) for p in printed]
        return json.dumps({"version": FORMAT_VERSION, "files": files}, ensure_ascii=False, indent=2)


def _in_turn(jobs: Sequence[Job], tell: Callable[[Job], None]) -> Callable[[Job], None]:
    """Tells of jobs in the plan's order, in whichever order they are begun: what is said is the same every time."""
    begun: set[int] = set()
    told = iter(jobs)
    waiting = [next(told, None)]

    def hear(job: Job) -> None:
        begun.add(id(job))
        while waiting[0] is not None and id(waiting[0]) in begun:
            tell(waiting[0])
            waiting[0] = next(told, None)

    return hear


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
