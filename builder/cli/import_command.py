"""`packs import`."""

from __future__ import annotations

from pathlib import Path

import click

from builder.cli.options import project_option, quiet_option, shown_from_here, workspace_at
from builder.words import say, words


@click.command(
    "import",
    help=say(
        "Makes a bank of other people's documents: finds sections, questions, answers and rubrics, marks what a person must decide, and keeps what it does not understand. Never overwrites."
    )
    + " "
    + say(
        "With --merge, brings the cells that were changed in an exported spreadsheet, or the new questions of any other document, into a bank, and touches nothing else of its text."
    ),
    epilog=say("Example: packs import old-questions.txt -o content/service-desk.yaml")
    + "\n\n"
    + say("With an exported spreadsheet: packs import qa-specialist.xlsx --merge qa-specialist"),
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
    "--merge",
    "bank",
    metavar="BANK",
    help=say(
        "The bank, by id or path, that the files go into. Shows the difference and asks before it writes. A row that is missing is never deleted; a cell that was changed in the bank too is reported and left alone (exit code 1)."
    ),
)
@click.option(
    "--yes",
    is_flag=True,
    help=say("With --merge: writes without asking, as scripts need; without it they get exit code 2."),
)
@click.option(
    "--map",
    "columns",
    multiple=True,
    metavar="COLUMN=FIELD",
    help=say(
        "What a column of a spreadsheet holds, by its heading or its letter, such as 题面=stem or D=answer; may be repeated."
    ),
)
@click.option(
    "--to",
    type=click.Choice(["zh-CN"]),
    help=say("Makes Traditional Chinese characters Simplified ones."),
)
@click.option("--dry-run", is_flag=True, help=say("With --merge: shows the difference and writes nothing."))
@click.option(
    "-v", "--verbose", is_flag=True, help=say("Shows every question found, and all that was left out.")
)
@project_option
@quiet_option
def command(
    files: tuple[Path, ...],
    output: Path | None,
    bank: str | None,
    yes: bool,
    columns: tuple[str, ...],
    to: str | None,
    dry_run: bool,
    verbose: bool,
    project: Path | None,
    quiet: bool,
) -> int:
    """Writes the banks, says on stdout where, on stderr what was found; or merges the files into one."""
    from builder.importers.importing import Guidance
    from builder.importers.sheets.mapping import Mapping

    _refuse_repeats(files)
    guidance = Guidance(Mapping(columns), to)
    if bank is not None or yes or dry_run:
        from builder.cli.merging import merge_into, merge_options

        named = merge_options(bank, output)
        return merge_into(named, files, guidance, project, yes=yes, dry_run=dry_run, quiet=quiet)
    from builder.exchange.bringing import new_banks
    from builder.importers.destination import write_banks

    content = output.parent if output is not None else shown_from_here(workspace_at(project).content)
    banks = new_banks(files, output, content, guidance)
    write_banks([(made.path, made.text) for made in banks])
    for made in banks:
        for line in made.told(verbose) if not quiet else ():
            click.echo(str(line), err=True)
        click.echo(made.path.as_posix())
    asking = next((made.path.as_posix() for made in banks if made.asks), None)
    if asking and not quiet:
        click.echo(
            str(words("Next: packs check {path}, and settle each line “# check:”", path=asking)), err=True
        )
    return 0


def _refuse_repeats(files: tuple[Path, ...]) -> None:
    """Raises RequestError for a file that is named twice, whose questions would be there twice."""
    from builder.errors import RequestError

    seen: set[Path] = set()
    for file in files:
        if file.resolve() in seen:
            raise RequestError(
                words("{path} is named twice", path=file.as_posix()), words("name each file once")
            )
        seen.add(file.resolve())
