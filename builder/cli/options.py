"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from builder.content.project import Workspace, find_root, open_workspace
from builder.words import say

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


def workspace_at(project: Path | None) -> Workspace:
    """The project named by `--project`, or the one around the current folder."""
    return open_workspace(find_root((project or Path.cwd()).resolve()))
