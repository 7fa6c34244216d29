"""One bank in two languages: candidates get the same questions for the same points in the same time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from builder.checks.rule import Slip
from builder.checks.sums import plain
from builder.content.bank import LoadedBank, load_bank
from builder.content.source import Path_
from builder.errors import Finding
from builder.model.bank import (
    Bank,
    Competency,
    Criterion,
    Guide,
    KeyPoint,
    Level,
    Question,
    SampleAnswer,
    Section,
)
from builder.model.base import Model
from builder.near import nearest
from builder.words import words

FIGURES: Mapping[type[Model], Sequence[str]] = {
    Bank: ("points", "scale", "aggregation", "panel_size"),
    Competency: ("id", "weight"),
    Section: ("id", "points", "minutes", "draw"),
    Question: ("id", "points", "think_minutes", "answer_minutes", "status", "practice", "parallel_group"),
    KeyPoint: ("points", "must_have"),
    Criterion: ("id", "points", "competency"),
    Level: ("min", "max"),
    SampleAnswer: ("level", "points"),
}
"""What is no matter of language, part by part. Where the first of them differs, so does the whole part."""
PARTS: Mapping[type[Model], Sequence[str]] = {
    Bank: ("competencies", "sections"),
    Section: ("questions",),
    Question: ("guide", "rubric", "calibration"),
    Guide: ("key_points",),
    Criterion: ("levels",),
}


def differing(banks: Mapping[str, LoadedBank]) -> Iterator[tuple[LoadedBank, Slip]]:
    """A translation has the ids, points, minutes, weights and bands of the bank that it translates, in the same order."""
    hint = words("make the two agree; where the original is wrong, change it there too")
    for loaded in banks.values():
        original = banks.get(loaded.bank.translation_of or "")
        if original is not None:
            for path, found, expected in _differences((), loaded.bank, original.bank):
                sentence = words(
                    "{found} here, {expected} in {original}",
                    found=_shown(path, found),
                    expected=_shown(path, expected),
                    original=original.bank.id,
                )
                yield loaded, Slip(path, sentence, hint)


def with_originals(banks: Mapping[str, LoadedBank], folder: Path) -> Mapping[str, LoadedBank]:
    """The banks and those that they translate: one bank alone is checked like all of them."""
    both = dict(banks)
    for loaded in banks.values():
        named = loaded.bank.translation_of
        if named and named not in both and (file := folder / f"{named}.yaml").is_file():
            original, _ = load_bank(file, file)
            if original is not None:
                both[named] = original
    return both


def original_findings(banks: Mapping[str, LoadedBank], folder: Path) -> Iterator[Finding]:
    """A finding for every translation of a bank that is neither among `banks` nor in the folder."""
    known = sorted({*banks, *(file.stem for file in folder.glob("*.yaml"))})
    for loaded in banks.values():
        named = loaded.bank.translation_of
        if named is not None and named not in known:
            sentence = words("there is no bank “{id}”", id=named)
            place = loaded.source.place(("translation_of",))
            yield Finding("TRANSLATION-UNKNOWN", sentence, place, nearest(named, known))


Difference = tuple[Path_, Any, Any]
"""Where in the translation, what stands there, and what stands in the original."""


def _differences(path: Path_, ours: Model, theirs: Model) -> Iterator[Difference]:
    kind = type(ours)
    for key in FIGURES.get(kind, ()):
        found, expected = getattr(ours, key), getattr(theirs, key)
        if found != expected:
            yield (*path, key), found, expected
            if key == "id":
                return
    for key in PARTS.get(kind, ()):
        yield from _in_part((*path, key), getattr(ours, key), getattr(theirs, key))


def _in_part(path: Path_, ours: Any, theirs: Any) -> Iterator[Difference]:
    if isinstance(ours, Model) and isinstance(theirs, Model):
        yield from _differences(path, ours, theirs)
    elif isinstance(ours, list) and isinstance(theirs, list):
        if len(ours) != len(theirs):
            yield path, len(ours), len(theirs)
        for i, (our, their) in enumerate(zip(ours, theirs, strict=False)):
            yield from _differences((*path, i), our, their)


def _shown(path: Path_, value: Any) -> str:
    """`points: 5`; for a list that is longer or shorter, `questions: 4`."""
    if isinstance(value, bool):
        value = str(value).lower()
    return f"{path[-1]}: {plain(value) if isinstance(value, Decimal) else '—' if value is None else value}"
