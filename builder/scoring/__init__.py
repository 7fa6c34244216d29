"""From raters' marks to one result, exactly: the rules that panel summaries print and spreadsheets compute."""

from builder.scoring.adjust import Adjusted, panel_adjust
from builder.scoring.rank import composite, ranks
from builder.scoring.rules import (
    FEWEST_FOR_TRIMMING,
    ByCompetency,
    ScoreError,
    Trimmed,
    consensus,
    mean,
    trim_by_competency,
    trim_total,
)

__all__ = [
    "FEWEST_FOR_TRIMMING",
    "Adjusted",
    "ByCompetency",
    "ScoreError",
    "Trimmed",
    "composite",
    "consensus",
    "mean",
    "panel_adjust",
    "ranks",
    "trim_by_competency",
    "trim_total",
]
