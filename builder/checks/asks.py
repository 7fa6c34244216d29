"""What a stem asks: its sentences taken apart into asks, each open or to be answered by yes or no.

A sentence asks if it ends in a question mark or holds a request (请…, “Tell us …”). What it quotes is
somebody else's words. A request for a story and the question about it that follows are one ask.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from builder.checks import asks_en, asks_zh

HAN = re.compile(r"[\u3400-\u9fff]")


class Kind(Enum):
    """What a clause does."""

    OPEN = "open"
    CLOSED = "closed"
    REQUEST = "request"
    STORY = "story"
    """Asks for a case, an experience, or sets one up, for the question that follows to be about."""
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing that the candidate is asked."""

    text: str
    """The clause, as it stands in the stem."""
    closed: bool


@functools.lru_cache(maxsize=4096)  # several rules look at every stem of a bank
def asks(stem: str) -> Sequence[Ask]:
    """The asks of a stem in their order; none if it neither asks nor requests."""
    found: list[Ask] = []
    waiting: Ask | None = None  # a request that the next clause may spell out
    story = False
    for text, masked, item in sentences(stem):
        clauses = list(_kinds(masked))
        if item and not any(kind is not Kind.NONE for *_, kind in clauses):
            clauses = [(0, len(masked), False, Kind.OPEN)]
        if waiting and not story:
            found.append(waiting)
            waiting = None
        for start, end, joined, kind in clauses:
            here = Ask(text[start:end].strip(), kind is Kind.CLOSED)
            if kind is Kind.NONE:
                continue
            if waiting and (joined or kind in (Kind.REQUEST, Kind.STORY)):
                found.append(waiting)
            if kind in (Kind.REQUEST, Kind.STORY):
                waiting, story = here, kind is Kind.STORY
            else:
                found.append(here)
                waiting = None
    return [*found, waiting] if waiting and not _setting(waiting) else found


def _setting(ask: Ask) -> bool:
    return bool(asks_en.SETTING.match(ask.text) or asks_zh.SETTING.match(ask.text))


def _kinds(sentence: str) -> Iterator[tuple[int, int, bool, Kind]]:
    """Start, end, whether a connective begins it, and kind of every clause; nothing of a statement."""
    grammar = asks_zh if HAN.search(sentence) else asks_en
    clauses = [(m.start(), m.end()) for m in grammar.CLAUSE.finditer(sentence)]
    texts = [sentence[start:end] for start, end in clauses]
    question = sentence.rstrip(" *_)）」』”\"'").endswith(("?", "？"))
    kinds = [Kind(grammar.kind_of(text, question=question)) for text in texts]
    if not question and not any(map(grammar.requests, texts)):
        return
    if question and set(kinds) == {Kind.NONE}:
        kinds[-1] = Kind.OPEN
    opened = False
    for (start, end), text, kind in zip(clauses, texts, kinds, strict=True):
        joined = grammar.joined(text)
        if opened and not joined and (kind is Kind.CLOSED or (kind is Kind.OPEN and grammar.brief(text))):
            kind = Kind.NONE  # “How, in your view, would you …”; 按什么顺序学，怎么学
        opened = opened or kind is Kind.OPEN
        yield start, end, joined, kind


_QUOTED = re.compile(r"“[^”]*”|「[^」]*」|『[^』]*』|\"[^\"\n]*\"|(?<!\w)‘[^’]*’(?!\w)")


def quotations_masked(text: str) -> str:
    """The text, as long as it was, with what it quotes blanked out."""
    return _QUOTED.sub(lambda m: "“" + "〇" * (len(m[0]) - 2) + "”", text)


_ITEM = r"(?:^|(?<=\n))[ \t]*(?:\d{1,2}[.、)）]|[（(]\d{1,2}[)）]|[①-⑳])"


def sentences(stem: str) -> Iterator[tuple[str, str, bool]]:
    """Every sentence, the same with quotations blanked out, and whether it is an item of a numbered list."""
    masked = quotations_masked(stem)
    position = 0
    for match in re.finditer(_BREAK, masked + "\n\n"):
        text, blank = stem[position : match.end()], masked[position : match.end()]
        position = match.end()
        if blank.strip():
            yield text, blank.rstrip(), bool(re.match(_ITEM, blank.lstrip("\n")))


_BREAK = re.compile(
    r"[。？！?!]+[”」』\"]?|\.(?=\s)|(?=\n[ \t]*(?:\d{1,2}[.、)）]|[（(]\d{1,2}[)）]|[①-⑳]|[-*] ))|\n[ \t]*\n"
)
