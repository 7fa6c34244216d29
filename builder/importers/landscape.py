"""What stands around each mark, looked up once: titles, labels, asks, notes of points."""

from __future__ import annotations

import bisect
from dataclasses import dataclass
from decimal import Decimal

from builder.importers.amounts import Amounts, bracketed, halves
from builder.importers.blocks import Kind
from builder.importers.cues import (
    asks,
    heads_key,
    heads_notes,
    hints_at_asking,
    is_title,
    sounds_like_section,
)
from builder.importers.flow import Flow
from builder.importers.labels import ANSWER_PARTS, HEAD_PARTS, Label, labels_in
from builder.importers.marks import Mark, Style, marks_in

LISTING = frozenset(
    {"answer", "key_points", "rubric", "probes", "red_flags", "common_errors", "analysis", "notes"}
)
"""Parts that hold lists of their own."""
TITLE_REACH = 90


@dataclass(frozen=True, slots=True)
class Sight:
    """What one mark has around it."""

    mark: Mark
    title: str
    """Skeleton of what follows in its line, up to the next mark or bracket of points."""
    amounts: Amounts
    """What brackets in its line say."""
    asks: float
    """1 where it asks, less where it only may."""
    answered: bool
    """An answer, or another part of a question, is announced before the next mark of its style."""
    listed: str
    """The part announced last before it where it may be an item of that part's list; empty otherwise."""
    within_question: bool
    """A scenario was announced last before it: what it begins belongs to that."""
    pointed: bool
    """Its line is short and ends in points."""
    followed: bool
    """The next mark stands right behind its title."""

    @property
    def is_title(self) -> bool:
        return is_title(self.title)

    @property
    def sounds_like_section(self) -> bool:
        return sounds_like_section(self.title)

    @property
    def heads_notes(self) -> bool:
        return heads_notes(self.title)

    @property
    def heads_key(self) -> bool:
        return heads_key(self.title)


class Landscape:
    """The marks and labels of a flow."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self.labels = list(labels_in(flow, 0, len(flow)))
        self._label_starts = [label.start for label in self.labels]
        marks = [m for m in marks_in(flow) if not self._is_label(m)]
        self.sights = [self._sight(marks, i) for i in range(len(marks))]
        answers = [label for label in self.labels if label.part in ANSWER_PARTS]
        self._answer_starts = [label.start for label in answers if label.part == "answer"]
        self.answered = len(self._answer_starts) >= 2
        numbers = [sight.mark.number for sight in self.sights if sight.mark.style.startswith(Style.WORD)]
        self.worded = len(numbers) >= 3 and len(set(numbers)) * 10 >= len(numbers) * 7
        """Its questions are numbered in words, 题目1 or Question 1, so that a bare number is hardly one."""

    def answers_between(self, start: int, end: int) -> int:
        """How many answers are announced between two offsets."""
        return bisect.bisect_left(self._answer_starts, end) - bisect.bisect_left(self._answer_starts, start)

    def labels_between(self, start: int, end: int) -> list[Label]:
        """The labels between two offsets."""
        return self.labels[
            bisect.bisect_left(self._label_starts, start) : bisect.bisect_left(self._label_starts, end)
        ]

    def _is_label(self, mark: Mark) -> bool:
        """A heading, line or bullet whose words are a label: 参考答案： announces, and begins no question."""
        here = self.labels_between(mark.start, mark.end + 3)
        return (
            mark.number is None
            and not mark.style.startswith(Style.LABEL)
            and any(label.start <= mark.end + 2 and label.end > mark.end for label in here)
        )

    def _sight(self, marks: list[Mark], i: int) -> Sight:
        mark = marks[i]
        line_end = self.flow.line_end(mark.end)
        following = next((m.start for m in marks[i + 1 : i + 4] if m.start >= mark.end), len(self.flow))
        alike = next((m.start for m in marks[i + 1 : i + 40] if m.style == mark.style), len(self.flow))
        labels = self.labels_between(mark.end, min(alike, mark.end + 6000))
        reach = min(line_end, following, labels[0].start if labels else line_end)
        notes = bracketed(self.flow, mark.end, min(line_end, mark.end + TITLE_REACH))
        amounts = Amounts()
        for _, found, _ in notes:
            amounts.fill(found)
        first_note = notes[0][0][0] if notes else reach
        title = self.flow.skeleton[
            mark.end : min(reach, first_note) if first_note > mark.end else reach
        ].strip()
        asked = self.flow.skeleton[mark.end : labels[0].start if labels else min(following, mark.end + 400)]
        listed = self._listed(marks, i)
        # Behind an answer's list its rubric is announced; behind a rubric's own lines, only another question's.
        announcing = ANSWER_PARTS | HEAD_PARTS | {"competencies"}
        announcing |= {"rubric"} if listed in ("", "rubric") else set()
        return Sight(
            mark=mark,
            title=title,
            amounts=amounts,
            asks=_asking(asked, listed),
            answered=any(label.part in announcing for label in labels),
            listed=listed,
            within_question=self._last_part(mark.start) in ("scenario", "competencies", "intent"),
            pointed=self._pointed(mark, min(line_end, following), amounts),
            followed=following <= line_end + 2 or following - mark.end <= len(title) + 30,
        )

    def _pointed(self, mark: Mark, end: int, amounts: Amounts) -> bool:
        words = self.flow.skeleton[mark.end : end].strip()
        single: Decimal | None = halves(amounts.points)
        return single is not None and amounts.count is None and len(words) <= 40 and not asks(words)

    def _last_part(self, offset: int) -> str:
        before = bisect.bisect_left(self._label_starts, offset)
        return self.labels[before - 1].part if before else ""

    def _listed(self, marks: list[Mark], i: int) -> str:
        before = bisect.bisect_left(self._label_starts, marks[i].start)
        if not before or marks[i].style.startswith((Style.TITLE, Style.HEADING, Style.BOLD)):
            return ""
        label = self.labels[before - 1]
        if label.part not in LISTING or self._is_above(marks[i], label):
            return ""
        inside = [m for m in marks[max(i - 60, 0) : i] if m.start >= label.end and m.style == marks[i].style]
        expected = inside[-1].number + 1 if inside and inside[-1].number else 1
        return label.part if marks[i].number in (None, expected) else ""

    def _is_above(self, mark: Mark, label: Label) -> bool:
        """The mark's item holds the one that the label stands in."""
        item, inner = self.flow.block_at(mark.start), self.flow.block_at(label.start)
        return item.kind is inner.kind is Kind.LIST_ITEM and item.level < inner.level


def _asking(skeleton: str, listed: str) -> float:
    """1 where it asks, a quarter where it may; items of an answer's list tell what to do without asking."""
    if asks(skeleton) and ("?" in skeleton or listed in ("", "rubric")):
        return 1.0
    return 0.25 if hints_at_asking(skeleton) or asks(skeleton) else 0.0
