"""Which of a job's files are not what a build would make now, and why."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from builder.content.project import Workspace
from builder.plan.agenda import Planner
from builder.plan.ingredients import Subject
from builder.plan.record import read_record
from builder.plan.stamps import Stamps
from builder.plan.targets import Job
from builder.words import Words


class Staleness:
    """What was built into one folder, against the project as it is now: made anew for every round."""

    def __init__(self, workspace: Workspace, output: Path, *, strict: bool) -> None:
        self._planner = Planner(workspace, output, read_record(output), Stamps(output, {}))
        self._strict = strict

    def reasons(self, job: Job) -> Mapping[str, list[Words]]:
        """Format → why it is out of date, for those that are."""
        subject = Subject.of(job)
        due = [self._planner.due(subject, form, strict=self._strict) for form in job.formats]
        return {file.format: list(file.reasons) for file in due if file.reasons}
