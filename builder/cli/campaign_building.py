"""`packs build --campaign ID`."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import click

from builder.cli.faults import show_faults
from builder.cli.progress import Progress
from builder.cli.showing import FORMAT_VERSION
from builder.content.project import Workspace
from builder.errors import RequestError
from builder.press.campaign import CampaignPress
from builder.press.campaign.day import Asked, Day, day_of
from builder.press.preparing import Preparation
from builder.words import say, words


@dataclass(frozen=True)
class CampaignWish:
    """What the user asked for."""

    campaign: str
    formats: Sequence[str] = ()
    output: Path | None = None
    single_files: bool = False
    strict: bool = False
    dry_run: bool = False
    force: bool = False
    as_json: bool = False
    jobs: int | None = None
    """How many processes at most."""
    patience: float = 900.0
    """Seconds that a worker process may be silent."""


def build_campaign(workspace: Workspace, wish: CampaignWish, progress: Progress) -> None:
    """Checks the campaign, its roster and its bank, then makes what is out of date."""
    from builder.fonts import open_shelf
    from builder.press.campaign.crew import hired, rooms_of
    from builder.press.campaign.press import planned_files
    from builder.press.writing import clear_remains, output_lock
    from builder.render.native import require_libraries

    require_libraries()
    shelf = open_shelf(workspace.theme, workspace.root, progress=progress.say)
    preparation = Preparation(workspace, shelf)
    asked = Asked(wish.campaign, _formats(wish.formats), wish.single_files)
    day = _checked(workspace, wish, asked, preparation, progress)
    if wish.dry_run:
        click.echo("\n".join(planned_files(day)))
        return
    output = wish.output or workspace.output
    folder = output / "campaigns" / wish.campaign
    with output_lock(output, progress.waiting):
        press = CampaignPress(
            lambda orders: hired(
                preparation, day, orders, strict=wish.strict, size=wish.jobs, patience=wish.patience
            ),
            rooms_of(asked, day),
            preparation,
            day,
            folder,
        )
        if not wish.force and press.is_fresh():
            progress.say(say("{id}: nothing has changed", id=wish.campaign))
            return
        clear_remains(output)
        lines = press.run(lambda order: progress.say(f"  {order.task.where}"))
    if press.warnings and not progress.quiet:
        show_faults(press.warnings, err=True)
    for file in press.stayed:
        progress.say(
            say("{file} is no part of the campaign any more; it was changed by hand, and stays", file=file)
        )
    progress.say(say("{count} files in {folder}", count=len(lines) + 1, folder=os.path.relpath(folder)))
    if wish.as_json:
        files = [asdict(line) for line in lines]
        click.echo(json.dumps({"version": FORMAT_VERSION, "files": files}, ensure_ascii=False, indent=2))


def _checked(
    workspace: Workspace, wish: CampaignWish, asked: Asked, preparation: Preparation, progress: Progress
) -> Day:
    """The campaign's day, once nothing stands against printing it."""
    from builder.checks.campaigns import inspect_campaign
    from builder.checks.inspect import inspect_project
    from builder.compose.documents import BY_ID
    from builder.content.campaigns.loading import campaign_file
    from builder.content.project import bank_files
    from builder.fonts import glyph_finder

    missing = glyph_finder(preparation.shelf, workspace.theme)
    file = campaign_file(workspace, wish.campaign)
    first = inspect_campaign(workspace, file, missing, {})
    bank_id = first.pack.bank if first.pack else ""
    only = {bank_id} & {bank.stem for bank in bank_files(workspace)}
    banks = inspect_project(workspace, missing, BY_ID, only)
    inspection = inspect_campaign(workspace, file, missing, banks.banks)
    banks.findings += inspection.findings
    held = banks.require(strict=wish.strict)
    loaded, pack = inspection.require(strict=wish.strict)
    if banks.findings:
        progress.findings(banks.findings)
    return day_of(preparation, loaded, pack, inspection.schedule, held[pack.bank].bank, asked)


def _formats(wanted: Sequence[str]) -> tuple[str, ...]:
    for form in wanted:
        if form not in ("pdf", "docx"):
            raise RequestError(
                words("a campaign has no {format} files", format=form),
                words("use --format pdf or --format docx"),
            )
    return tuple(dict.fromkeys(wanted))
