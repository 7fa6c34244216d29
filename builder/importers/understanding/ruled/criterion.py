"""A criterion as a table tells it, and what it is in running text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from builder.importers.understanding.ruled.cells import bare_number, labelled, level_of, worth_of


@dataclass
class Criterion:
    """A line of a rubric as the table tells it."""

    title: str = ""
    points: Decimal | None = None
    details: list[str] = field(default_factory=list)
    levels: list[tuple[str, str]] = field(default_factory=list)
    """What names a level, with its band, and what it says."""

    @property
    def worth(self) -> Decimal | None:
        """Its points: as the table gives them, or as many as its best level has."""
        if self.points is not None:
            return self.points
        highs = [
            level.high for name, _ in self.levels if (level := level_of(name)) and level.high is not None
        ]
        return worth_of(self.title) or max(highs, default=None)

    def lines(self) -> Iterator[str]:
        """The criterion in running text."""
        worth = self.worth
        noted = worth_of(self.title) is not None
        details = "；".join(self.details)
        if self.title and worth is not None:
            title = self.title if noted else _with_points(self.title, worth)
            yield labelled(title, details) if details else title
        elif self.title or details:
            yield labelled(self.title, details)
        for name, words in self.levels:
            yield f"{name} - {words}" if bare_number(name) is not None else labelled(name, words)


def _with_points(title: str, worth: Decimal) -> str:
    points = f"{worth.normalize():f}"
    return f"{title} ({points} points)" if title.isascii() else f"{title}（{points}分）"
