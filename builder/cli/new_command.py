"""`packs new`."""

from __future__ import annotations

import re
from pathlib import Path

import click

from builder.cli.options import project_option, workspace_at
from builder.words import say, words


@click.group(
    "new", help=say("Adds a new bank to a project."), epilog=say("Example: packs new bank night-shift-lead")
)
def command() -> None:
    """The group itself does nothing."""


@command.command(
    "bank",
    help=say("Writes content/ID.yaml: a small complete bank to be rewritten, which builds as it is."),
    epilog=say('Example: packs new bank night-shift-lead --title "Night shift lead"'),
)
@click.argument("bank_id", metavar="ID")
@click.option("--title", help=say("Title of the position."))
@click.option(
    "--locale", type=click.Choice(("zh-CN", "en")), help=say("Language of the bank; otherwise the project's.")
)
@project_option
def bank(bank_id: str, title: str | None, locale: str | None, project: Path | None) -> None:
    """Writes the bank file and says where."""
    from builder.errors import RequestError
    from builder.scaffold.bank import write_bank

    if not re.fullmatch(r"[a-z0-9][a-z0-9-]*", bank_id):
        raise RequestError(
            words("“{id}” cannot be a bank's id", id=bank_id),
            words("use lower-case letters, digits and hyphens"),
        )
    workspace = workspace_at(project)
    path = write_bank(workspace.content, bank_id, locale or workspace.project.locale, title)
    click.echo(workspace.shown(path).as_posix())
    click.echo(say("Next: edit it, then packs build {id}", id=bank_id), err=True)
