"""For each rule a passage of a bank that breaks it and the same passage as it should be.

`bank.yaml` keeps every rule. `<CODE>.toml` holds `[[edit]]` tables: `right` stands exactly once in the bank, `wrong`
replaces it. A rule about several banks has `[[companion]]` edits too, which make a second bank of the first; its
`[[edit]]` tables then apply to that second bank.
"""

from __future__ import annotations

import textwrap
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent
Edit = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Example:
    """What breaking one rule looks like."""

    code: str
    edits: tuple[Edit, ...]
    """What is right, and what is wrong instead."""
    companion: tuple[Edit, ...] = ()
    """What makes a second bank of the first, where a rule needs two."""

    @property
    def right(self) -> str:
        """The passages as they should be."""
        return "\n".join(textwrap.dedent(right).rstrip() for right, _ in self.edits if right.strip())

    @property
    def wrong(self) -> str:
        """The passages that break the rule."""
        return "\n".join(textwrap.dedent(wrong).rstrip() for _, wrong in self.edits if wrong.strip())

    def banks(self, *, wrong: bool) -> Mapping[str, str]:
        """Name → text of the bank, or the two banks, that keep or break the rule."""
        base = base_bank()
        example = _edited(base, self.companion)
        if wrong:
            example = _edited(example, self.edits)
        return {"example": base, "companion": example} if self.companion else {"example": example}


def base_bank() -> str:
    """A bank that keeps every rule."""
    return (FOLDER / "bank.yaml").read_text(encoding="utf-8")


def example_of(code: str) -> Example:
    """The example of one rule. Raises FileNotFoundError where it has none."""
    held = tomllib.loads((FOLDER / f"{code}.toml").read_text(encoding="utf-8"))
    return Example(code, tuple(_edits(held["edit"])), tuple(_edits(held.get("companion", ()))))


def _edits(tables: Iterable[Mapping[str, str]]) -> Iterator[Edit]:
    return ((table["right"], table["wrong"]) for table in tables)


def _edited(text: str, edits: Iterable[Edit]) -> str:
    for right, wrong in edits:
        if text.count(right) != 1:
            raise ValueError(f"{right!r} stands {text.count(right)} times in the example bank")
        text = text.replace(right, wrong)
    return text
