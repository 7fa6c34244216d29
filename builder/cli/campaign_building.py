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
from builder.fonts import FontShelf
from builder.plan.campaign import Stack
from builder.plan.campaign.naming import Naming
from builder.press.campaign import CampaignPress
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


def build_campaign(workspace: Workspace, wish: CampaignWish, progress: Progress) -> None:
    """Checks the campaign, its roster and its bank, then makes what is out of date."""
    from builder.fonts import open_shelf
    from builder.press.campaign.press import planned_files
    from builder.press.writing import clear_remains, output_lock
    from builder.render.native import require_libraries

    require_libraries()
    shelf = open_shelf(workspace.theme, workspace.root, progress=progress.say)
    preparation = Preparation(workspace, shelf)
    stacks, naming = _planned(workspace, wish, shelf, preparation, progress)
    if wish.dry_run:
        click.echo("\n".join(planned_files(stacks, naming.print_file)))
        return
    output = wish.output or workspace.output
    folder = output / "campaigns" / wish.campaign
    with output_lock(output, progress.waiting):
        press = CampaignPress(preparation, stacks, folder, naming.print_file, strict=wish.strict)
        if not wish.force and press.is_fresh():
            progress.say(say("{id}: nothing has changed", id=wish.campaign))
            return
        clear_remains(output)
        lines = press.run(lambda stack: progress.say(f"  {stack.room or stack.folder}  {stack.document}"))
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


def _planned(
    workspace: Workspace, wish: CampaignWish, shelf: FontShelf, preparation: Preparation, progress: Progress
) -> tuple[list[Stack], Naming]:
    """The campaign's stacks, once nothing stands against printing them."""
    from builder.checks.campaigns import inspect_campaign
    from builder.checks.campaigns.inspecting import packed
    from builder.checks.inspect import inspect_project
    from builder.compose.documents import BY_ID
    from builder.content.campaigns.loading import campaign_file
    from builder.content.campaigns.papers import Papers
    from builder.content.project import bank_files
    from builder.fonts import glyph_finder
    from builder.plan.campaign import plan_campaign

    missing = glyph_finder(shelf, workspace.theme)
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
    whole = held[pack.bank].bank
    campaign = loaded.campaign
    if wish.formats:
        campaign = campaign.model_copy(update={"formats": _formats(wish.formats)})
    labels = preparation.composer.labels(whole.locale)
    day = campaign.date
    parts = {"year": day.year, "month": day.month, "day": day.day}
    date = str(labels["campaign"]["date_value"](**parts, month2=f"{day.month:02d}", day2=f"{day.day:02d}"))
    papers = Papers(campaign, packed(whole, pack), inspection.schedule, date)
    naming = Naming(campaign, labels, localised=workspace.theme.file_names == "localised")
    return plan_campaign(papers, pack, whole, labels, naming, single=wish.single_files), naming


def _formats(wanted: Sequence[str]) -> list[str]:
    for form in wanted:
        if form not in ("pdf", "docx"):
            raise RequestError(
                words("a campaign has no {format} files", format=form),
                words("use --format pdf or --format docx"),
            )
    return list(dict.fromkeys(wanted))
