"""The rules there are. A new one is a function and a line here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from builder.checks import calibration, references, sums
from builder.checks.ignoring import Ignored
from builder.checks.rule import ProjectRule, Rule, Slip
from builder.content.bank import LoadedBank
from builder.errors import Finding

RULES = (
    Rule("BANK-ID", references.bank_id, firm=True),
    Rule("ID-DUPLICATE", references.unique_ids, firm=True),
    Rule("COMPETENCY-UNKNOWN", references.known_competencies, firm=True),
    Rule("DRAW-TOO-MANY", references.drawable, firm=True),
    Rule("RUBRIC-SUM", sums.rubric_sum),
    Rule("RUBRIC-BANDS", sums.level_bands),
    Rule("RUBRIC-MISSING", sums.scored_needs_rubric),
    Rule("KEY-POINT-SUM", sums.key_point_sum),
    Rule("SECTION-SUM", sums.section_sum),
    Rule("WEIGHT-SUM", sums.weight_sum),
    Rule("CALIBRATION-LEVELS", calibration.sample_levels),
    Rule("CALIBRATION-POINTS", calibration.sample_points),
)


PROJECT_RULES: tuple[ProjectRule, ...] = ()
ALL_RULES: tuple[Rule | ProjectRule, ...] = (*RULES, *PROJECT_RULES)


def rule_findings(loaded: LoadedBank, ignored: Ignored | None = None) -> Iterator[Finding]:
    """The findings of every rule in one bank, but for those that are ignored there."""
    for rule in RULES:
        for slip in rule.slips(loaded):
            if not (ignored and ignored.hides(rule, slip.path)):
                yield _finding(rule, loaded, slip)


def project_rule_findings(
    banks: Mapping[str, LoadedBank], ignored: Mapping[str, Ignored]
) -> Iterator[Finding]:
    """The findings of the rules that look at all banks of a project together."""
    for rule in PROJECT_RULES:
        for loaded, slip in rule.slips(banks):
            if not ignored[loaded.bank.id].hides(rule, slip.path):
                yield _finding(rule, loaded, slip)


def _finding(rule: Rule | ProjectRule, loaded: LoadedBank, slip: Slip) -> Finding:
    return Finding(rule.code, slip.sentence, slip.place(loaded), slip.hint, rule.severity)
