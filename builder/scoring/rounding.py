"""Two decimals, half up, decided on the exact value: never on a float or an already rounded quotient."""

from __future__ import annotations

import math
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

PLACES = 2


def half_up(value: Fraction, places: int = PLACES) -> Decimal:
    """`value` rounded to `places` decimals; a tie goes up (83.125 → 83.13). Scores are never negative."""
    scaled = math.floor(value * 10**places + Fraction(1, 2))
    return Decimal(scaled).scaleb(-places)


def total(scores: Iterable[Decimal]) -> Fraction:
    """The exact sum."""
    return sum((Fraction(score) for score in scores), Fraction(0))
