"""What the document itself, and the words of the tables, say of which character stands at a place."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable

from builder.importers.cleaning.han import (
    HAN,
    is_common,
    is_odd,
    is_traditional,
    known_pairs,
    plain_char,
    plain_form,
)

_ASIDE = re.compile(r"[(（][^()（）\n\u3400-\u9fff]{1,8}[)）]")
ENDS = frozenset("。，！？；：、“”‘’（）")


class Evidence:
    """Pairs of characters of a document, with how often they stand together."""

    def __init__(self, text: str) -> None:
        plain = plain_form(_ASIDE.sub("", text))
        runs = re.findall(rf"[{HAN}]+", plain)
        self._pairs = Counter(pair for run in runs for pair in map("".join, itertools.pairwise(run)))
        self.effort = 0
        """Comparisons made so far: whoever asks on and on may have to stop."""
        self.is_traditional = sum(map(is_traditional, text)) * 12 > sum(map(len, runs))

    def familiar(self, before: str, char: str) -> float:
        """How well the second stands behind the first: how often it does here, and half for a word of the tables."""
        if not before or not char:
            return 0.0
        self.effort += 1
        pair = plain_char(before) + plain_char(char)
        return self._pairs[pair] + 0.5 * (pair in known_pairs())

    def sense(self, text: str) -> float:
        """The share of its characters that stand together elsewhere too, in the document or in words."""
        self.effort += len(text)
        pairs = [plain_form(a + b) for a, b in itertools.pairwise(text) if ENDS.isdisjoint((a, b))]
        known = sum(self._pairs[pair] > 1 or pair in known_pairs() for pair in pairs)
        return (known - uncommon(text) - text.count("□")) / len(pairs) if pairs else 0.0

    def best(self, before: str, options: Iterable[str], after: str) -> tuple[str, bool]:
        """The option that fits between the two, and whether it alone does; empty where none does."""
        weighed = sorted(
            ((self._fit(before, option, after), option) for option in options), key=lambda pair: -pair[0]
        )
        if not weighed or not weighed[0][0]:
            return "", False
        alone = len(weighed) == 1 or not weighed[1][0]
        clear = alone or weighed[0][0] >= 3 * weighed[1][0]
        return (weighed[0][1], alone) if clear else ("", False)

    def _fit(self, before: str, option: str, after: str) -> float:
        """Both sides count, and more than twice one of them; a form the document does not use counts less."""
        sides = [self.familiar(before, option), self.familiar(option, after)]
        odd = 0.5 if is_traditional(option) and not self.is_traditional else 1.0
        return odd * (sum(sides) + 4 * min(sides))


def all_common(text: str) -> bool:
    """Every character is a common one."""
    return all(map(is_common, text))


def uncommon(text: str) -> int:
    """How many of its characters are not common: rare ones, and signs that no Chinese text has."""
    return sum(map(is_odd, text))
