"""`packs verify`."""

from __future__ import annotations

from pathlib import Path

import click

from builder.cli.options import project_option, quiet_option, workspace_at
from builder.words import say


@click.command(
    "verify",
    help=say(
        "Reopens built files and checks them: every word there and in order, nothing of the interviewer's in a"
        " candidate's file, pages and packaging sound. All files of the output folder, or those named."
    ),
    epilog=say("Example: packs verify output/qa-specialist/candidate-handout.docx"),
)
@click.argument("files", nargs=-1, type=click.Path(path_type=Path, dir_okay=False), metavar="[FILE]...")
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help=say("How findings are printed."),
)
@click.option(
    "--output", type=click.Path(path_type=Path, file_okay=False), help=say("Another output folder.")
)
@click.option("--strict", is_flag=True, help=say("Warnings count as errors."))
@project_option
@quiet_option
def command(
    files: tuple[Path, ...], form: str, output: Path | None, strict: bool, project: Path | None, quiet: bool
) -> int:
    """Prints faults on stdout; returns 1 where there are errors."""
    from builder.cli.faults import faults_json, show_faults
    from builder.content.bank import load_banks
    from builder.content.project import bank_files
    from builder.errors import Severity
    from builder.fonts import open_shelf
    from builder.press.reviewing import Review

    workspace = workspace_at(project)
    banks = load_banks(bank_files(workspace), workspace.shown)
    shelf = open_shelf(workspace.theme, workspace.root)
    review = Review(workspace, shelf, output or workspace.output, banks)
    chosen = review.files(files)
    faults = list(review.faults(chosen, each=bool(files)))
    if form == "json":
        click.echo(faults_json(faults, len(chosen)))
    elif faults:
        show_faults(faults)
    elif not quiet:
        click.echo(say("{count} files, nothing wrong", count=len(chosen)))
    return int(any(strict or fault.severity is Severity.ERROR for fault in faults))
