"""The organisers' view (组织方) of what becomes of the raters' marks: who is added up how, and no question."""

from __future__ import annotations

from decimal import Decimal

from builder.content.views.interviewer import interviewer_view
from builder.errors import BuildError
from builder.model.bank import Aggregation, Bank, Scale
from builder.model.base import Model
from builder.scoring import FEWEST_FOR_TRIMMING
from builder.words import words

FEWEST, MOST = 3, 9
"""Panels that the summary's columns hold (ours)."""
TOP = {Scale.BARS_5: 5, Scale.UK_7: 7, Scale.STRENGTH_4: 4}


class WeighedCompetency(Model):
    """One row of a summary by competency."""

    name: str
    weight: Decimal


class PanelView(Model):
    """Everything on a panel summary that is printed before the interview."""

    id: str
    title: str
    locale: str
    version: str
    position: str
    raters: int
    aggregation: Aggregation
    scale: Scale
    competencies: list[WeighedCompetency]
    points: Decimal
    """The most that one candidate can get."""
    marking: str | None

    @property
    def rated(self) -> bool:
        """Whether raters give ratings that are weighted, not points."""
        return self.scale is not Scale.POINTS

    @property
    def by_competency(self) -> bool:
        """Whether each competency has marks of its own; otherwise a rater has one total a candidate."""
        return self.rated or self.aggregation is Aggregation.TRIM_BY_COMPETENCY

    @property
    def trims_competencies(self) -> bool:
        """Whether one highest and one lowest mark of each competency are dropped."""
        return self.aggregation is Aggregation.TRIM_BY_COMPETENCY

    @property
    def trims_totals(self) -> bool:
        """Whether one highest and one lowest total are dropped.

        With panel-adjust they are where the panel is large enough, as at civil-service interviews (ours).
        """
        adjusted = self.adjusts and self.raters >= FEWEST_FOR_TRIMMING
        return adjusted or self.aggregation is Aggregation.TRIM_TOTAL

    @property
    def adjusts(self) -> bool:
        """Whether results are evened out between rooms (二次平均法)."""
        return self.aggregation is Aggregation.PANEL_ADJUST

    @property
    def agrees(self) -> bool:
        """Whether the panel agrees on a mark after rating alone (合议)."""
        return self.aggregation is Aggregation.CONSENSUS

    @property
    def trims(self) -> bool:
        """Whether any marks are dropped."""
        return self.trims_totals or self.trims_competencies

    @property
    def valid(self) -> int:
        """Number of marks that are averaged."""
        return self.raters - 2 if self.trims else self.raters

    @property
    def rules(self) -> list[str]:
        """Names of the sentences that state the rule for one candidate, in order (`labels.panel.rules`)."""
        kind = "trim_total" if self.trims_totals else "mean" if self.adjusts else self.aggregation.value
        first = kind.replace("-", "_") + ("_rated" if self.rated else "")
        return [
            first,
            *(["ties"] if self.trims else []),
            *(["rounding"] if not self.agrees or self.rated else []),
        ]

    def most(self, competency: WeighedCompetency) -> Decimal:
        """The highest mark of a competency: its weight in points, or the top of the rating scale."""
        return Decimal(TOP[self.scale]) if self.rated else competency.weight


def fits_panel(bank: Bank) -> bool:
    """Whether a summary has columns for this bank's panel."""
    return FEWEST <= bank.panel_size <= MOST


def panel_view(bank: Bank) -> PanelView:
    """What the organisers add up. Raises BuildError for a rule that drops marks of fewer than five raters."""
    view = PanelView(
        id=bank.id,
        title=bank.title,
        locale=bank.locale,
        version=bank.version,
        position=bank.position.title,
        raters=bank.panel_size,
        aggregation=bank.aggregation,
        scale=bank.scale,
        competencies=[WeighedCompetency(name=c.name, weight=c.weight) for c in bank.competencies],
        points=_points(bank),
        marking=bank.marking,
    )
    if view.trims and view.raters < FEWEST_FOR_TRIMMING:
        raise BuildError(
            words("{count} marks are too few to drop two of them", count=view.raters),
            words("use at least {least} raters, or aggregation: mean", least=FEWEST_FOR_TRIMMING),
        )
    return view


def _points(bank: Bank) -> Decimal:
    """Top of the scale; by competency the weights in points; otherwise the points of the questions asked."""
    if bank.scale is not Scale.POINTS:
        return Decimal(TOP[bank.scale])
    if bank.aggregation is Aggregation.TRIM_BY_COMPETENCY:
        return sum((c.weight for c in bank.competencies), Decimal(0))
    return interviewer_view(bank).points
