"""How alike two texts are, in Chinese and English, and which texts of many are: no dictionary, no all-pairs.

A text is the set of its terms: pairs of neighbouring Han characters, words cut to their stems, numbers.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

Terms = frozenset[str]

_UNSPOKEN = re.compile(r"[\W_]+")
_RUN = re.compile(r"[\u3400-\u9fff]+|[a-z]+(?:'[a-z]+)?|\d+(?:\.\d+)?")
_ENDING = re.compile(r"(?<=[a-z]{3})(?:'s|ings?|ied|ies|ed|es|s|ly|e|y)$")
_COMMON = frozenset(
    re.findall(
        r"\w+",
        """a an the and or but if then so that this these those which who whom whose what when where why how of to in on
        at by with for from as into about after before over under up down out off is are was were be been being am do
        does did done have has had having will would can could should may might must not no it its they them their there
        he she his her we us our you your yours i me my one some any all each other than too very just also ever please
        tell describe explain give say time occasion situation example experience talk walk through us""",
    )
)
_FORMULA = re.compile(
    r"请|[讲说谈]一?[讲说谈]|讲述|描述|介绍|回顾|举例说明|一[次段件个位项]|的?(?:经历|事例|例子)|在工作中|工作中|当时|[你您]们?"
    r"|会?(?:怎么样|怎么|怎样|如何)|什么|以及|并且|然后|有没有|有无|是否|是不是|[会能要]不[会能要]|可以|应该|应当|需要|必须"
    r"|先(?!后)|[的了着把被吗呢吧与和及就也都还再跟给]"
)


def plain(text: str) -> str:
    """The text without its width, case, punctuation and spaces: what makes two stems the same."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return _UNSPOKEN.sub("", folded)


@functools.lru_cache(maxsize=20_000)
def terms(text: str) -> Terms:
    """What a text is about: without interviewers' formulas (请讲一次…的经历, “Tell us about a time when”)."""
    found: set[str] = set()
    folded = unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
    for run in _RUN.findall(_FORMULA.sub(" ", folded)):
        if run[0] > "\u3000":
            found.update(run[i : i + 2] for i in range(len(run) - 1))
        elif run not in _COMMON:
            found.add(_ENDING.sub("", run))
    return frozenset(found)


FEWEST = 4
"""Texts of fewer terms say too little to be like another one."""
SHORTEST_PART = 6
"""Texts of fewer terms are not taken for a part of a longer one."""


def near(a: Terms, b: Terms) -> bool:
    """Whether two texts ask nearly the same: half of all terms shared, or 17 in 20 of one's in the other *(ours)*."""
    short, long = min(len(a), len(b)), max(len(a), len(b))
    if short < FEWEST:
        return False
    both = len(a & b)
    half_of_all = 3 * both >= short + long
    return half_of_all or (short >= SHORTEST_PART and 20 * both >= 17 * short)


def near_pairs(texts: Sequence[Terms]) -> list[tuple[int, int]]:
    """Every pair of texts that are near, by number, in order: what comparing all with all would find.

    Either way two in three of the shorter one's n terms are in the longer one, so one of its n − ⌈2n/3⌉ + 1 rarest
    is: only texts that hold one of those are compared.
    """
    frequency = Counter(term for text in texts for term in text)
    index: dict[str, list[int]] = {}
    pairs: list[tuple[int, int]] = []
    for number in sorted(range(len(texts)), key=lambda n: (-len(texts[n]), n)):
        text = texts[number]
        rarest = sorted(text, key=lambda term: (frequency[term], term))
        looked_up = rarest[: len(text) // 3 + 1]
        longer = {other for term in looked_up for other in index.get(term, ())}
        pairs += [(min(other, number), max(other, number)) for other in longer if near(text, texts[other])]
        for term in text:
            index.setdefault(term, []).append(number)
    return sorted(pairs)
