"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from builder.content.root import find_root
from builder.words import say

if TYPE_CHECKING:
    from builder.content.project import Workspace

F = TypeVar("F", bound=Callable[..., Any])


def project_option(function: F) -> F:
    """`--project DIR`: where the project is; otherwise the folder one stands in, or one above it."""
    return click.option(
        "--project",
        type=click.Path(path_type=Path, file_okay=False),
        help=say("The project's folder; otherwise this one or the nearest above it that holds packs.yaml."),
    )(function)


def quiet_option(function: F) -> F:
    """`-q`: only failures are said."""
    return click.option("-q", "--quiet", is_flag=True, help=say("Says only what fails."))(function)


class JobsType(click.ParamType):  # type: ignore[type-arg]
    """A number of processes, or `auto`: None."""

    name = "jobs"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int | None:
        if value == "auto":
            return None
        try:
            number = int(value)
        except ValueError:
            number = 0
        if number < 1:
            self.fail(say("“{value}” is neither a number from 1 nor auto", value=value), param, ctx)
        return number


def crew_options(function: F) -> F:
    """`--jobs`, `--scheduler` and, hidden, how long a job may take: who makes the files."""
    for option in (
        click.option(
            "--patience",
            type=click.FloatRange(min=0, min_open=True),
            default=900.0,
            hidden=True,
            help=say("Seconds that one document may take in a process of its own."),
        ),
        click.option(
            "--scheduler",
            metavar="ADDRESS",
            help=say("Builds on the Dask cluster at this address, such as tcp://host:8786."),
        ),
        click.option(
            "--jobs",
            type=JobsType(),
            default="auto",
            metavar="N|auto",
            help=say("How many documents are made at the same time; otherwise as many as the machine can."),
        ),
    ):
        function = option(function)
    return function


def root_at(project: Path | None) -> Path:
    """The folder of the project named by `--project`, or of the one around the current folder."""
    return find_root((project or Path.cwd()).resolve())


def shown_from_here(path: Path) -> Path:
    """As seen from where the user stands."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def workspace_at(project: Path | None) -> Workspace:
    """The project named by `--project`, or the one around the current folder."""
    from builder.content.project import open_workspace

    return open_workspace(root_at(project))
