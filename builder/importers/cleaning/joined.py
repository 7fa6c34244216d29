"""Bytes as characters, where some that stood between were thrown away: 共推定 was 共同制定.

Where characters are shifted, two halves in between may fall on a code that no character has; sites drop it without a
trace, and the halves around it make one character, or none, out of two.
"""

from __future__ import annotations

from builder.importers.cleaning.double_bytes import as_bytes, as_text, is_free, with_lead, with_trail
from builder.importers.cleaning.evidence import ENDS, Evidence
from builder.importers.cleaning.han import is_common

UNKNOWN = "□"
_MOST_UNKNOWN = 0.15
"""Share of the characters that may be unknown."""


def parted(before: str, pairs: bytes, after: str, evidence: Evidence) -> tuple[str, str] | None:
    """The characters of the pairs, one made of two made two again; and those that are guesses. None: no text at all."""
    chars = [as_text(pairs[i : i + 2]) or "" for i in range(0, len(pairs) - 1, 2)]
    odd = sum(not (char and is_common(char)) for char in chars)
    if odd > max(1, len(chars) // 4):
        return None
    made = guesses = ""
    for i, char in enumerate(chars):
        left = (made or before)[-1:]
        right = next((c for c in chars[i + 1 : i + 2] if c), after)
        two = _two(left, char, pairs[2 * i : 2 * i + 2], right, evidence)
        if not two and not (char and is_common(char)):
            two = UNKNOWN * 2
        made += two or char
        guesses += two
    unknown = made.count(UNKNOWN)
    return None if unknown > max(2, _MOST_UNKNOWN * len(made)) else (made, guesses)


def _two(left: str, char: str, pair: bytes, right: str, evidence: Evidence) -> str:
    common = bool(char) and is_common(char)
    if common and not ENDS.isdisjoint((left, char, right)):
        return ""
    if common and min(evidence.familiar(left, char), evidence.familiar(char, right)) >= 1:
        return ""
    lefts = [(known, c) for c in with_lead(pair[0]) if (known := evidence.familiar(left, c)) >= 1]
    rights = [
        (known, c) for c in with_trail(pair[1]) if lefts and (known := evidence.familiar(c, right)) >= 1
    ]
    weighed = sorted(
        (
            (before + after, first + second)
            for before, first in lefts
            for after, second in rights
            if is_free(as_bytes(first)[1], as_bytes(second)[0])
        ),
        reverse=True,
    )
    clear = weighed and (len(weighed) == 1 or weighed[0][0] >= 2 * weighed[1][0])
    return weighed[0][1] if clear else ""
