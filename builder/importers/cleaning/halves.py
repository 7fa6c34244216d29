"""A run of characters as the halves that they were put together from, and the characters that these make otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from builder.importers.cleaning.double_bytes import (
    as_bytes,
    as_text,
    is_free,
    read_as,
    with_lead,
    with_trail,
)
from builder.importers.cleaning.evidence import ENDS, Evidence
from builder.importers.cleaning.joined import UNKNOWN, parted

LATIN = "a-zü\u0101-\u01dcà-ú"
LONGEST = 1000
"""Characters that are looked at."""
_RUN = re.compile(r"([^\x00-\x7f]{0,2000})([@-~](?![a-zA-Z]))?")
_READING = re.compile(f"[(（]([{LATIN}]{{1,7}})[)）]")
_LOST = re.compile(f"[?\ufffd](?:([{LATIN}]{{1,7}})[)）])?")
"""What shows where a half was lost with the bracket behind it, and the reading that stood in the bracket."""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters up to the next byte of ASCII that is none of their halves."""

    start: int
    """Of all that a repair replaces."""
    end: int
    shown: str
    tail: str
    """A letter or sign of ASCII that is the second half of the last character."""
    halves: bytes
    read: str
    """The reading that stands in brackets behind the last character."""


@dataclass(frozen=True, slots=True)
class Repair:
    """What stands in place of a stretch, empty where that is not certain, and what of it is a guess."""

    start: int
    end: int
    text: str
    guess: str = ""
    told: bool = False
    """A reading that stands there confirms it."""


def run_at(text: str, start: int, position: int) -> Run:
    """The run that begins at the position; it replaces the text from `start`."""
    found = _RUN.match(text, position)
    assert found is not None  # the pattern matches nothing at all, too
    raw = as_bytes(found[1])
    shown = found[1][: len(raw) // 2]
    tail = (found[2] or "") if len(shown) == len(found[1]) else ""
    end = position + len(shown) + len(tail)
    read = _READING.match(text, end) if tail else None
    return Run(start, end, shown, tail, raw + tail.encode(), read[1] if read else "")


def read_on(
    text: str, run: Run, stream: bytes, options: Sequence[str] | None, evidence: Evidence
) -> Repair | None:
    """The bytes as characters, behind one of the options if there are any; None where they are none."""
    before = text[run.start - 1 : run.start]
    tail_told = bool(run.read) and _reads(stream, run)
    end, last, told = run.end, "", tail_told
    gaps: Iterable[str] = ()
    if run.read and not tail_told:
        # One character more was lost, between the last two: the reading tells what the last one is.
        ends = read_as(with_trail(ord(run.tail)), run.read)
        if len(ends) != 1:
            return None
        stream, last, told = stream[:-1], ends[0], True
        gaps = _beside_free(stream, last)
    elif len(stream) % 2:
        lost = _LOST.match(text, run.end)
        end = lost.end() if lost else end
        gaps = with_lead(stream[-1])
        if lost and lost[1]:
            gaps, told = read_as(gaps, lost[1]), True
    if told and len(stream) % 2 and not gaps:
        return None
    pairs = stream[: len(stream) - len(stream) % 2]
    first, sure = _first(before, options, (as_text(pairs[:2]) or last)[:1], evidence)
    read = parted(first or before, pairs[: 2 * LONGEST], last or text[end : end + 1], evidence)
    if read is None or len(pairs) > 2 * LONGEST:
        return None
    known, guess = read[0], ("" if sure else first) + read[1]
    if len(stream) % 2:
        behind = last or text[end : end + 1]
        filled, alone = _filled((before + first + known)[-1], sorted(set(gaps)), behind, evidence)
        known += filled
        guess += "" if alone and told else filled
    made = first + known + last
    return Repair(run.start, end, made, guess + _strange(before, made, evidence), told)


def _reads(stream: bytes, run: Run) -> bool:
    """The last two bytes are a character with the reading that stands behind it."""
    last = as_text(stream[-2:]) if len(stream) % 2 == 0 else None
    return last is not None and len(last) == 1 and bool(read_as((last,), run.read))


def _beside_free(stream: bytes, last: str) -> list[str]:
    """The characters of the dangling byte whose other half, with the first of the next character, is no character."""
    lead = as_bytes(last)[0]
    return [c for c in with_lead(stream[-1]) if is_free(as_bytes(c)[1], lead)] if len(stream) % 2 else []


def _filled(before: str, gaps: list[str], after: str, evidence: Evidence) -> tuple[str, bool]:
    """The character of a dangling half, and whether it is the only one that it can be."""
    if len(gaps) == 1:
        return gaps[0], True
    if "”" in gaps and (before in "。！？…" or not after):
        return "”", False
    return evidence.best(before, gaps, after)[0] or UNKNOWN, False


def _first(before: str, options: Sequence[str] | None, after: str, evidence: Evidence) -> tuple[str, bool]:
    """The character of the first half, and whether it is certain."""
    if options is None:
        return "", True
    if "。" in options and after in ("”", "’"):
        return "。", True
    best, alone = evidence.best(before, options, after)
    if "。" in options and evidence.familiar(before, best) < 1:
        return "。", False
    return best or ("" if "" in options else UNKNOWN), alone and after not in ENDS


def _strange(before: str, made: str, evidence: Evidence) -> str:
    """Characters that stand beside neither neighbour anywhere else: two may have become one there."""
    around = before + made
    return "".join(
        char
        for i, char in enumerate(around[1:-1], 1)
        if char not in ENDS
        and char != UNKNOWN
        and not ENDS.issuperset((around[i - 1], around[i + 1]))
        and not (evidence.familiar(around[i - 1], char) or evidence.familiar(char, around[i + 1]))
    )
