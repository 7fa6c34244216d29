"""`packs build`."""

from __future__ import annotations

from pathlib import Path

import click

from builder.cli.options import project_option, quiet_option, workspace_at
from builder.compose.documents import BY_ID
from builder.plan.targets import FORMATS, Wish
from builder.words import say


@click.command(
    "build",
    help=say("Builds the printable files of every pack, or of those named, into the output folder."),
    epilog=say("Example: packs build qa-specialist --document score-sheet --format pdf"),
)
@click.argument("packs", nargs=-1, metavar="[PACK]...")
@click.option(
    "--document",
    "documents",
    multiple=True,
    metavar="DOCUMENT",
    help=say("Only this document ({documents}); may be repeated.", documents=", ".join(BY_ID)),
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(FORMATS),
    help=say("Only this format; may be repeated."),
)
@click.option(
    "--output", type=click.Path(path_type=Path, file_okay=False), help=say("Another output folder.")
)
@click.option("--strict", is_flag=True, help=say("Warnings stop the build too."))
@click.option("--dry-run", is_flag=True, help=say("Says what would be built, and builds nothing."))
@click.option(
    "--json", "as_json", is_flag=True, help=say("Prints what was built as JSON on standard output.")
)
@project_option
@quiet_option
def command(
    packs: tuple[str, ...],
    documents: tuple[str, ...],
    formats: tuple[str, ...],
    output: Path | None,
    strict: bool,
    dry_run: bool,
    as_json: bool,
    project: Path | None,
    quiet: bool,
) -> None:
    """Checks the banks of the packs wished for, then makes their files."""
    from builder.checks.inspect import inspect_project
    from builder.cli.progress import Progress
    from builder.content.project import bank_files
    from builder.fonts import glyph_finder, open_shelf
    from builder.plan.targets import chosen_packs, explanations, plan_jobs
    from builder.render.native import require_libraries

    workspace = workspace_at(project)
    wish = Wish(packs, documents, formats)
    chosen = chosen_packs(workspace.project, [f.stem for f in bank_files(workspace)], wish)
    progress = Progress(quiet=quiet)
    require_libraries()
    shelf = open_shelf(workspace.theme, workspace.root, progress=progress.say)
    inspection = inspect_project(
        workspace, glyph_finder(shelf, workspace.theme), BY_ID, {pack.bank for pack in chosen}
    )
    banks = inspection.require(strict=strict)
    if inspection.findings:
        progress.findings(inspection.findings)
    jobs = plan_jobs(chosen, banks, wish)
    progress.explained(explanations(chosen, banks))
    if dry_run:
        progress.planned(jobs)
        return

    from builder.press.press import Press
    from builder.press.writing import output_lock

    target = output or workspace.output
    with output_lock(target, progress.waiting):
        press = Press(workspace, shelf, target, strict=strict)
        with progress.over(jobs) as started:
            printed = list(press.run(jobs, started))
    progress.done(printed, target)
    if as_json:
        click.echo(progress.as_json(printed))
