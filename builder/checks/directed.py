"""What in a text asks a candidate about a private matter, and what in a criterion rewards one.

A term alone says little: “结婚” may be the customer's wedding. It is the candidate's where the person mentioned last
before it is the candidate, and no word of work (处理, design, about) makes it the object of a task.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.checks.lexicon import Lexicon, Topic
from builder.checks.subjects import (
    LONGEST,
    asks,
    clause_start,
    first_mention,
    last_mention,
    sentence_around,
    unquoted,
)

REACH = 40
"""Characters between the candidate and a fact, at most."""


def asked(text: str, topic: Topic, lexicon: Lexicon) -> Iterator[str]:
    """The phrases of a text that ask the candidate about the topic."""
    plain = unquoted(text)
    for match in topic.asks.finditer(plain):
        if _is_asked(plain, match, topic, lexicon):
            yield text[_begin(plain, match, lexicon) : match.end()]
    for match in topic.facts.finditer(plain):
        if _is_candidates(plain, match, topic, lexicon):
            yield text[_begin(plain, match, lexicon) : match.end()]


def rewarded(text: str, terms: re.Pattern[str], lexicon: Lexicon) -> Iterator[re.Match[str]]:
    """The places where a criterion rewards one of the terms: nobody else's, and not in order to warn of it."""
    plain = unquoted(text)
    for match in terms.finditer(plain):
        start = clause_start(plain, match.start())
        mention = last_mention(plain, start, match.start(), lexicon)
        about_candidate = mention is None or mention[0] == "candidate"
        if about_candidate and not lexicon.negations.search(plain, start, match.start()):
            yield match


def _is_asked(plain: str, match: re.Match[str], topic: Topic, lexicon: Lexicon) -> bool:
    if any(lexicon.work.search(gap) for gap in match.groups() if gap):
        return False
    if topic.unless.search(plain, clause_start(plain, match.start()), match.end()):
        return False
    if first_mention(plain, match.start(), match.end(), lexicon) == "candidate":
        return True
    start, end = sentence_around(plain, match.start())
    mention = last_mention(plain, start, match.start(), lexicon)
    if mention:
        return mention[0] == "candidate"
    return _nobody_asked(plain, match, start, end, lexicon)


def _nobody_asked(plain: str, match: re.Match[str], start: int, end: int, lexicon: Lexicon) -> bool:
    """Without a subject before it, a phrase is the candidate's who is named after it, or who is being asked."""
    after = first_mention(plain, match.end(), end, lexicon)
    earlier = last_mention(plain, max(0, start - LONGEST), start, lexicon)
    asked_of_someone_else = earlier is not None and earlier[0] == "other"
    return after == "candidate" or (
        after is None and not asked_of_someone_else and asks(plain, start, end, lexicon)
    )


def _is_candidates(plain: str, match: re.Match[str], topic: Topic, lexicon: Lexicon) -> bool:
    start, end = sentence_around(plain, match.start())
    mention = last_mention(plain, start, match.start(), lexicon)
    if mention is None or mention[0] == "other":
        return False
    clause = clause_start(plain, match.start())
    between = plain[max(clause, mention[1].end()) : match.start()]
    if len(between) > REACH or lexicon.work.search(between) or topic.unless.search(between):
        return False
    if mention[1].start() >= clause:
        return True
    return asks(plain, start, end, lexicon) and bool(lexicon.continues.match(between.strip()))


def _begin(plain: str, match: re.Match[str], lexicon: Lexicon) -> int:
    """Where the phrase begins that a finding shows: at the candidate's mention, if it is in the same clause."""
    mention = last_mention(plain, clause_start(plain, match.start()), match.start(), lexicon)
    return mention[1].start() if mention else match.start()
