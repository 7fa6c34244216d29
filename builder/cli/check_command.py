"""`packs check`."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from builder.cli.options import project_option, quiet_option, workspace_at
from builder.words import say


@click.command(
    "check",
    help=say("Finds what is wrong in the project's banks, or in the files named: all findings at once."),
    epilog=say("Example: packs check content/qa-specialist.yaml"),
)
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE]...")
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json", "sarif")),
    default="text",
    show_default=True,
    help=say("How findings are printed."),
)
@click.option(
    "--ignore",
    "ignoring",
    multiple=True,
    metavar="CODE",
    help=say("Findings with this code are not reported; may be repeated."),
)
@click.option("--explain", metavar="CODE", help=say("Says what a code means, with an example, and ends."))
@click.option(
    "--as-of",
    "named_day",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help=say("The day that reviews are due by, as 2026-11-30; otherwise SOURCE_DATE_EPOCH's, or today."),
)
@click.option("--strict", is_flag=True, help=say("Warnings count as errors."))
@project_option
@quiet_option
def command(
    files: tuple[Path, ...],
    form: str,
    ignoring: tuple[str, ...],
    explain: str | None,
    named_day: datetime.datetime | None,
    strict: bool,
    project: Path | None,
    quiet: bool,
) -> int:
    """Prints findings on stdout; returns 1 where there are errors."""
    from builder.checks.campaigns import campaign_findings, is_campaign_file
    from builder.checks.ignoring import refuse_unknown
    from builder.checks.inspect import inspect_files, inspect_project
    from builder.checks.registry import ALL_RULES
    from builder.cli.day import checking_day
    from builder.cli.explaining import explanation
    from builder.cli.showing import report, show_findings
    from builder.compose.documents import BY_ID
    from builder.content.campaigns.loading import campaign_files
    from builder.errors import ContentError
    from builder.fonts import glyph_finder, open_shelf

    if explain:
        click.echo(explanation(explain))
        return 0
    refuse_unknown(ignoring, ALL_RULES)
    day = checking_day(named_day)
    try:
        workspace = workspace_at(project)
        missing = glyph_finder(open_shelf(workspace.theme, workspace.root), workspace.theme)
        if files:
            named = [file.resolve() for file in files]
            days = [file for file in named if is_campaign_file(workspace, file)]
            banks = [file for file in named if file not in days]
            inspection = inspect_files(workspace, banks, missing, ignoring, day)
            inspection.findings += campaign_findings(workspace, days, missing, None, ignoring)
        else:
            inspection = inspect_project(workspace, missing, BY_ID, ignoring=ignoring, as_of=day)
            days = campaign_files(workspace)
            inspection.findings += campaign_findings(workspace, days, missing, inspection.banks, ignoring)
        findings, failed = inspection.findings, bool(inspection.findings if strict else inspection.errors)
    except ContentError as error:
        findings, failed = error.findings, True
    if form != "text":
        click.echo(report(findings, form))
    elif findings:
        show_findings(findings)
    elif not quiet:
        click.echo(_all_well(len(inspection.banks), len(days)))
    return int(failed)


def _all_well(banks: int, campaigns: int) -> str:
    if campaigns:
        return say(
            "{count} banks and {campaigns} campaigns, nothing to mend", count=banks, campaigns=campaigns
        )
    return say("{count} banks, nothing to mend", count=banks)
