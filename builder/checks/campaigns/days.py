"""The campaign file itself: its name, its pack, its rooms and hours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from builder.content.campaigns.loading import LoadedCampaign
from builder.content.campaigns.schedule import slot_starts
from builder.content.source import Path_
from builder.content.views.interviewer import interviewer_view
from builder.content.views.panel import fits_panel
from builder.errors import Finding, Severity
from builder.model.bank import Aggregation, Bank
from builder.model.campaign import MAX_ROOM_NAME
from builder.model.widths import half_widths
from builder.scoring import FEWEST_FOR_TRIMMING
from builder.words import Words, words

TRIMMING = (Aggregation.TRIM_TOTAL, Aggregation.TRIM_BY_COMPETENCY)


def day_findings(loaded: LoadedCampaign) -> Iterator[Finding]:
    """What can be told without the bank."""
    yield from _name(loaded)
    yield from _rooms(loaded)
    yield from _hours(loaded)


def bank_findings(loaded: LoadedCampaign, bank: Bank) -> Iterator[Finding]:
    """Whether rooms, slots and documents suit the bank, as the pack holds it."""
    campaign = loaded.campaign
    minutes = interviewer_view(bank).minutes
    if minutes > campaign.slot_minutes:
        sentence = words(
            "a slot has {slot} minutes, the interview takes {minutes}",
            slot=campaign.slot_minutes,
            minutes=f"{minutes.normalize():f}",
        )
        hint = words("lengthen slot_minutes; rating needs time as well")
        yield _finding("CAMPAIGN-SLOT", loaded, ("slot_minutes",), sentence, hint, Severity.WARNING)
    yield from _panels(loaded, bank)
    if "candidate-handout" in campaign.documents and bank.handout is None:
        yield _unfit(loaded, "candidate-handout", words("the bank has no handout"))


def _panels(loaded: LoadedCampaign, bank: Bank) -> Iterator[Finding]:
    usual = loaded.campaign.raters or bank.panel_size
    own: dict[Path_, int] = {
        ("rooms", n, "raters"): room.raters for n, room in enumerate(loaded.campaign.rooms) if room.raters
    }
    counts: dict[Path_, int] = (
        {**own} if len(own) == len(loaded.campaign.rooms) else {("raters",): usual} | own
    )
    for path, raters in counts.items():
        if bank.aggregation in TRIMMING and raters < FEWEST_FOR_TRIMMING:
            sentence = words("{count} marks are too few to drop two of them", count=raters)
            hint = words("use at least {least} raters, or aggregation: mean", least=FEWEST_FOR_TRIMMING)
            yield _finding("CAMPAIGN-RATERS", loaded, path, sentence, hint)
        elif "panel-summary" in loaded.campaign.documents and not fits_panel(
            bank.model_copy(update={"panel_size": raters})
        ):
            yield _unfit(
                loaded, "panel-summary", words("its columns do not hold {count} raters", count=raters)
            )


def _unfit(loaded: LoadedCampaign, document: str, reason: Words) -> Finding:
    path = ("documents", loaded.campaign.documents.index(document))  # type: ignore[arg-type]
    sentence = words("“{document}” cannot be made: {reason}", document=document, reason=reason)
    return _finding("CAMPAIGN-DOCUMENT", loaded, path, sentence, words("take it from the list"))


def _name(loaded: LoadedCampaign) -> Iterator[Finding]:
    stem = loaded.source.file.stem
    if loaded.campaign.id != stem:
        sentence = words("the id is “{id}”, the file is called “{file}”", id=loaded.campaign.id, file=stem)
        yield _finding("CAMPAIGN-ID", loaded, ("id",), sentence, words("write: id: {id}", id=stem))


def _rooms(loaded: LoadedCampaign) -> Iterator[Finding]:
    campaign = loaded.campaign
    for number, room in enumerate(campaign.rooms):
        if half_widths(room.name) > MAX_ROOM_NAME:
            sentence = words("“{name}” is too long for the head of a score sheet", name=room.name)
            hint = words(
                "use at most {han} Han characters or {letters} letters",
                han=MAX_ROOM_NAME // 2,
                letters=MAX_ROOM_NAME,
            )
            yield _finding("CAMPAIGN-ROOM", loaded, ("rooms", number, "name"), sentence, hint)
    for values, key in (([room.name for room in campaign.rooms], "name"), (campaign.folders, "id")):
        seen: Counter[str] = Counter()
        for number, value in enumerate(values):
            seen[value] += 1
            if seen[value] == 2:
                sentence = words("two rooms are called “{name}”", name=value)
                hint = words("give one of them another “{key}”", key=key)
                yield _finding("CAMPAIGN-ROOM", loaded, ("rooms", number, key), sentence, hint)


def _hours(loaded: LoadedCampaign) -> Iterator[Finding]:
    campaign = loaded.campaign
    times = [*(begin for begin, _ in campaign.sessions), campaign.sessions[-1][1]]
    for number, (first, second) in enumerate(pairwise(times)):
        if second <= first:
            path: Path_ = ("starts", number + 1) if number + 1 < len(campaign.starts) else ("ends",)
            sentence = words("this time is not later than the one before it")
            yield _finding("CAMPAIGN-HOURS", loaded, path, sentence, words("write the times in order"))
            return
    for number, pause in enumerate(campaign.breaks):
        begin, end = pause.span
        if begin < times[0] or end > times[-1]:
            sentence = words("the break lies outside the day")
            hint = words("breaks lie between {start} and {end}", start=campaign.starts[0], end=campaign.ends)
            yield _finding("CAMPAIGN-HOURS", loaded, ("breaks", number), sentence, hint)
    if next(slot_starts(campaign), None) is None:
        sentence = words("no slot of {minutes} minutes fits into the day", minutes=campaign.slot_minutes)
        hint = words("change starts, ends, breaks or slot_minutes")
        yield _finding("CAMPAIGN-HOURS", loaded, ("slot_minutes",), sentence, hint)


def _finding(
    code: str,
    loaded: LoadedCampaign,
    path: Path_,
    sentence: Words,
    hint: Words,
    severity: Severity = Severity.ERROR,
) -> Finding:
    return Finding(code, sentence, loaded.source.place(path), hint, severity)
