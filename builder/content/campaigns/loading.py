"""Campaign files of a project → campaigns with their candidates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from builder.content.project import Workspace
from builder.content.reading import read_source
from builder.content.roster import RosterRow, read_roster
from builder.content.source import Source
from builder.content.validate import validate
from builder.errors import ContentError, Finding, RequestError
from builder.model.campaign import Campaign
from builder.model.project import PackSpec
from builder.near import nearest
from builder.words import words

FOLDER = "campaigns"


@dataclass(frozen=True)
class LoadedCampaign:
    """A campaign, the file it was read from, and its candidates in the roster's order."""

    campaign: Campaign
    source: Source
    rows: Sequence[RosterRow]


def campaign_files(workspace: Workspace) -> list[Path]:
    """The campaign files of the project, by name; none where it has no such folder."""
    return sorted(f for f in (workspace.root / FOLDER).glob("*.yaml") if f.is_file())


def campaign_file(workspace: Workspace, campaign_id: str) -> Path:
    """The file of one campaign. Raises RequestError where there is none of that id."""
    files = {file.stem: file for file in campaign_files(workspace)}
    if campaign_id not in files:
        sentence = words("there is no {what} “{name}”", what=words("campaign"), name=campaign_id)
        hint = nearest(campaign_id, files) if files else words("make one with: packs new campaign ID")
        raise RequestError(sentence, hint)
    return files[campaign_id]


def load_campaign(workspace: Workspace, file: Path) -> tuple[LoadedCampaign | None, list[Finding]]:
    """The campaign of one file with the rows of its roster that could be read, and what is wrong with both.

    The file and the roster must lie inside the project once links are followed.
    """
    shown = workspace.shown(file)
    if not file.resolve().is_relative_to(workspace.root):
        source = Source(shown, "")
        return None, [_outside(source, ())]
    try:
        source = read_source(file, shown)
    except ContentError as error:
        return None, error.findings
    campaign, findings = validate(Campaign, source)
    if campaign is None:
        return None, findings
    roster = (workspace.root / campaign.roster).resolve()
    if not roster.is_relative_to(workspace.root):
        return LoadedCampaign(campaign, source, []), [_outside(source, ("roster",))]
    if not roster.is_file():
        sentence = words("the roster {file} does not exist", file=campaign.roster)
        hint = words("correct “roster:”; paths begin at the project's root")
        return LoadedCampaign(campaign, source, []), [
            Finding("FILE-MISSING", sentence, source.place(("roster",)), hint)
        ]
    rows, wrong = read_roster(roster, Path(campaign.roster))
    return LoadedCampaign(campaign, source, rows), wrong


def pack_named(campaign: Campaign, packs: Sequence[PackSpec], bank_ids: Sequence[str]) -> PackSpec | None:
    """The pack of a campaign: one of packs.yaml, or a bank as it is; with the form and the questions of the day."""
    found = next((pack for pack in packs if pack.id == campaign.pack), None)
    if found is None and campaign.pack in bank_ids:
        found = PackSpec(bank=campaign.pack)
    if found is None:
        return None
    own = {"form": campaign.form, "select": campaign.select}
    return found.model_copy(update={key: value for key, value in own.items() if value is not None})


def _outside(source: Source, path: tuple[str, ...]) -> Finding:
    sentence = words("this file is a link that leads outside the project")
    if path:
        sentence = words("“{key}” leads outside the project", key=path[0])
    return Finding("PATH-OUTSIDE", sentence, source.place(path), words("copy the file into the project"))
