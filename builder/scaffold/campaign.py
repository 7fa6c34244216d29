"""A new campaign from the built-in sample, with a roster of people who do not exist."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from builder.content.bank import load_banks
from builder.content.campaigns.loading import FOLDER
from builder.content.project import Workspace, bank_files
from builder.content.schema import schema_text
from builder.content.selection import selected
from builder.content.templates import built_in_templates
from builder.content.views.interviewer import interviewer_view
from builder.errors import RequestError
from builder.model.project import PackSpec
from builder.near import nearest
from builder.scaffold.bank import write_new
from builder.words import words

RATING_MINUTES, STEP = 10, 5
"""Time to rate one candidate and to fetch the next; slots are rounded up to five minutes."""


@dataclass(frozen=True)
class Day:
    """What a sample campaign takes from the project: its pack, and what suits the pack's bank."""

    pack: str
    locale: str
    raters: int
    slot_minutes: int


def fitting_day(workspace: Workspace, pack_id: str | None) -> Day:
    """A day for one pack, or for the project's first.

    Raises RequestError where there is none of that id, or no bank at all; ContentError where the bank is none.
    """
    banks = {file.stem: file for file in bank_files(workspace)}
    packs = {pack.id: pack for pack in (*(PackSpec(bank=bank) for bank in banks), *workspace.project.packs)}
    if not banks:
        raise RequestError(words("the project has no bank yet"), words("make one first: packs new bank ID"))
    chosen = pack_id or next((pack.id for pack in workspace.project.packs), next(iter(packs)))
    if chosen not in packs or packs[chosen].bank not in banks:
        sentence = words("there is no {what} “{name}”", what=words("pack"), name=chosen)
        raise RequestError(sentence, nearest(chosen, packs))
    file = banks[packs[chosen].bank]
    bank = next(iter(load_banks([file], workspace.shown).values())).bank
    held = selected(bank, packs[chosen].select, packs[chosen].form)
    needed = int(interviewer_view(held).minutes) + RATING_MINUTES
    return Day(chosen, held.locale, held.panel_size, -(-needed // STEP) * STEP)


def write_campaign(root: Path, campaign_id: str, day: Day) -> list[Path]:
    """Writes campaigns/ID.yaml, its roster and the schema beside them; returns the first two paths.

    Raises RequestError where one of the two exists, before either is written: nothing is ever overwritten.
    """
    folder = root / FOLDER
    files = {
        folder / f"{campaign_id}.yaml": _text("yaml", day.locale),
        folder / f"{campaign_id}.csv": _text("csv", day.locale),
    }
    standing = next((file for file in files if file.exists()), None)
    if standing is not None:
        raise RequestError(
            words("{path} exists already", path=standing), words("choose another name; nothing was changed")
        )
    gaps = {
        "__ID__": campaign_id,
        "__PACK__": day.pack,
        "__RATERS__": str(day.raters),
        "__SLOT__": str(day.slot_minutes),
    }
    for file, text in files.items():
        for gap, value in gaps.items():
            text = text.replace(gap, value)
        # Spreadsheets take a CSV file without the mark for one in the system's own encoding.
        write_new(file, ("\ufeff" if file.suffix == ".csv" else "") + text)
    schema = folder / "campaign.schema.json"
    if not schema.exists():
        write_new(schema, schema_text("campaign"))
    return list(files)


def _text(ending: str, locale: str) -> str:
    return (built_in_templates() / "scaffold" / f"campaign.{locale}.{ending}").read_text(encoding="utf-8")
