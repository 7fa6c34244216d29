"""A bank as far as a document tells it: nothing here is made up, and what is unknown is None or empty."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from builder.importers.understanding.amounts import Amounts
from builder.words import Words


@dataclass
class Level:
    """A level of a criterion; its band may be unknown."""

    label: str
    low: Decimal | None
    high: Decimal | None
    descriptor: str


@dataclass
class Criterion:
    """A line of a rubric."""

    title: str
    points: Decimal | None = None
    detail: str = ""
    levels: list[Level] = field(default_factory=list)

    @property
    def is_levelled(self) -> bool:
        """Raters could mark by it: two levels or more, each with its band."""
        return len(self.levels) >= 2 and all(v.low is not None and v.high is not None for v in self.levels)


@dataclass
class Item:
    """A line of a list, and the points that stand behind it."""

    text: str
    points: Decimal | None = None


@dataclass
class Question:
    """One question with what was found of it."""

    number: int | None = None
    title: str = ""
    tags: list[str] = field(default_factory=list)
    stem: str = ""
    scenario: str = ""
    task: str = ""
    answer: str = ""
    key_points: list[Item] = field(default_factory=list)
    analysis: list[str] = field(default_factory=list)
    intent: str = ""
    competencies: list[str] = field(default_factory=list)
    rubric: list[Criterion] = field(default_factory=list)
    rubric_title: str = ""
    probes: list[str] = field(default_factory=list)
    red_flags: list[str] = field(default_factory=list)
    common_errors: list[str] = field(default_factory=list)
    type: str = ""
    difficulty: str = ""
    amounts: Amounts = field(default_factory=Amounts)
    place: int = 1
    """Line, page or row of the source."""
    is_cut_off: bool = False
    doubts: list[Words] = field(default_factory=list)
    """What a person must look at, besides what is missing."""
    answer_is_guess: bool = False
    """No label announced the answer."""
    is_analysed: bool = False
    """A label announced an analysis."""
    answer_is_analysis: bool = False
    """The label announced an analysis; the document has no other answers."""

    @property
    def has_rubric(self) -> bool:
        return bool(self.rubric)


@dataclass
class Section:
    """A part of the interview."""

    title: str = ""
    amounts: Amounts = field(default_factory=Amounts)
    questions: list[Question] = field(default_factory=list)


@dataclass
class Draft:
    """A whole document."""

    name: str
    title: str = ""
    position: str = ""
    amounts: Amounts = field(default_factory=Amounts)
    notes: list[str] = field(default_factory=list)
    """What candidates are told."""
    sections: list[Section] = field(default_factory=list)
    unparsed: list[str] = field(default_factory=list)
    remarks: list[Words] = field(default_factory=list)
    """What the user should know of how it was read."""
    signs: int = 0
    """Characters that were read as structure: numbers, labels, points."""

    @property
    def questions(self) -> list[Question]:
        return [q for section in self.sections for q in section.questions]
