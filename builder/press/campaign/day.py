"""A project's campaign → everything that is made for its day, and in which order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from builder.content.bank import load_bank
from builder.content.campaigns.loading import LoadedCampaign, campaign_file, load_campaign, pack_named
from builder.content.campaigns.papers import Papers
from builder.content.campaigns.schedule import Schedule, schedule_of
from builder.content.project import bank_files
from builder.errors import ContentError
from builder.model.bank import Bank
from builder.model.campaign import Campaign
from builder.model.project import PackSpec
from builder.plan.campaign import Stack, plan_campaign
from builder.plan.campaign.naming import Naming
from builder.plan.targets import as_packed
from builder.press.preparing import Preparation


@dataclass(frozen=True)
class Asked:
    """A campaign as a build was asked for it."""

    campaign: str
    formats: tuple[str, ...] = ()
    """Those of the campaign's file unless given."""
    single: bool = False
    """Every copy in a file of its own, however many."""


@dataclass(frozen=True)
class Day:
    """What is made for one campaign."""

    campaign: Campaign
    stacks: Sequence[Stack]
    """Room by room, in printing order; the organisers' papers last."""
    print_file: str
    """What a room's file for the printer is called."""
    names: Sequence[str]
    """The candidates' names and application numbers."""

    @cached_property
    def rooms(self) -> list[list[Stack]]:
        """The stacks of each room; those of the organisers come last, as a room of no name."""
        return [list(own) for _, own in groupby(self.stacks, key=lambda stack: stack.room)]


def day_of(
    preparation: Preparation,
    loaded: LoadedCampaign,
    pack: PackSpec,
    schedule: Schedule,
    whole: Bank,
    asked: Asked,
) -> Day:
    """The day of a campaign that was found right; `whole` is the bank of its pack."""
    campaign = loaded.campaign
    if asked.formats:
        campaign = campaign.model_copy(update={"formats": list(asked.formats)})
    labels = preparation.composer.labels(whole.locale)
    day = campaign.date
    parts = {"year": day.year, "month": day.month, "day": day.day}
    date = str(labels["campaign"]["date_value"](**parts, month2=f"{day.month:02d}", day2=f"{day.day:02d}"))
    papers = Papers(campaign, as_packed(whole, pack), schedule, date)
    naming = Naming(campaign, labels, localised=preparation.workspace.theme.file_names == "localised")
    stacks = plan_campaign(papers, pack, whole, labels, naming, single=asked.single)
    names = [text for row in loaded.rows for text in (row.name, row.application) if text]
    return Day(campaign, stacks, naming.print_file, names)


def read_day(preparation: Preparation, asked: Asked) -> Day:
    """The day of a campaign as its files are now.

    Raises RequestError where there is no such campaign, ContentError where it, its roster or its bank cannot be read
    or does not fit together; whether it is right otherwise is for the checks to say.
    """
    workspace = preparation.workspace
    loaded, findings = load_campaign(workspace, campaign_file(workspace, asked.campaign))
    files = {file.stem: file for file in bank_files(workspace)}
    pack = pack_named(loaded.campaign, workspace.project.packs, list(files)) if loaded else None
    if loaded is None or pack is None or pack.bank not in files:
        raise ContentError(findings)
    bank, wrong = load_bank(files[pack.bank], workspace.shown(files[pack.bank]))
    if bank is None:
        raise ContentError([*findings, *wrong])
    schedule = schedule_of(loaded.campaign, loaded.rows)
    return day_of(preparation, loaded, pack, schedule, bank.bank, asked)
