"""The rules there are. A new one is a function and a line here."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence

from builder.checks import (
    calibration,
    coverage,
    duplicates,
    forms,
    giveaway,
    impressions,
    leading,
    papers,
    personal,
    references,
    rubrics,
    scripts,
    stems,
    sums,
    text,
    time,
    topics,
    translations,
    unfinished,
)
from builder.checks.ignoring import Ignored
from builder.checks.rule import AnyRule, DatedRule, ProjectRule, Rule, Slip
from builder.content.bank import LoadedBank
from builder.errors import Finding, Severity

WARNING = Severity.WARNING

RULES = (
    Rule("BANK-ID", references.bank_id, firm=True),
    Rule("ID-DUPLICATE", references.unique_ids, firm=True),
    Rule("COMPETENCY-UNKNOWN", references.known_competencies, firm=True),
    Rule("DRAW-TOO-MANY", references.drawable, firm=True),
    Rule("RUBRIC-SUM", sums.rubric_sum),
    Rule("RUBRIC-BANDS", sums.level_bands),
    Rule("RUBRIC-MISSING", sums.scored_needs_rubric),
    Rule("LEVEL-SAME", rubrics.same_descriptor, WARNING),
    Rule("LEVEL-DEGREE", rubrics.degree_descriptor, WARNING),
    Rule("KEY-POINT-SUM", sums.key_point_sum),
    Rule("SECTION-SUM", sums.section_sum),
    Rule("TOTAL-SUM", sums.total_sum),
    Rule("WEIGHT-SUM", sums.weight_sum),
    Rule("WEIGHT-RATIONALE", coverage.unexplained_weight, WARNING),
    Rule("COMPETENCY-UNASKED", coverage.unasked_competency),
    Rule("COMPETENCY-ONCE", coverage.competency_asked_once, WARNING),
    Rule("COMPETENCY-MANY", coverage.too_many_competencies, WARNING),
    Rule("QUESTION-CROWDED", coverage.crowded_question, WARNING),
    Rule("CRITERION-COMPETENCY", coverage.criterion_off_question, WARNING),
    Rule("TIME-OVER", time.over_slot),
    Rule("TIME-TIGHT", time.tight_slot, WARNING),
    Rule("TIME-POINTS", time.answering_time, WARNING),
    Rule("PARALLEL-ALONE", forms.lone_parallel, WARNING),
    Rule("PARALLEL-UNEQUAL", forms.unequal_parallels),
    Rule("SCRIPT-GAP", scripts.script_gaps, firm=True),
    Rule("TRIM-RATERS", papers.few_raters, firm=True),
    Rule("STATE-SECRET", papers.state_secret, firm=True),
    Rule("RETENTION-EMPTY", papers.no_retention, WARNING),
    Rule("PRIVACY-EMPTY", papers.no_privacy_notice, WARNING),
    Rule("REVIEW-ABSENT", papers.no_review_date, WARNING),
    Rule("STEM-NO-ASK", stems.no_ask, WARNING),
    Rule("STEM-CLOSED", stems.closed_stem, WARNING),
    Rule("STEM-MULTIPLE", stems.multiple_asks, WARNING),
    Rule("STEM-LONG", stems.long_stem, WARNING),
    Rule("STEM-LEADING", leading.leading_stem),
    Rule("STEM-LEADING-UNSCORED", leading.leading_unscored_stem, WARNING),
    Rule("STEM-DUPLICATE", duplicates.same_stem),
    Rule("STEM-NEAR-DUPLICATE", duplicates.near_stem, WARNING),
    Rule("PRACTICE-GIVES-AWAY", duplicates.practice_gives_away),
    Rule("PROBES-MISSING", stems.probes_missing, WARNING),
    Rule("PROBE-GIVES-AWAY", giveaway.probe_gives_away),
    Rule("TOPIC-FAMILY", topics.family),
    Rule("TOPIC-AGE", topics.age),
    Rule("TOPIC-ETHNICITY", topics.ethnicity),
    Rule("TOPIC-RELIGION", topics.religion),
    Rule("TOPIC-HEALTH", topics.health),
    Rule("TOPIC-SEXUALITY", topics.sexuality),
    Rule("TOPIC-ORIGIN", topics.origin, WARNING),
    Rule("TOPIC-POLITICS", topics.politics, WARNING),
    Rule("TOPIC-UNION", topics.union, WARNING),
    Rule("TOPIC-RECORD", topics.record, WARNING),
    Rule("TOPIC-PAY", topics.pay, WARNING),
    Rule("TOPIC-DEBT", topics.debt, WARNING),
    Rule("CRITERION-LOOKS", impressions.looks, WARNING),
    Rule("CRITERION-FIT", impressions.culture_fit, WARNING),
    Rule("TEXT-INVISIBLE", text.invisible_characters, WARNING),
    Rule("PERSONAL-DATA", personal.personal_data),
    Rule("TEXT-UNPARSED", unfinished.unplaced_text, WARNING),
    Rule("TEXT-PLACEHOLDER", unfinished.placeholder),
    Rule("CALIBRATION-LEVELS", calibration.sample_levels),
    Rule("CALIBRATION-POINTS", calibration.sample_points),
)
DATED_RULES = (DatedRule("REVIEW-OVERDUE", papers.review_overdue, WARNING),)
PROJECT_RULES = (ProjectRule("TRANSLATION-DIFFERS", translations.differing),)
ALL_RULES: tuple[AnyRule, ...] = (*RULES, *DATED_RULES, *PROJECT_RULES)


def tried_rules(as_of: datetime.date | None) -> Sequence[AnyRule]:
    """The rules that banks are tried against: all of them, or those that want no day."""
    return [rule for rule in ALL_RULES if as_of or not isinstance(rule, DatedRule)]


def rule_findings(
    loaded: LoadedBank, ignored: Ignored | None = None, as_of: datetime.date | None = None
) -> Iterator[Finding]:
    """The findings of every rule in one bank, but for those that are ignored there; some only `as_of` a day."""
    for rule, slip in _slips(loaded, as_of):
        if ignored is None or not ignored.hides(rule, slip.path):
            yield _finding(rule, loaded, slip)


def _slips(loaded: LoadedBank, as_of: datetime.date | None) -> Iterator[tuple[AnyRule, Slip]]:
    for rule in RULES:
        yield from ((rule, slip) for slip in rule.slips(loaded))
    if as_of is not None:
        for dated in DATED_RULES:
            yield from ((dated, slip) for slip in dated.slips(loaded, as_of))


def project_rule_findings(
    banks: Mapping[str, LoadedBank], ignored: Mapping[str, Ignored]
) -> Iterator[Finding]:
    """The findings, in the banks that `ignored` has, of the rules that look at several banks together."""
    for rule in PROJECT_RULES:
        for loaded, slip in rule.slips(banks):
            here = ignored.get(loaded.bank.id)
            if here is not None and not here.hides(rule, slip.path):
                yield _finding(rule, loaded, slip)


def _finding(rule: AnyRule, loaded: LoadedBank, slip: Slip) -> Finding:
    return Finding(rule.code, slip.sentence, slip.place(loaded), slip.hint, rule.severity)
