"""Whom a sentence is about: quotations left out, sentences and clauses, the person mentioned last."""

from __future__ import annotations

import bisect
import functools
import re
from typing import Literal

from builder.checks.lexicon import Lexicon

Who = Literal["candidate", "other"]

_QUOTED = re.compile(r"“[^“”]*”|「[^「」]*」|『[^『』]*』|《[^《》]*》|\"[^\"\n]*\"")
_SENTENCE_MARK = re.compile(r"[。！？；\n]|[?!]|[.;](?=\s|$)")
_CLAUSE_MARK = re.compile(r"[，：（）—]|[,:()–](?=\s|$)")

LONGEST = 400
"""Characters before and after a place within which its sentence is looked for: time grows with the text alone."""


@functools.lru_cache(maxsize=8)
def unquoted(text: str) -> str:
    """The text with quotations blanked out, places kept; a text that is one quotation is what is asked."""
    plain = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), text.replace("'", "’"))
    return plain if any(character.isalnum() for character in plain) else text.replace("'", "’")


def sentence_around(text: str, at: int) -> tuple[int, int]:
    """Where the sentence that holds `at` begins and ends; its end mark is part of it."""
    return _start_of(_SENTENCE_MARK, text, at), _end_of(_SENTENCE_MARK, text, at)


def clause_start(text: str, at: int) -> int:
    """Where the clause that holds `at` begins."""
    return max(_start_of(_SENTENCE_MARK, text, at), _start_of(_CLAUSE_MARK, text, at))


def _start_of(mark: re.Pattern[str], text: str, at: int) -> int:
    ends = _ends(mark, text)
    before = bisect.bisect_right(ends, at)
    return max(ends[before - 1] if before else 0, at - LONGEST)


def _end_of(mark: re.Pattern[str], text: str, at: int) -> int:
    ends = _ends(mark, text)
    after = bisect.bisect_right(ends, at)
    return min(ends[after] if after < len(ends) else len(text), at + LONGEST)


@functools.lru_cache(maxsize=8)
def _ends(mark: re.Pattern[str], text: str) -> list[int]:
    return [end.end() for end in mark.finditer(text)]


def last_mention(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[Who, re.Match[str]] | None:
    """The last person mentioned between two places."""
    mentions = [m for m in lexicon.mentions.finditer(text, start, end) if m.lastgroup]
    return (_who(mentions[-1]), mentions[-1]) if mentions else None


def first_mention(text: str, start: int, end: int, lexicon: Lexicon) -> Who | None:
    """The first person mentioned between two places."""
    mentions = (m for m in lexicon.mentions.finditer(text, start, end) if m.lastgroup)
    found = next(mentions, None)
    return _who(found) if found else None


def _who(mention: re.Match[str]) -> Who:
    return "candidate" if mention["candidate"] else "other"


def asks(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the sentence between two places asks something, or asks to be told."""
    sentence = text[start:end].strip()
    return sentence.endswith(("？", "?")) or bool(lexicon.openers.match(sentence))
