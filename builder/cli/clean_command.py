"""`packs clean`."""

from __future__ import annotations

from pathlib import Path

import click

from builder.cli.options import project_option, quiet_option, workspace_at
from builder.words import say


@click.command(
    "clean",
    help=say(
        "Removes what builds made, and nothing else: files that were changed by hand since are kept, and so is"
        " whatever no build of this project made."
    ),
    epilog=say("Example: packs clean --dry-run"),
)
@click.option(
    "--output", type=click.Path(path_type=Path, file_okay=False), help=say("Another output folder.")
)
@click.option("--dry-run", is_flag=True, help=say("Says what would be removed, and removes nothing."))
@click.option("--force", is_flag=True, help=say("Removes files that were changed by hand, too."))
@project_option
@quiet_option
def command(output: Path | None, dry_run: bool, force: bool, project: Path | None, quiet: bool) -> None:
    """Removes the files that the manifest and the records of campaigns know."""
    from builder.cli.progress import Progress
    from builder.plan.leftovers import Leftovers
    from builder.plan.manifest import read_manifest
    from builder.plan.stamps import Stamps
    from builder.press.campaign.clearing import campaign_leftovers, take_campaigns_away
    from builder.press.delivery import Delivery
    from builder.press.writing import output_lock

    target = output or workspace_at(project).output
    progress = Progress(quiet=quiet)
    left = Leftovers.of(read_manifest(target).values(), Stamps(target, {}))
    days = campaign_leftovers(target)
    if force:
        left, days = (Leftovers(sorted([*each.unchanged, *each.changed])) for each in (left, days))
    if dry_run:
        for file in (*left.unchanged, *days.unchanged):
            click.echo(file)
    elif target.is_dir():
        with output_lock(target, progress.waiting):
            delivery = Delivery(target)
            delivery.take_away(left.unchanged)
            delivery.close_down()
            take_campaigns_away(target, days.unchanged)
    progress.cleared(Leftovers(left.unchanged + days.unchanged, left.changed + days.changed), dry_run=dry_run)
