"""One campaign file with its roster → everything that is wrong with them, and the schedule."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from builder.checks.campaigns.days import bank_findings, day_findings
from builder.checks.campaigns.rosters import roster_findings
from builder.checks.glyphs import Missing
from builder.content.bank import LoadedBank
from builder.content.campaigns.loading import LoadedCampaign, load_campaign, pack_named
from builder.content.campaigns.schedule import Schedule, schedule_of
from builder.content.project import Workspace, bank_files
from builder.content.selection import selected
from builder.errors import ContentError, Finding, Place, RequestError, Severity
from builder.model.bank import Bank
from builder.model.project import PackSpec
from builder.near import nearest
from builder.words import Words, words


@dataclass
class CampaignInspection:
    """A campaign with its schedule, as far as they could be made, and what is wrong."""

    loaded: LoadedCampaign | None = None
    pack: PackSpec | None = None
    schedule: Schedule = field(default_factory=Schedule)
    findings: list[Finding] = field(default_factory=list)

    def require(self, *, strict: bool = False) -> tuple[LoadedCampaign, PackSpec]:
        """The campaign and its pack, if nothing keeps them from being printed; else ContentError with all findings."""
        stopping = [f for f in self.findings if strict or f.severity is Severity.ERROR]
        if stopping or self.loaded is None or self.pack is None:
            raise ContentError(self.findings)
        return self.loaded, self.pack


def inspect_campaign(
    workspace: Workspace,
    file: Path,
    missing: Missing,
    banks: Mapping[str, LoadedBank],
    ignoring: Collection[str] = (),
) -> CampaignInspection:
    """Reads and checks one campaign file; `banks` are those that could be read, by id."""
    loaded, findings = load_campaign(workspace, file)
    if loaded is None:
        return CampaignInspection(findings=findings)
    known = [bank.stem for bank in bank_files(workspace)]
    pack = pack_named(loaded.campaign, workspace.project.packs, known)
    schedule = schedule_of(loaded.campaign, loaded.rows)
    findings += day_findings(loaded)
    findings += roster_findings(loaded, schedule)
    packs = [*(p.id for p in workspace.project.packs), *known]
    findings += _pack_findings(loaded, pack, packs, banks)
    locale = banks[pack.bank].bank.locale if pack and pack.bank in banks else workspace.project.locale
    findings += _glyph_findings(loaded, missing, locale)
    kept = [f for f in findings if f.code not in ignoring or f.severity is Severity.ERROR]
    kept.sort(key=lambda f: (f.place.file != loaded.source.file, f.place.line, f.place.column, f.code))
    return CampaignInspection(loaded, pack, schedule, kept)


def packed(bank: Bank, pack: PackSpec) -> Bank:
    """The bank as the pack holds it. Raises RequestError where a selection or form leaves nothing."""
    changes = {k: v for k in ("scale", "aggregation", "score_by") if (v := getattr(pack, k)) is not None}
    return selected(bank, pack.select, pack.form).model_copy(update=changes)


def _pack_findings(
    loaded: LoadedCampaign, pack: PackSpec | None, known: Sequence[str], banks: Mapping[str, LoadedBank]
) -> Iterator[Finding]:
    if pack is None:
        sentence = words("there is neither a pack nor a bank “{id}”", id=loaded.campaign.pack)
        hint = nearest(loaded.campaign.pack, list(dict.fromkeys(known)))
        yield Finding("CAMPAIGN-PACK", sentence, loaded.source.place(("pack",)), hint)
    elif pack.bank in banks:
        try:
            bank = packed(banks[pack.bank].bank, pack)
        except RequestError as error:
            key = "select" if loaded.campaign.select else "form" if loaded.campaign.form else "pack"
            sentence, hint = words("{said}", said=error.sentence), words("{said}", said=error.hint)
            yield Finding("CAMPAIGN-FORM", sentence, loaded.source.place((key,)), hint)
            return
        yield from bank_findings(loaded, bank)


def _glyph_findings(loaded: LoadedCampaign, missing: Missing, locale: str) -> Iterator[Finding]:
    """Characters that no font has, in what is printed of the campaign file and of the roster."""
    for text, place in (*_printed(loaded), *_written(loaded)):
        for character in sorted(missing(locale, text) if not text.isascii() else ()):
            yield Finding("GLYPH-MISSING", _no_glyph(character), place(character), _GLYPH_HINT)


Spot = tuple[str, "PlaceOf"]


class PlaceOf:
    """Where a character of one text stands."""

    def __init__(self, text: str, place: Place) -> None:
        self._text, self._at = text, place

    def __call__(self, character: str) -> Place:
        offset = self._text.find(character) if self._at.excerpt else 0
        return Place(self._at.file, self._at.line, self._at.column + max(offset, 0), self._at.excerpt)


def _printed(loaded: LoadedCampaign) -> Iterator[Spot]:
    for row in loaded.rows:
        for column in ("draw_number", "name", "application"):
            if column in row.cells:
                cell = row.cells[column]
                yield cell.text, PlaceOf(cell.text, cell.place)


def _written(loaded: LoadedCampaign) -> Iterator[Spot]:
    source = loaded.source
    for path, text in source.strings():
        if path[0] in ("title", "place", "rooms"):
            yield text, PlaceOf(text, source.place(path))


def _no_glyph(character: str) -> Words:
    return words(
        "no font has the character “{character}” (U+{code} {name})",
        character=character if character.isprintable() else "?",
        code=f"{ord(character):04X}",
        name=unicodedata.name(character, ""),
    )


_GLYPH_HINT = words("replace it, or name a font that has it in theme.yaml")
