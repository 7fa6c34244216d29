"""`packs schema`."""

from __future__ import annotations

from pathlib import Path

import click

from builder.cli.options import project_option
from builder.words import say


@click.command(
    "schema",
    help=say(
        "Prints the JSON Schema of bank, project, theme or campaign files, or writes all beside the files they describe."
    ),
    epilog=say("Example: packs schema bank > bank.schema.json"),
)
@click.argument("name", type=click.Choice(("bank", "packs", "theme", "campaign")), default="bank")
@click.option("--write", is_flag=True, help=say("Writes all schemas into the project."))
@project_option
def command(name: str, write: bool, project: Path | None) -> None:
    """Prints one schema on stdout, or writes all."""
    from builder.content.root import find_root
    from builder.content.schema import schema_text, write_schemas

    if not write:
        click.echo(schema_text(name), nl=False)
        return
    root = find_root((project or Path.cwd()).resolve())
    for path in write_schemas(root):
        click.echo(path.relative_to(root).as_posix())
