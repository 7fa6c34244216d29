"""二次平均法: evening out rooms whose panels were stricter or kinder.

The rule as published for Chinese civil-service interviews: each room's average A, the average R of the rooms'
averages, the room's factor R ÷ A, and a candidate's result = raw result × the factor of the room.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from builder.scoring.rounding import half_up, total
from builder.scoring.rules import ScoreError
from builder.words import words

FACTOR_PLACES = 4


@dataclass(frozen=True, slots=True)
class Adjusted:
    """What the adjustment found and made: room → average and factor, candidate → result."""

    averages: Mapping[str, Decimal]
    overall: Decimal
    factors: Mapping[str, Decimal]
    """R ÷ A to four decimals, for print; results are computed with the exact factor."""
    results: Mapping[str, Decimal]


def panel_adjust(rooms: Mapping[str, Mapping[str, Decimal]]) -> Adjusted:
    """Adjusts the raw results of every candidate, given room by room; absent candidates are left out.

    Raises ScoreError for a room without candidates, a candidate in two rooms, or a room whose average is 0.
    """
    _refuse(rooms)
    averages = {room: total(raw.values()) / len(raw) for room, raw in rooms.items()}
    overall = sum(averages.values(), Fraction(0)) / len(averages)
    factors = {room: overall / average for room, average in averages.items()}
    results = {
        candidate: half_up(Fraction(score) * factors[room])
        for room, raw in rooms.items()
        for candidate, score in raw.items()
    }
    return Adjusted(
        averages={room: half_up(average) for room, average in averages.items()},
        overall=half_up(overall),
        factors={room: half_up(factor, FACTOR_PLACES) for room, factor in factors.items()},
        results=results,
    )


def _refuse(rooms: Mapping[str, Mapping[str, Decimal]]) -> None:
    seen: set[str] = set()
    for room, raw in rooms.items():
        if not any(raw.values()):
            raise ScoreError(
                words("the room {room} has no results to average", room=room),
                words("leave rooms out in which nobody was interviewed"),
            )
        for candidate in raw:
            if candidate in seen:
                raise ScoreError(
                    words("the candidate {candidate} stands in two rooms", candidate=candidate),
                    words("correct the draw numbers"),
                )
            seen.add(candidate)
