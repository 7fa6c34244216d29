"""Whether a number follows the last one: of questions, and of sections inside sections."""

from __future__ import annotations

Sections = tuple[tuple[str, int], ...]


def next_number(last: int, number: int | None, *, opened: bool) -> float:
    """How well `number` follows question `last`; `opened` where a section, or the document, has just begun."""
    if number is None:
        return 0.5
    if number == last + 1:
        return 2.0
    if number == 1 and opened:
        return 2.0
    if number == last:  # a slip of the pen
        return -2.0
    if opened and last == 0:
        return -min(1.0 * (number - 1), 4.0)
    if number > last:
        return -2.0 - min(0.5 * (number - last), 4.0)
    return -7.0


def next_sections(sections: Sections, style: str, number: int | None) -> tuple[Sections, float]:
    """The sections that are open once this one begins, outermost first, and how well it follows."""
    for depth, (known, last) in enumerate(sections):
        if known == style:
            follows = number if number is not None else last + 1
            return (*sections[:depth], (style, follows)), _follows(last, follows)
    around = tuple(s for s in sections if not _is_below(s[0], style))
    fits = (1.5 if number in (1, None) else -2.0) - 1.0 * len(around)
    return (*around, (style, number or 1)), fits


def _follows(last: int, number: int) -> float:
    if number == last + 1:
        return 2.0
    return -2.0 if number > last else -5.0


def _is_below(style: str, other: str) -> bool:
    """Both are headings, and the first is of the same or a lower level."""
    return style[-1:].isdigit() and other[-1:].isdigit() and style[-1] >= other[-1]
