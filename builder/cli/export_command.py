"""`packs export`."""

from __future__ import annotations

from pathlib import Path

import click

from builder.cli.options import project_option, quiet_option, workspace_at
from builder.words import say, words


@click.command(
    "export",
    help=say(
        "Writes a bank as a document to read (md) or a spreadsheet that colleagues without YAML edit (xlsx, csv). BANK is an id or a path. The file holds answers and scoring: keep it from candidates."
    ),
    epilog=say(
        "Example: packs export qa-specialist --to xlsx, then, when it comes back: packs import qa-specialist.xlsx --merge qa-specialist"
    ),
)
@click.argument("bank", metavar="BANK")
@click.option(
    "--to",
    "form",
    type=click.Choice(("md", "csv", "xlsx")),
    help=say("The form; otherwise what the name after -o ends with."),
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help=say("The file; otherwise BANK's id with the form's ending, in the current folder."),
)
@click.option("--force", is_flag=True, help=say("Overwrites the file where it exists."))
@project_option
@quiet_option
def command(
    bank: str, form: str | None, output: Path | None, force: bool, project: Path | None, quiet: bool
) -> None:
    """Writes the file and says where on stdout."""
    from builder.errors import RequestError
    from builder.exchange.banks import opened_bank
    from builder.exchange.exporting.export import FORMS, exported, refuse_existing
    from builder.press.writing import write_whole

    form = form or (output.suffix[1:].lower() if output else None)
    if form not in FORMS:
        raise RequestError(words("say in which form"), words("--to md, --to csv or --to xlsx"))
    workspace = workspace_at(project)
    _, loaded = opened_bank(workspace, bank)
    path = output or Path(f"{loaded.bank.id}.{form}")
    refuse_existing(path, force=force)
    write_whole(path, exported(loaded, form, workspace))
    click.echo(path.as_posix())
    if not quiet and form != "md":
        hint = words(
            "When it comes back: packs import {path} --merge {id}", path=path.as_posix(), id=loaded.bank.id
        )
        click.echo(str(hint), err=True)
