"""Which marks begin sections and which begin questions: the reading of the whole document that fits best.

A number says little by itself: answers hold lists of their own. All readings are followed from the first mark to the
last and the best of them kept; a reading gains where numbers run on, where each question has one answer, and where a
section has as many questions as its heading says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from builder.importers.understanding.following import next_number, next_sections
from builder.importers.understanding.landscape import Landscape
from builder.importers.understanding.mark import Style
from builder.importers.understanding.sight import Sight
from builder.importers.understanding.weighing import IMPOSSIBLE, as_question, as_section

BREADTH, WORK = 60, 200_000
"""Readings that are followed at a time, and in all marks together."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read the document up to some mark."""

    weight: float = 0.0
    before: Reading | None = None
    sight: Sight | None = None
    """The mark chosen last; None at the beginning of the document."""
    is_section: bool = False
    sections: tuple[tuple[str, int], ...] = ()
    """Style and number of the section and of those around it, outermost first."""
    style: str = ""
    """Of the questions."""
    number: int = 0
    """Of the last question."""
    opened: bool = False
    """A section began since the last question."""
    counted: int = 0
    opening: Sight | None = None
    """The section's heading."""
    idle: int = 0
    """Depth of the section around that holds no questions (instructions, an appendix); 0 outside one."""
    key: bool = False
    """Among the answers to all questions, at the end."""

    @property
    def state(self) -> tuple[object, ...]:
        """What decides how the reading may go on."""
        at = self.sight.mark.start if self.sight else -1
        return at, self.is_section, self.sections, self.style, self.number, self.counted, self.idle, self.key


@dataclass(frozen=True, slots=True)
class Beginning:
    """A section or a question begins here."""

    sight: Sight
    is_section: bool
    depth: int = 0
    """Of a section: 0 for the outermost."""
    idle: bool = False
    key: bool = False

    @property
    def start(self) -> int:
        mark = self.sight.mark
        return mark.start if mark.lead is None else mark.lead


def outline(land: Landscape) -> list[Beginning]:
    """The sections and questions of the document, in order."""
    readings = [Reading()]
    breadth = max(min(BREADTH, WORK // max(len(land.sights), 1)), 4)
    for sight in land.sights:
        grown = [*readings, *_grown(land, readings, sight)]
        best: dict[tuple[object, ...], Reading] = {}
        for reading in grown:
            known = best.get(reading.state)
            if known is None or reading.weight > known.weight:
                best[reading.state] = reading
        readings = sorted(best.values(), key=lambda r: -r.weight)[:breadth]
    ends = [(r.weight + _passed(land, r, len(land.flow)) + _closed(r), r) for r in readings]
    return list(_beginnings(max(ends, key=lambda pair: pair[0])[1]))[::-1]


def _beginnings(reading: Reading | None) -> Iterator[Beginning]:
    while reading is not None and reading.sight is not None:
        depth = len(reading.sections) - 1 if reading.is_section else 0
        yield Beginning(reading.sight, reading.is_section, depth, reading.idle > 0, reading.key)
        reading = reading.before


def _grown(land: Landscape, readings: Iterable[Reading], sight: Sight) -> Iterator[Reading]:
    question, section = as_question(sight), as_section(sight)
    if land.worded and not sight.mark.style.startswith((Style.WORD, Style.LINE, Style.BULLET)):
        question -= 3.0
    if land.headed and sight.mark.style in (Style.BOLD, Style.TITLE, Style.DOT):
        section -= 3.0
    for reading in readings:
        if reading.sight is not None and reading.sight.mark.end > sight.mark.start:
            continue
        passed = _passed(land, reading, sight.mark.start)
        if question > IMPOSSIBLE:
            yield _with_question(reading, sight, question + passed)
        if section > IMPOSSIBLE:
            yield _with_section(reading, sight, section + passed)


def _with_question(reading: Reading, sight: Sight, weight: float) -> Reading:
    style, number = sight.mark.style, sight.mark.number
    if reading.key:
        weight = 3.0 if number is not None else -3.0
    weight += next_number(reading.number, number, opened=reading.opened or not reading.style)
    if reading.style and style != reading.style:
        weight -= 2.0 if reading.opened else 5.0
    if style in (known for known, _ in reading.sections):
        weight -= 6.0
    if reading.idle:
        weight -= 8.0
    return Reading(
        reading.weight + weight,
        reading,
        sight,
        is_section=False,
        sections=reading.sections,
        style=style,
        number=number if number is not None else reading.number + 1,
        counted=reading.counted + 1,
        opening=reading.opening,
        idle=reading.idle,
        key=reading.key,
    )


def _with_section(reading: Reading, sight: Sight, weight: float) -> Reading:
    key = reading.key or sight.heads_key
    begins_key = key and not reading.key
    sections, fits = next_sections(
        () if begins_key else reading.sections, sight.mark.style, sight.mark.number
    )
    if reading.style == sight.mark.style and not begins_key:
        weight -= 5.0
    if reading.counted and _is_inside(sight.mark.style, reading.style):
        weight -= 6.0
    inside = bool(reading.idle) and len(sections) > reading.idle
    if reading.is_section and len(sections) <= len(reading.sections) and not (reading.idle or reading.key):
        weight -= 2.0 if reading.sight and reading.sight.is_heading else 4.0  # one without questions
    if not reading.sections and not (key or sight.heads_notes):
        weight -= (
            4.0 * reading.counted
        )  # before the first section stands an introduction, with lists of its own
    return Reading(
        reading.weight + weight + (0.0 if begins_key else fits) + _closed(reading),
        reading,
        sight,
        is_section=True,
        sections=sections,
        style="" if begins_key else reading.style,
        number=0 if begins_key else reading.number,
        opened=True,
        opening=sight,
        idle=reading.idle if inside else len(sections) if sight.heads_notes and not key else 0,
        key=key,
    )


def _is_inside(style: str, asked: str) -> bool:
    """The questions are headings, and the mark is a lower one, or none: it is a part of a question."""
    return asked[-1:].isdigit() and not ("0" < style[-1:] <= asked[-1:])


def _passed(land: Landscape, reading: Reading, end: int) -> float:
    """What the text says, from the mark chosen last to the next one, of the choice."""
    start = reading.sight.mark.end if reading.sight else 0
    answers = land.answers_between(start, end)
    if reading.key:
        return 0.0
    if reading.sight is None or reading.is_section:
        return -(2.0 if reading.idle else 6.0) * answers
    if answers:
        return -5.0 * (answers - 1)
    if not land.answered:
        return 0.0
    since = reading.opening.mark.end if reading.opening is not None else None
    unanswered = since is not None and not land.answers_between(since, end)
    return -0.5 if unanswered else -2.0


def _closed(reading: Reading) -> float:
    """Whether the section that ends has as many questions as its heading says."""
    count = reading.opening.amounts.count if reading.opening is not None else None
    if count is None or reading.key:
        return 0.0
    return 4.0 if reading.counted == count else -min(2.0 * abs(reading.counted - float(count)), 4.0)
