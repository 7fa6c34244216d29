"""`packs build`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from builder.cli.options import crew_options, project_option, quiet_option, root_at, workspace_at
from builder.cli.progress import Progress
from builder.plan.quick import up_to_date
from builder.plan.wish import DOCUMENTS, FORMATS, Wish
from builder.words import say

if TYPE_CHECKING:
    from builder.press.delivery import Printed


@click.command(
    "build",
    help=say(
        "Builds the printable files of every pack, or of those named, into the output folder: what is out of date,"
        " and no more."
    ),
    epilog=say("Example: packs build qa-specialist --document score-sheet --format pdf"),
)
@click.argument("packs", nargs=-1, metavar="[PACK]...")
@click.option(
    "--document",
    "documents",
    multiple=True,
    metavar="DOCUMENT",
    help=say("Only this document ({documents}); may be repeated.", documents=", ".join(DOCUMENTS)),
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
@click.option(
    "--campaign", metavar="ID", help=say("Builds what one interview day needs, from campaigns/ID.yaml.")
)
@click.option(
    "--single-files",
    is_flag=True,
    help=say("With --campaign: every score sheet and handout in a file of its own, however many."),
)
@click.option("--strict", is_flag=True, help=say("Warnings stop the build too."))
@click.option("--force", is_flag=True, help=say("Builds everything, out of date or not."))
@click.option("--dry-run", is_flag=True, help=say("Says what would be built and why, and builds nothing."))
@click.option("-v", "--verbose", is_flag=True, help=say("Says why each file is built."))
@click.option("--watch", is_flag=True, help=say("Goes on: builds again whatever is edited, until Ctrl-C."))
@click.option(
    "--json", "as_json", is_flag=True, help=say("Prints what was built as JSON on standard output.")
)
@crew_options
@project_option
@quiet_option
def command(
    packs: tuple[str, ...],
    documents: tuple[str, ...],
    formats: tuple[str, ...],
    output: Path | None,
    campaign: str | None,
    single_files: bool,
    strict: bool,
    force: bool,
    dry_run: bool,
    verbose: bool,
    watch: bool,
    as_json: bool,
    jobs: int | None,
    scheduler: str | None,
    patience: float,
    project: Path | None,
    quiet: bool,
) -> None:
    """Takes the quick way where nothing changed; else checks what did, and makes the files that it went into."""
    if campaign is not None:
        if packs or documents or watch or scheduler:
            raise click.UsageError(
                say("--campaign does not go with packs, --document, --watch or --scheduler")
            )
        from builder.cli.campaign_building import CampaignWish, build_campaign

        asked = CampaignWish(
            campaign, formats, output, single_files, strict, dry_run, force, as_json, jobs, patience
        )
        build_campaign(workspace_at(project), asked, Progress(quiet=quiet))
        return
    wish = Wish(packs, documents, formats)
    progress = Progress(quiet=quiet, verbose=verbose)
    if watch:
        if dry_run or as_json:
            raise click.UsageError(say("--watch does not go with --dry-run or --json"))
        _watch(wish, progress, output, project, strict=strict)
    fresh = None if force else up_to_date(root_at(project), output, wish, strict=strict)
    printed: Sequence[Printed] = []
    if fresh:
        progress.up_to_date(*fresh)
    else:
        from builder.cli.building import Building, Manner

        workspace = workspace_at(project)
        manner = Manner(strict, force, jobs, scheduler, patience)
        building = Building(workspace, wish, output or workspace.output, manner, progress)
        if dry_run:
            building.plan()
        else:
            printed = building.run()
    if as_json and not dry_run:
        click.echo(progress.as_json(printed))


def _watch(
    wish: Wish, progress: Progress, output: Path | None, project: Path | None, *, strict: bool
) -> NoReturn:
    from builder.cli.watching import Watching
    from builder.content.project import bank_files
    from builder.plan.targets import chosen_packs
    from builder.render.native import require_libraries
    from builder.watch.loop import follow

    workspace = workspace_at(project)
    chosen_packs(workspace.project, [file.stem for file in bank_files(workspace)], wish)
    require_libraries()
    follow(workspace, wish, Watching(progress), output, strict=strict)
