"""What stands around each mark, looked up once: titles, labels, asks, notes of points."""

from __future__ import annotations

import bisect
import re
from collections import Counter
from decimal import Decimal

from builder.errors import RequestError
from builder.importers.blocks import Kind
from builder.importers.understanding.amounts import Amounts, bracketed, halves
from builder.importers.understanding.cues import (
    asks,
    heads_questions,
    hints_at_asking,
    speaks_of_interviews,
)
from builder.importers.understanding.dialogue import turns
from builder.importers.understanding.flow import Flow
from builder.importers.understanding.key_heading import heading_of_key, mark_of
from builder.importers.understanding.labels import ANSWER_PARTS, HEAD_PARTS, Label, labels_in
from builder.importers.understanding.levels import begins_level
from builder.importers.understanding.mark import Mark, Style
from builder.importers.understanding.marks import marks_in
from builder.importers.understanding.records import with_leads
from builder.importers.understanding.sight import Sight
from builder.importers.understanding.unnumbered import unnumbered
from builder.words import words

LISTING = frozenset(
    {"answer", "key_points", "rubric", "probes", "red_flags", "common_errors", "analysis", "notes"}
)
"""Parts that hold lists of their own."""
_LED = re.compile(r" *\(?(?:\d{1,2}|[一二三四五六七八九十])[)、.]")
TITLE_REACH = 90
HEAD_REACH = 400
MANY_LABELS = 4
MOST_MARKS = 20_000
"""Numbers, headings and bullets of one document; a bank of a thousand questions has some six thousand."""


