"""From each beginning to the next: headings, and the questions below them, read in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from builder.importers.draft import Draft, Section
from builder.importers.understanding.cues import asks, only_says_questions
from builder.importers.understanding.landscape import Landscape
from builder.importers.understanding.mark import Mark, Style
from builder.importers.understanding.outline import Beginning
from builder.importers.understanding.preamble import read_notes
from builder.importers.understanding.question import read_question
from builder.importers.understanding.section import read_heading

LONGEST_LONE = 1500
"""A longer text below a heading is hardly one question."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one beginning to the next."""

    beginning: Beginning
    end: int

    @property
    def start(self) -> int:
        return self.beginning.start


def read_sections(land: Landscape, draft: Draft, stretches: Sequence[Stretch], *, whole: bool) -> None:
    """Reads section by section; `whole`: the document's title is a heading above all others."""
    shelf = _Shelf(land, draft, whole=whole)
    for stretch in stretches:
        if stretch.beginning.is_section:
            shelf.add_heading(stretch)
        else:
            shelf.add_question(stretch.beginning.sight.mark, stretch.end)
    shelf.settle(0)
    draft.sections = [section for section in draft.sections if section.questions]


class _Shelf:
    """Headings wait until a question stands below them, and are left over otherwise."""

    def __init__(self, land: Landscape, draft: Draft, *, whole: bool) -> None:
        self._land, self._draft, self._above = land, draft, int(whole)
        self._waiting: list[Stretch] = []
        self._titles: list[str] = []
        self._styles: set[str] = set()
        """Of headings with questions below them."""

    def add_heading(self, stretch: Stretch) -> None:
        depth = stretch.beginning.depth
        self.settle(depth)
        self._waiting = [s for s in self._waiting if s.beginning.depth < depth] + [stretch]
        self._titles = self._titles[: depth - self._above]
        if stretch.beginning.idle:
            read_notes(self._land, self._draft, stretch.start, stretch.end)

    def add_question(self, mark: Mark, end: int) -> None:
        for heading in self._waiting:
            section = read_heading(self._land, heading.beginning.sight.mark, heading.end)
            self._styles.add(heading.beginning.sight.mark.style)
            bare = bool(self._titles) and only_says_questions(section.title)
            self._titles.append("" if bare else section.title)
            section.title = " · ".join(filter(None, self._titles))
            self._draft.sections.append(section)
        self._waiting = []
        if not self._draft.sections:
            self._draft.sections.append(Section())
        self._draft.sections[-1].questions.append(read_question(self._land, mark, end))

    def settle(self, depth: int) -> None:
        """Ends the section that waits at this depth or below: what it says may be one question without a number."""
        last = self._waiting[-1] if self._waiting else None
        if last is None or last.beginning.depth < depth or last.beginning.idle:
            return
        flow = self._land.flow
        begin, end = flow.trimmed(flow.line_end(last.beginning.sight.mark.end), last.end)
        if end - begin <= LONGEST_LONE and self._is_of_questions(last) and asks(flow.skeleton[begin:end]):
            self._waiting[-1] = Stretch(last.beginning, begin)
            self.add_question(Mark(begin, begin, Style.LINE, None, True), end)

    def _is_of_questions(self, heading: Stretch) -> bool:
        """Others of its style hold questions, or its words say that it does."""
        sight = heading.beginning.sight
        worth = sight.amounts.points or sight.amounts.total or sight.amounts.each
        return worth is not None and (sight.mark.style in self._styles or sight.sounds_like_questions)
