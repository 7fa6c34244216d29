"""The data of a bank while it is being put together, and the comments that go above its lines."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from builder.checks.unfinished import PLACEHOLDERS
from builder.content.source import Path_
from builder.words import Words

LONGEST_LINE, LONGEST_TEXT = 400, 20_000
Data = dict[str, Any]


class Sheet:
    """Comments by path in the language of the bank, and text that found no place."""

    def __init__(self, locale: str) -> None:
        self.locale = locale
        self.comments: dict[Path_, list[str]] = {}
        self.unparsed: list[str] = []
        self.pending = PLACEHOLDERS[locale]

    def check(self, path: Path_, sentence: Words) -> None:
        """Asks a person, above the line at the path, to look or to decide."""
        self.comments.setdefault(path, []).append(f"check: {self.said(sentence)}")

    def said(self, sentence: Words) -> str:
        """The sentence in the bank's language."""
        return sentence.in_language("zh" if self.locale == "zh-CN" else "en")

    def line(self, text: str) -> str:
        """The text as one line of the schema; what is too long for it stays, whole, among the unparsed."""
        words = " ".join(text.split())
        if len(words) <= LONGEST_LINE:
            return words
        self.unparsed.append(text)
        return words[: LONGEST_LINE - 1] + "…"

    def text(self, text: str) -> str:
        """The text as far as the schema holds it; the rest goes among the unparsed."""
        rest = text[LONGEST_TEXT:]
        self.unparsed += [rest[i : i + LONGEST_TEXT] for i in range(0, len(rest), LONGEST_TEXT)]
        return text[:LONGEST_TEXT]


def half_up(value: Decimal) -> Decimal:
    """The next half."""
    return Decimal(int(value * 2) + (value * 2 % 1 > 0)) / 2


def added(values: Iterable[Decimal | None]) -> Decimal:
    """The sum of those that are known."""
    return sum((v for v in values if v is not None), Decimal(0))
