"""Lengths in the few style attributes that the vocabulary allows."""

from __future__ import annotations

import itertools
import re

from builder.errors import BuildError
from builder.words import words

_DECLARATION = re.compile(r"\s*(width|height)\s*:\s*([0-9]{1,4}(?:\.[0-9]{1,9})?)\s*(mm|%)\s*;?\s*")


def length(style: str, name: str, unit: str) -> float | None:
    """The number in `width:40mm`; None for an empty attribute.

    Raises BuildError when it says anything but the one length expected there.
    """
    if not style.strip():
        return None
    found = _DECLARATION.fullmatch(style)
    if found is None or (found[1], found[3]) != (name, unit):
        raise BuildError(
            words("style=“{style}” is not a {name} in {unit}", style=style, name=name, unit=unit)
        )
    return float(found[2])


def shares(percentages: list[float | None], total: int) -> list[int]:
    """Column widths in twips that add up to `total`; columns without a percentage share what is left."""
    known = sum(p for p in percentages if p is not None)
    unknown = sum(p is None for p in percentages)
    rest = max(100 - known, 5 * unknown) / unknown if unknown else 0
    weights = [rest if p is None else p for p in percentages]
    whole = sum(weights) or 1
    edges = [round(total * sum(weights[:i]) / whole) for i in range(len(weights) + 1)]
    return [right - left for left, right in itertools.pairwise(edges)]
