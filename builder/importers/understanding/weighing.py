"""How well a mark suits as the beginning of a section or of a question; the weights are ours, found by trying."""

from __future__ import annotations

from builder.importers.understanding.mark import INNER, Style
from builder.importers.understanding.sight import Sight

_QUESTION_STYLES = {
    Style.WORD: 4.0,
    Style.CASE: 1.5,
    Style.TOPIC: -0.5,
    Style.LABEL: 0.5,
    Style.HEADING: 0.5,
    Style.BOLD: -0.5,
    Style.NESTED: 0.5,
    Style.DOT: 0.5,
    Style.BRACKET: 0.0,
    Style.BRACKETS: 0.0,
    Style.LETTER: -1.0,
    Style.CIRCLED: -0.5,
    Style.HAN: -0.5,
    Style.HAN_BRACKETS: -0.5,
    Style.BULLET: -1.5,
    Style.INNER_BULLET: -4.0,
    Style.LINE: -2.0,
}
_SECTION_STYLES = {
    Style.PART: 3.5,
    Style.TOPIC: 1.5,
    Style.HAN: 1.5,
    Style.ROMAN: 1.0,
    Style.HEADING: 1.5,
    Style.BOLD: 0.5,
    Style.TITLE: -1.0,
    Style.HAN_BRACKETS: 0.0,
    Style.CASE: -1.5,
    Style.DOT: -1.5,
}
_ANYWHERE = (Style.PART, Style.TOPIC, Style.HAN, Style.HAN_BRACKETS)
"""Marks of sections that endless lines have."""
_LISTED = {"notes": -5.0, "probes": -5.0, "red_flags": -5.0, "common_errors": -5.0, "rubric": -3.5}
IMPOSSIBLE = -1000.0


def base(style: str) -> Style:
    """The style without the level of its heading, or the sign of an inner list."""
    return Style(style.rstrip(f"123456{INNER}"))


def as_question(sight: Sight) -> float:
    """How much speaks for a question beginning here."""
    style = base(sight.mark.style)
    if style not in _QUESTION_STYLES:
        return IMPOSSIBLE
    weight = _QUESTION_STYLES[style]
    weight += 2.5 * sight.asks - 0.5
    weight += 2.5 if sight.answered else 0.0
    weight -= 0.0 if sight.is_evident else 1.0
    weight += 0.5 if sight.mark.at_line else -2.5 if style is Style.WORD else 0.0
    weight += _LISTED.get(sight.listed, -2.0) if sight.listed else 0.0
    weight -= 1.5 if sight.listed and sight.asks < 1 else 0.0
    weight -= 3.0 if sight.pointed and not sight.answered else 0.0
    weight -= 5.0 if sight.heads_notes or sight.heads_key else 0.0
    weight -= 6.0 if sight.amounts.each is not None and sight.is_title else 0.0
    weight -= 5.0 if style is Style.LABEL and sight.within_question else 0.0
    if sight.mark.number is None and style is not Style.LABEL and sight.asks < 1:
        weight -= 3.0 if not sight.answered else 0.5
    return weight


def as_section(sight: Sight) -> float:
    """How much speaks for a section beginning here."""
    style = base(sight.mark.style)
    if style not in _SECTION_STYLES or not (sight.mark.at_line or style in _ANYWHERE):
        return IMPOSSIBLE
    weight = _SECTION_STYLES[style]
    weight += 1.5 if sight.is_title else -6.0
    weight += 1.0 if sight.sounds_like_section else 0.0
    weight += 4.0 if sight.amounts.each is not None or sight.amounts.count is not None else 0.0
    weight += 1.5 if sight.heads_notes or sight.heads_key else 0.0
    weight += 1.0 if sight.followed else -1.0
    weight -= 3.0 if "?" in sight.title else 0.0
    weight -= 3.0 if style is Style.TITLE and sight.mark.start == 0 and sight.sounds_like_questions else 0.0
    heads = style in (Style.TITLE, *_ANYWHERE, Style.HEADING) and sight.followed and not sight.listed
    weight -= 3.0 if sight.pointed and sight.amounts.each is None and not heads else 0.0
    weight -= 6.0 if sight.pointed and sight.scored else 0.0
    if sight.listed and style not in (Style.PART, Style.HAN, Style.HEADING):
        weight += _LISTED.get(sight.listed, -2.0)
    if style is not Style.HEADING and sight.mark.style[-1].isdigit():  # a number in a heading
        weight += 1.5
    return weight
