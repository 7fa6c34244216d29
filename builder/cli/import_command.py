"""`packs import`."""

from __future__ import annotations

from pathlib import Path

import click

from builder.cli.options import project_option, quiet_option, workspace_at
from builder.words import say, words


@click.command(
    "import",
    help=say(
        "Makes a bank of other people's documents: finds sections, questions, answers and rubrics, marks what a person must decide, and keeps what it does not understand. Never overwrites."
    ),
    epilog=say("Example: packs import old-questions.txt -o content/service-desk.yaml"),
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help=say(
        "The bank's file; several files become one bank. Otherwise one bank a file, in the project's content folder."
    ),
)
@click.option(
    "-v", "--verbose", is_flag=True, help=say("Shows every question found, and all that was left out.")
)
@project_option
@quiet_option
def command(
    files: tuple[Path, ...], output: Path | None, verbose: bool, project: Path | None, quiet: bool
) -> None:
    """Writes the banks, says on stdout where, on stderr what was found."""
    from builder.importers.destination import destinations, write_banks
    from builder.importers.importing import imported
    from builder.importers.reading.reading import read_manuscript
    from builder.importers.report import report

    content = output.parent if output is not None else _shown(workspace_at(project).content)
    manuscripts = [read_manuscript(file) for file in files]
    banks = [
        (path, imported(path.stem, [manuscripts[i] for i in indexes]))
        for path, indexes in destinations(files, output, content)
    ]
    write_banks([(path, bank.text) for path, bank in banks])
    for path, bank in banks:
        if not quiet:
            for line in report(bank, verbose=verbose):
                click.echo(str(line), err=True)
        click.echo(path.as_posix())
    if not quiet:
        first = banks[0][0].as_posix()
        click.echo(
            str(words("Next: packs check {path}, and settle each line “# check:”", path=first)), err=True
        )


def _shown(folder: Path) -> Path:
    """As seen from where the user stands."""
    return folder.relative_to(Path.cwd()) if folder.is_relative_to(Path.cwd()) else folder