class Landscape:
    """The marks and labels of a flow."""

    def __init__(self, flow: Flow, name: str = "") -> None:
        """Raises RequestError, with the name of the file, where there are more marks than can be weighed."""
        self.flow = flow
        self.labels = sorted((*labels_in(flow, 0, len(flow)), *_spoken(flow)), key=lambda label: label.start)
        found = marks_in(flow)
        if key := heading_of_key(flow, self.labels, found):
            self.labels.remove(key)
            found = sorted((*found, mark_of(key)), key=lambda mark: (mark.start, mark.end))
        self._label_starts = [label.start for label in self.labels]
        numbered = Counter(x.part for x in self.labels if _LED.match(flow.skeleton, x.start, x.end))
        self._numbered_parts = {part for part, count in numbered.items() if count >= 2}
        found = sorted(
            (*found, *unnumbered(flow, self.labels, found)),
            key=lambda mark: (mark.start, mark.end),
        )
        _refuse_excess(flow, found, name)
        found = with_leads(flow, self.labels, [m for m in found if not self._is_label(m)])
        marks = [m for before, m in zip([None, *found], found, strict=False) if not self._restates(before, m)]
        self.sights = [self._sight(marks, i) for i in range(len(marks))]
        answers = [label for label in self.labels if label.part in ANSWER_PARTS]
        self._answer_starts = [label.start for label in answers if label.part == "answer"]
        self.answered = len(self._answer_starts) >= 2
        self.worded = any(map(_runs_on, _numbers_in_words(self.sights)))
        """Its questions are numbered in words, 题目1 or Question 1, so that a bare number is hardly one."""
        self.headed = sum(block.kind is Kind.HEADING for block in flow.blocks) >= 3
        """It has headings, so that a line which only stands out is hardly one."""

        self.is_list_of_questions = any(
            heads_questions(line) for line in flow.skeleton[:HEAD_REACH].split("\n")[:3]
        )
        self.is_interview = (
            speaks_of_interviews(flow.skeleton[:HEAD_REACH]) or len(self.labels) >= MANY_LABELS
        )

    def answers_between(self, start: int, end: int) -> int:
        """How many answers are announced between two offsets."""
        return bisect.bisect_left(self._answer_starts, end) - bisect.bisect_left(self._answer_starts, start)

    def labels_between(self, start: int, end: int) -> list[Label]:
        """The labels between two offsets."""
        return self.labels[
            bisect.bisect_left(self._label_starts, start) : bisect.bisect_left(self._label_starts, end)
        ]

    def _is_label(self, mark: Mark) -> bool:
        """A heading, line or bullet whose words are a label: 参考答案： announces, and begins no question.

        （二）参考答案 does so too where several such lines announce the same part.
        """
        here = self.labels_between(mark.start, mark.end + 3)
        if mark.number is not None:
            return any(label.start <= mark.start and label.part in self._numbered_parts for label in here)
        return not mark.style.startswith(Style.LABEL) and any(
            label.start <= mark.end + 2 and label.end > mark.end for label in here
        )

    def _restates(self, before: Mark | None, mark: Mark) -> bool:
        """题目：, perhaps with its particulars, right behind the number of a question: it says what the number says."""
        if before is None or before.number is None or not mark.style.startswith(Style.LABEL):
            return False
        begin = mark.start if mark.lead is None else mark.lead
        return not self.flow.skeleton[before.end : begin].strip()

    def _sight(self, marks: list[Mark], i: int) -> Sight:
        mark = marks[i]
        line_end = self.flow.line_end(mark.end)
        following = next((m.start for m in marks[i + 1 : i + 4] if m.start >= mark.end), len(self.flow))
        alike = next((m.start for m in marks[i + 1 : i + 40] if m.style == mark.style), len(self.flow))
        if mark.style.startswith(Style.TOPIC):
            alike = min(alike, self._next_numbered_ask(marks[i + 1 : i + 10]))
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
            within_question=mark.lead is None
            and self._last_part(mark.start) in ("scenario", "competencies", "intent"),
            pointed=self._pointed(mark, min(line_end, following), amounts),
            scored=begins_level(self.flow, self.flow.line_end(mark.end) + 1),
            followed=following <= line_end + 2 or following - mark.end <= len(title) + 30,
        )

    def _next_numbered_ask(self, marks: list[Mark]) -> int:
        """Where the first of the marks begins that is numbered and asks: what is announced behind it is its own."""
        flow = self.flow
        return next(
            (m.start for m in marks if m.number and asks(flow.skeleton[m.end : flow.line_end(m.end)])),
            len(flow),
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
        if label.part == "probes" and marks[i].at_line and self._is_named(marks[i]):
            return ""
        listing = label.part in LISTING or (
            label.part in ("stem", "task") and self._begins_list(before - 1, marks[i])
        )
        if not listing or self._is_above(marks[i], label):
            return ""
        inside = [m for m in marks[max(i - 60, 0) : i] if m.start >= label.end and m.style == marks[i].style]
        expected = inside[-1].number + 1 if inside and inside[-1].number else 1
        return label.part if marks[i].number in (None, expected) else ""

    def _is_named(self, mark: Mark) -> bool:
        """Its label calls it a question, where 问：or Q: may be a part of one."""
        words = self.flow.skeleton[mark.start : mark.end].strip(" :[]*")
        return mark.style.startswith(Style.LABEL) and len(words) > 1

    def _begins_list(self, i: int, mark: Mark) -> bool:
        """Behind the label, which belongs to a question that has begun, parts of that question are numbered."""
        label = self.labels[i]
        behind = self.flow.skeleton[label.end : mark.start]
        if "\n" not in behind and not self.flow.begins_line(label.start):
            return len(behind) < 400
        told = i > 0 and self.labels[i - 1].part == "scenario"
        told = told or (i > 0 and "\n" not in behind and self.labels[i - 1].part in HEAD_PARTS)
        return told and len(behind) < 400 and self.flow.looks(mark.start) is not Kind.HEADING

    def _is_above(self, mark: Mark, label: Label) -> bool:
        """The mark's item holds the one that the label stands in."""
        item, inner = self.flow.block_at(mark.start), self.flow.block_at(label.start)
        return item.kind is inner.kind is Kind.LIST_ITEM and item.level < inner.level


def _spoken(flow: Flow) -> list[Label]:
    """What those say who answer in a dialogue."""
    return [Label(start, end, "answer") for start, end in turns(flow)[1]]


def _refuse_excess(flow: Flow, marks: list[Mark], name: str) -> None:
    if len(marks) > MOST_MARKS:
        raise RequestError(
            words(
                "{name}:{place}: more numbers, headings and bullets than any document of questions has",
                name=name,
                place=flow.block_at(marks[MOST_MARKS].start).place,
            ),
            words("split the file"),
        )


def _numbers_in_words(sights: list[Sight]) -> list[list[int | None]]:
    """The numbers of 题目1, Question 2, those of each level of headings for themselves."""
    styles = {sight.mark.style for sight in sights if sight.mark.style.startswith(Style.WORD)}
    return [[sight.mark.number for sight in sights if sight.mark.style == style] for style in sorted(styles)]


def _runs_on(numbers: list[int | None]) -> bool:
    return len(numbers) >= 3 and len(set(numbers)) * 10 >= len(numbers) * 7


def _asking(skeleton: str, listed: str) -> float:
    """1 where it asks, a quarter where it may; items of an answer's list tell what to do without asking."""
    if asks(skeleton) and ("?" in skeleton or listed in ("", "rubric")):
        return 1.0
    return 0.25 if hints_at_asking(skeleton) or asks(skeleton) else 0.0
