"""The rules there are. A new one is a function and a line here."""

from __future__ import annotations

from collections.abc import Iterator

from builder.checks import calibration, references, sums
from builder.checks.rule import Rule
from builder.content.bank import LoadedBank
from builder.errors import Finding

RULES = (
    Rule("BANK-ID", references.bank_id),
    Rule("ID-DUPLICATE", references.unique_ids),
    Rule("COMPETENCY-UNKNOWN", references.known_competencies),
    Rule("DRAW-TOO-MANY", references.drawable),
    Rule("RUBRIC-SUM", sums.rubric_sum),
    Rule("RUBRIC-BANDS", sums.level_bands),
    Rule("RUBRIC-MISSING", sums.scored_needs_rubric),
    Rule("KEY-POINT-SUM", sums.key_point_sum),
    Rule("SECTION-SUM", sums.section_sum),
    Rule("WEIGHT-SUM", sums.weight_sum),
    Rule("CALIBRATION-LEVELS", calibration.sample_levels),
    Rule("CALIBRATION-POINTS", calibration.sample_points),
)


def rule_findings(loaded: LoadedBank) -> Iterator[Finding]:
    """The findings of every rule in one bank."""
    for rule in RULES:
        yield from rule.findings(loaded)
