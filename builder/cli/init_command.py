"""`packs init`."""

from __future__ import annotations

from pathlib import Path

import click

from builder.words import language, say


@click.command(
    "init",
    help=say(
        "Makes a project folder with a sample bank that builds at once. Existing files are never overwritten."
    ),
    epilog=say("Example: packs init my-packs && cd my-packs && packs build"),
)
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="DIR")
@click.option(
    "--locale",
    type=click.Choice(("zh-CN", "en")),
    help=say("Language of the sample bank; otherwise that of messages."),
)
def command(folder: Path, locale: str | None) -> None:
    """Writes the scaffold and says what to do next."""
    from builder.scaffold.project import make_project

    written = make_project(folder, locale or {"zh": "zh-CN", "en": "en"}[language()])
    for path in written:
        click.echo(path.as_posix())
    click.echo(say("Next: cd {folder} && packs build", folder=folder), err=True)
