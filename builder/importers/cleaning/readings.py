"""Readings in brackets behind characters, 項(xiàng)目, as machines put them there: taken out; real brackets stay."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from builder.importers.cleaning.double_bytes import as_bytes, as_text
from builder.importers.cleaning.han import HAN, bare, bare_readings, has_tone, is_traditional, readings
from builder.importers.cleaning.passages import Draught
from builder.words import words

LONGEST_WORD = 6
"""Characters that one bracket may be the reading of."""
FEWEST = 3
"""Different characters with their reading behind them that make it a habit of the text."""
FULL = 6
"""Such characters without any tone mark that make the text full of them."""
_BRACKET = re.compile(
    rf"(?<=[{HAN}@-~])[(（] ?(?=[a-zü\u0101-\u01dcà-ú\u0251\u0261])([a-zü:\u0101-\u01dcà-ú\u0251\u0261\u0300-\u030c' ’\-]{{1,36}}[1-5]?) ?[)）]"
)


@dataclass(frozen=True, slots=True)
class _Reading:
    passage: int
    start: int
    end: int
    char: str
    syllables: str
    fits: bool
    toned: bool
    """It has a tone mark, or is written without one in dictionaries."""


def take_out_readings(draught: Draught) -> None:
    """Takes every bracket out that is the reading of what stands before it, where the text has the habit."""
    found = [reading for i in range(len(draught.passages)) for reading in _brackets(draught, i)]
    halved = [r for r in found if not r.fits and _is_of_halves(draught, r)]
    fitting = [reading for reading in found if reading.fits]
    toned = [reading for reading in fitting if reading.toned]
    habit = len({r.char for r in toned}) >= FEWEST and not _is_lesson(toned)
    bare_ones = [r for r in found if not r.toned]
    full = (
        len({r.char for r in bare_ones if r.fits}) >= FULL
        and sum(r.fits for r in bare_ones) * 5 >= len(bare_ones) * 4
    )
    gone = [r for r in fitting if (r.toned and (habit or is_traditional(r.char))) or (not r.toned and full)]
    gone = sorted([*gone, *halved], key=lambda r: (r.passage, r.start))
    for i, group in itertools.groupby(gone, key=lambda r: r.passage):
        draught.passages[i].edit([(r.start, r.end, "") for r in group])
    if gone:
        draught.notes.append(
            words("{count} readings in brackets behind characters were taken out", count=len(gone))
        )


def _brackets(draught: Draught, i: int) -> Iterator[_Reading]:
    text = draught.passages[i].words.text
    for match in _BRACKET.finditer(text):
        said = match[1]
        before = text[max(match.start() - LONGEST_WORD, 0) : match.start()]
        toned = (
            has_tone(said)
            or said[-1].isdigit()
            or (is_traditional(before[-1]) and bare(said) in readings(before[-1]))
        )
        yield _Reading(i, *match.span(), before[-1], bare(said), is_reading(before, bare(said)), toned)


def is_reading(before: str, letters: str) -> bool:
    """The letters are readings, one behind the other, of the last characters."""
    ends = {len(letters)}
    for char in reversed(before):
        ends = {
            end - len(reading)
            for end in ends
            for reading in _spellings(char)
            if letters.endswith(reading, 0, end)
        }
        if 0 in ends:
            return True
        if not ends:
            return False
    return False


def _is_of_halves(draught: Draught, reading: _Reading) -> bool:
    """It was put behind a letter that, with half of the character before, looks like one that is read so: 套C(zhèng)RM."""
    before = draught.passages[reading.passage].words.text[max(reading.start - 2, 0) : reading.start]
    halves = as_bytes(before[:1])
    if len(before) < 2 or len(halves) != 2 or not before[1].isascii() or not reading.toned:
        return False
    char = as_text(bytes([halves[1], ord(before[1])]))
    return char is not None and len(char) == 1 and is_reading(char, reading.syllables)


def _spellings(char: str) -> frozenset[str]:
    known = bare_readings(char)
    return known | {reading.replace("v", "u") for reading in known}


def _is_lesson(toned: list[_Reading]) -> bool:
    """A few brackets that tell two readings of one character apart: the document speaks of how it is read."""
    told = {(r.char, r.syllables) for r in toned}
    return len(toned) < 20 and len(told) > len({r.char for r in toned})
