"""How a stem is worded: it can be read aloud, understood at once, and answered with evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.checks.asks import HAN, asks
from builder.checks.rule import Slip
from builder.content.bank import LoadedBank, located_questions
from builder.content.source import Path_
from builder.model.bank import Question
from builder.words import words

MOST_ASKS = 2
LONGEST_HAN, LONGEST_WORDS = 220, 130
"""*(ours)*: about a minute, read aloud at the pace of an interview."""


def closed_stem(loaded: LoadedBank) -> Iterator[Slip]:
    """A stem cannot be answered by yes or no; it may begin so where an open question follows."""
    for path, question in asked_questions(loaded):
        found = asks(question.stem)
        if found and found[-1].closed:
            sentence = words("yes or no answers this question: “{ask}”", ask=short(found[-1].text))
            hint = words("ask how, why or what, or let an open question follow: “Tell us about it.”")
            yield Slip((*path, "stem"), sentence, hint, first_line(found[-1].text))


def multiple_asks(loaded: LoadedBank) -> Iterator[Slip]:
    """A stem asks at most two things; a story and the question about it are one."""
    for path, question in asked_questions(loaded):
        found = asks(question.stem)
        if len(found) > MOST_ASKS:
            sentence = words("the stem asks {count} things at once", count=len(found))
            hint = words("keep one or two, and move the others to “probes:” or “task:”")
            yield Slip((*path, "stem"), sentence, hint, first_line(found[MOST_ASKS].text))


def no_ask(loaded: LoadedBank) -> Iterator[Slip]:
    """A stem asks something: it holds a question mark or a request."""
    for path, question in asked_questions(loaded):
        if not asks(question.stem):
            hint = words("end with the question that is read aloud; what comes before it can be “scenario:”")
            yield Slip((*path, "stem"), words("the stem asks nothing"), hint)


def long_stem(loaded: LoadedBank) -> Iterator[Slip]:
    """A stem is short enough to be read aloud: at most 220 Han characters or 130 words (ours)."""
    for path, question in asked_questions(loaded):
        han, latin = len(HAN.findall(question.stem)), len(_WORD.findall(question.stem))
        hint = words("move the background to “scenario:”, which the candidate can read")
        if han > LONGEST_HAN:
            sentence = words("the stem has {count} characters: too long to be read aloud", count=han)
            yield Slip((*path, "stem"), sentence, hint)
        elif latin > LONGEST_WORDS:
            sentence = words("the stem has {count} words: too long to be read aloud", count=latin)
            yield Slip((*path, "stem"), sentence, hint)


_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")


def probes_missing(loaded: LoadedBank) -> Iterator[Slip]:
    """A scored question has probes, so that all panels ask further in the same words."""
    for path, question in asked_questions(loaded):
        if scored(question) and not question.probes:
            hint = words("add two or three: “probes: [What did you do next?]”")
            yield Slip(path, words("the question has no probes"), hint)


def asked_questions(loaded: LoadedBank) -> Iterator[tuple[Path_, Question]]:
    """Questions that are put to candidates, for practice too; a draft may be as rough as it likes."""
    return ((path, q) for path, q in located_questions(loaded.bank) if q.status == "live")


def scored(question: Question) -> bool:
    """Whether its answer counts."""
    return bool(question.points) and not question.practice


def short(text: str) -> str:
    """The text in one line of at most sixty characters."""
    plain = " ".join(text.split())
    return plain if len(plain) <= 60 else plain[:59] + "…"


def first_line(text: str) -> str:
    """What can be looked up in the file, where a text goes over several lines."""
    return text.strip().split("\n", 1)[0].strip()
