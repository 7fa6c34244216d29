"""`packs new`."""

from __future__ import annotations

import re
from pathlib import Path

import click

from builder.cli.options import project_option, workspace_at
from builder.words import Words, say, words


@click.group(
    "new",
    help=say("Adds a new bank or campaign to a project."),
    epilog=say("Example: packs new bank night-shift-lead"),
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
    from builder.scaffold.bank import write_bank

    _refuse_bad_id(bank_id, words("“{id}” cannot be a bank's id", id=bank_id))
    workspace = workspace_at(project)
    path = write_bank(workspace.content, bank_id, locale or workspace.project.locale, title)
    click.echo(workspace.shown(path).as_posix())
    click.echo(say("Next: edit it, then packs build {id}", id=bank_id), err=True)


@command.command(
    "campaign",
    help=say("Writes campaigns/ID.yaml and a sample roster beside it, which build as they are."),
    epilog=say("Example: packs new campaign spring-day-1 --pack qa-specialist"),
)
@click.argument("campaign_id", metavar="ID")
@click.option("--pack", help=say("Pack or bank of the day; the project's first unless given."))
@project_option
def campaign(campaign_id: str, pack: str | None, project: Path | None) -> None:
    """Writes campaign and roster and says where."""
    from builder.scaffold.campaign import fitting_day, write_campaign

    _refuse_bad_id(campaign_id, words("“{id}” cannot be a campaign's id", id=campaign_id))
    workspace = workspace_at(project)
    day = fitting_day(workspace, pack)
    for path in write_campaign(workspace.root, campaign_id, day):
        click.echo(workspace.shown(path).as_posix())
    click.echo(say("Next: edit both, then packs build --campaign {id}", id=campaign_id), err=True)


def _refuse_bad_id(given: str, sentence: Words) -> None:
    from builder.errors import RequestError
    from builder.model.names import is_portable

    if not re.fullmatch(r"[a-z0-9][a-z0-9-]*", given) or not is_portable(given):
        raise RequestError(sentence, words("use lower-case letters, digits and hyphens"))
