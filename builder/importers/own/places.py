"""What kind of value each field of a bank is, by its path, and which fields are items of a list."""

from __future__ import annotations

import re
from typing import Literal

Kind = Literal[
    "plain", "line", "prose", "number", "band", "type", "difficulty", "competencies", "must", "date",
    "aggregation", "correction", "draw", "script",
]  # fmt: skip
"""`plain`: words as they are; `line`: Markdown in one paragraph; `prose`: Markdown in blocks; the rest is parsed."""

_KINDS: tuple[tuple[str, Kind], ...] = (
    (r"(questions/[^/]+|practice/\d+)/(scenario|stem|task|guide/model_answer|guide/analysis)", "prose"),
    (r"questions/[^/]+/calibration/[^/]+/answer", "prose"),
    (r"handout/(role|format|adjustments|privacy|results)", "prose"),
    (r"questions/[^/]+/type", "type"),
    (r"questions/[^/]+/difficulty", "difficulty"),
    (r"questions/[^/]+/competencies", "competencies"),
    (r".*/must_have", "must"),
    (r".*/band", "band"),
    (r".*/(points|minutes|think_minutes|answer_minutes|weight)", "number"),
    (r"sections/[^/]+/draw", "draw"),
    (r"review_due|.*/date", "date"),
    (r"aggregation", "aggregation"),
    (r"correction_rule", "correction"),
    (r"scripts/opening", "script"),
    (r"version|owner|position/(title|grade)|.*/(title|name|label|version)|handout/contact", "plain"),
)
_PATTERNS = tuple((re.compile(pattern), kind) for pattern, kind in _KINDS)
_ITEM = re.compile(
    r"(questions/[^/]+/(?:probes|rubric|guide/(?:key_points|common_errors|red_flags))"
    r"|position/key_tasks|handout/(?:preparation|bring|conduct|notes)|changes)/(\d+)(?:/(.+))?"
)
_ROWS = re.compile(r".*/(?:rubric|key_points|red_flags)|changes")
OPTIONAL = re.compile(
    r".*/(scenario|task|model_answer|analysis|grade|weight_rationale|must_have|arrival|notes_allowed|adjustments|privacy"
    r"|results|contact)|owner|review_due|retention|scripts/.*|questions/[^/]+/(title|guide/key_points/\d+/points)"
)
"""Fields that are gone from the bank when they are gone from the page."""


def kind_of(path: str) -> Kind:
    """The kind of a field; Markdown in one paragraph unless it is something else."""
    return next((kind for pattern, kind in _PATTERNS if pattern.fullmatch(path)), "line")


def item_of(path: str) -> tuple[str, int, str] | None:
    """For an item of a list that can grow and shrink: the list, the item's number in it, what of it is printed."""
    match = _ITEM.fullmatch(path)
    return (match[1], int(match[2]), match[3] or "") if match else None


def has_rows(items: str) -> bool:
    """Whether the items of a list are rows of a table."""
    return _ROWS.fullmatch(items) is not None
