"""Level descriptors: each says what raters see at that level, not how well they liked it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.checks.degrees import without_degrees
from builder.checks.rule import Slip
from builder.content.bank import LoadedBank, located_questions
from builder.content.source import Path_
from builder.model.bank import Level
from builder.words import words


def same_descriptor(loaded: LoadedBank) -> Iterator[Slip]:
    """No two levels of a criterion are described in the same words."""
    for path, levels in _located_levels(loaded):
        for j, level in enumerate(levels):
            twin = next((other for other in levels[:j] if _bare(other) == _bare(level)), None)
            if twin is not None:
                sentence = words("described in the same words as “{label}”", label=twin.label)
                yield Slip(
                    (*path, j, "descriptor"), sentence, words("say what is seen or heard at this level only")
                )


def degree_descriptor(loaded: LoadedBank) -> Iterator[Slip]:
    """Levels differ in what is seen or heard, not only in “very”, “fairly” and “not”."""
    hint = words("say what is there or missing at this level: how many, which, in what order")
    for path, levels in _located_levels(loaded):
        cores = [without_degrees(level.descriptor) for level in levels]
        for j, level in enumerate(levels):
            here = (*path, j, "descriptor")
            twins = (k for k in range(j) if cores[k] == cores[j] and _bare(levels[k]) != _bare(level))
            twin = next(twins, None)
            if not cores[j]:
                yield Slip(here, words("a mark in words, nothing that a rater could see"), hint)
            elif twin is not None:
                sentence = words("differs from “{label}” only in degree", label=levels[twin].label)
                yield Slip(here, sentence, hint)


def _located_levels(loaded: LoadedBank) -> Iterator[tuple[Path_, list[Level]]]:
    for path, question in located_questions(loaded.bank):
        for i, criterion in enumerate(question.rubric):
            yield (*path, "rubric", i, "levels"), criterion.levels


def _bare(level: Level) -> str:
    """The descriptor without spaces and punctuation."""
    return re.sub(r"[\W_]+", "", level.descriptor).casefold()
