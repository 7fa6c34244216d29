"""Ranks within a room, and the composite of written test and interview."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from builder.scoring.rounding import half_up
from builder.scoring.rules import ScoreError
from builder.words import words


def ranks(results: Mapping[str, Decimal | None]) -> dict[str, int | None]:
    """Candidate → rank from 1; equal results share a rank and the next is skipped (1, 1, 3); absent ones have none."""
    present = [result for result in results.values() if result is not None]
    return {
        candidate: None if result is None else 1 + sum(other > result for other in present)
        for candidate, result in results.items()
    }


def composite(written: Decimal, interview: Decimal, interview_share: Decimal) -> Decimal:
    """Written test and interview together, two decimals, half up; `interview_share` in per cent.

    Raises ScoreError for a share outside 0 to 100.
    """
    if not 0 <= interview_share <= 100:
        raise ScoreError(
            words("the interview's share is {share} per cent", share=interview_share),
            words("give a share between 0 and 100"),
        )
    share = Fraction(interview_share) / 100
    return half_up(Fraction(written) * (1 - share) + Fraction(interview) * share)
