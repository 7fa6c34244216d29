"""How several raters' marks of one candidate become one result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from builder.errors import PacksError
from builder.scoring.rounding import half_up, total
from builder.words import words

FEWEST_FOR_TRIMMING = 5
"""Dropping two of fewer than five marks leaves too few to average (ours)."""


class ScoreError(PacksError):
    """The marks cannot be aggregated by this rule."""


@dataclass(frozen=True, slots=True)
class Trimmed:
    """A candidate's marks with the dropped ones named by their place (from 0) among the raters."""

    highest: int | None
    lowest: int | None
    valid_total: Decimal
    valid_count: int
    exact: Fraction
    """The average before rounding."""

    @property
    def result(self) -> Decimal:
        """The average of the valid marks, two decimals, half up."""
        return half_up(self.exact)


def trim_total(scores: Sequence[Decimal]) -> Trimmed:
    """Drops one highest and one lowest mark and averages the rest (去掉一个最高分和一个最低分).

    Of equal marks only the first is dropped; where all are equal, the first is dropped as the highest and the
    second as the lowest. Raises ScoreError for fewer than five raters.
    """
    _require(scores)
    if len(scores) < FEWEST_FOR_TRIMMING:
        raise ScoreError(
            words("{count} marks are too few to drop two of them", count=len(scores)),
            words("use at least {least} raters, or aggregation: mean", least=FEWEST_FOR_TRIMMING),
        )
    highest = scores.index(max(scores))
    others = [i for i in range(len(scores)) if i != highest]
    lowest = min(others, key=lambda i: (scores[i], i))
    valid = [scores[i] for i in others if i != lowest]
    return _averaged(valid, highest, lowest)


def mean(scores: Sequence[Decimal]) -> Trimmed:
    """Averages all marks. Raises ScoreError where there are none."""
    _require(scores)
    return _averaged(scores, None, None)


def consensus(scores: Sequence[Decimal], agreed: Decimal, reason: str = "") -> Trimmed:
    """The mark that the panel agreed on after rating alone.

    Raises ScoreError where it lies outside what anyone gave and no reason is written down.
    """
    _require(scores)
    if not min(scores) <= agreed <= max(scores) and not reason.strip():
        raise ScoreError(
            words("the agreed mark {agreed} lies outside what any rater gave", agreed=agreed),
            words(
                "write down the reason, or agree within {low} to {high}", low=min(scores), high=max(scores)
            ),
        )
    return Trimmed(None, None, agreed, len(scores), Fraction(agreed))


@dataclass(frozen=True, slots=True)
class ByCompetency:
    """Each competency's trimmed average, and their sum as the result."""

    competencies: Mapping[str, Trimmed]

    @property
    def result(self) -> Decimal:
        """The sum of the unrounded averages, two decimals, half up: rounding happens once."""
        return half_up(sum((t.exact for t in self.competencies.values()), Fraction(0)))


def trim_by_competency(marks: Mapping[str, Sequence[Decimal]]) -> ByCompetency:
    """Trims and averages each competency's marks by themselves, then adds the averages up.

    `marks` has, for each competency, one mark a rater, in points out of the competency's weight. Raises
    ScoreError for fewer than five raters, or where competencies have different numbers of marks.
    """
    if len({len(scores) for scores in marks.values()}) > 1:
        raise ScoreError(
            words("the competencies have different numbers of marks"),
            words("every rater marks every competency"),
        )
    return ByCompetency({name: trim_total(scores) for name, scores in marks.items()})


def _averaged(valid: Sequence[Decimal], highest: int | None, lowest: int | None) -> Trimmed:
    exact = total(valid)
    return Trimmed(highest, lowest, sum(valid, Decimal(0)), len(valid), exact / len(valid))


def _require(scores: Sequence[Decimal]) -> None:
    if not scores:
        raise ScoreError(words("there are no marks"), words("enter at least one rater's mark"))
