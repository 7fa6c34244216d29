"""Whether what the outline takes for questions are some: contracts and recipes have numbered lists too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.importers.understanding.landscape import Landscape
from builder.importers.understanding.outline import Beginning


def credible(land: Landscape, beginnings: Sequence[Beginning]) -> list[Beginning]:
    """The beginnings without lists in which nothing asks; none at all where the document is no interview."""
    if not any(b.key for b in beginnings) and not _is_interview(land, beginnings):
        return []
    kept: list[Beginning] = []
    for group in _groups(beginnings):
        questions = [b for b in group if not b.is_section]
        if not questions or _holds_questions(group, questions):
            kept += group
        else:
            kept += [b for b in group if b.is_section]
    if _asks_enough(kept):
        return kept
    return list(beginnings) if land.is_list_of_questions else []


def _asks_enough(beginnings: Sequence[Beginning]) -> bool:
    questions = [b for b in beginnings if not b.is_section]
    return sum(b.key or b.sight.is_evident for b in questions) * 2 >= len(questions) > 0


def _is_interview(land: Landscape, beginnings: Sequence[Beginning]) -> bool:
    """Its title says so, or more than half of its questions ask."""
    questions = [b for b in beginnings if not b.is_section]
    evident = [b for b in questions if b.sight.is_evident]
    return land.is_interview or (len(evident) >= 2 and len(evident) * 2 > len(questions))


def _groups(beginnings: Sequence[Beginning]) -> Iterator[list[Beginning]]:
    """Headings with the questions below them."""
    group: list[Beginning] = []
    for beginning in beginnings:
        if beginning.is_section and any(not b.is_section for b in group):
            yield group
            group = []
        group.append(beginning)
    if group:
        yield group


def _holds_questions(group: Sequence[Beginning], questions: Sequence[Beginning]) -> bool:
    if any(b.key or b.sight.is_evident for b in questions):
        return True
    return any(
        b.sight.sounds_like_questions or b.sight.amounts.each is not None or b.sight.amounts.count is not None
        for b in group
        if b.is_section
    )
