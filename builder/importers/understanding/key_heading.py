"""The one label 参考答案： that stands before the answers to all questions, at the end of a paper."""

from __future__ import annotations

import re
from collections.abc import Sequence

from builder.importers.understanding.cues import heads_key
from builder.importers.understanding.flow import Flow
from builder.importers.understanding.labels import ANSWER_PARTS, Label
from builder.importers.understanding.mark import Mark, Style

_NUMBER = re.compile(r"(?:(?<=[\n。?!;:. ])|^) *(?:第|题目|q)? *(\d{1,2})[.、):题]", re.IGNORECASE)
FEWEST = 3


def heading_of_key(flow: Flow, labels: Sequence[Label], marks: Sequence[Mark]) -> Label | None:
    """The only label of answers in the document, where as many numbered answers follow it as questions precede."""
    answers = [label for label in labels if label.part in ANSWER_PARTS]
    if len(answers) != 1 or not heads_key(flow.skeleton[answers[0].start : answers[0].end].strip(" *[]:")):
        return None
    key = answers[0]
    after = [int(found[1]) for found in _NUMBER.finditer(flow.skeleton, key.end)]
    numbers = [m.number for m in marks if m.number is not None and m.start < key.start]
    if len(after) < FEWEST or after[0] != 1 or not numbers:
        return None
    return key if max(after) == max(numbers) >= FEWEST else None


def mark_of(key: Label) -> Mark:
    """The heading as a mark whose title is its own words."""
    return Mark(key.start, key.start, Style.TITLE, None, True)
