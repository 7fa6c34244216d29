"""What one mark has around it."""

from __future__ import annotations

from dataclasses import dataclass

from builder.importers.understanding.amounts import Amounts
from builder.importers.understanding.cues import (
    heads_key,
    heads_notes,
    heads_questions,
    is_title,
    sounds_like_section,
)
from builder.importers.understanding.mark import Mark, Style


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
    scored: bool
    """A level of a rubric begins the next line: it may be a criterion."""
    followed: bool
    """The next mark stands right behind its title."""

    @property
    def is_evident(self) -> bool:
        """Something besides its number says that a question begins here."""
        styled = self.mark.style.startswith((Style.WORD, Style.CASE, Style.LABEL))
        return self.asks >= 1 or self.answered or styled

    @property
    def is_heading(self) -> bool:
        """It looks like a heading, or has the number of one."""
        style = self.mark.style
        return style[-1:].isdigit() or style.startswith((Style.PART, Style.HAN, Style.HEADING))

    @property
    def is_title(self) -> bool:
        return is_title(self.title)

    @property
    def sounds_like_section(self) -> bool:
        return sounds_like_section(self.title)

    @property
    def sounds_like_questions(self) -> bool:
        """Its title says that questions follow."""
        return heads_questions(self.title)

    @property
    def heads_notes(self) -> bool:
        return heads_notes(self.title)

    @property
    def heads_key(self) -> bool:
        return heads_key(self.title)
