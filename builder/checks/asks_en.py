"""How English asks: question words, questions that begin with their verb, requests."""

from __future__ import annotations

import re

_WH = r"(?:how|what|why|which|who|whom|where|when)\b"
_LINK = r"(?:and|but|then|so|also|finally|next|secondly|\d{1,2}[.)]|\(\d{1,2}\))"

CLAUSE = re.compile(
    rf"(?:(?!\band\s+(?:then\s+)?{_WH})[^,;:—])+(?:[,;:—]+|$|(?=\band\b))|\band\b[^,;:—]*[,;:—]*", re.I
)

_JOINED = re.compile(rf"\s*{_LINK}\b", re.I)

_LEAD = rf"\s*(?:(?:{_LINK}|please|now|first|briefly|in your view)\s+)*"
_OPEN = re.compile(rf"{_LEAD}(?:(?:in|at|to|from|on|by|with|for|of|under|through|about)\s+)?{_WH}", re.I)
_SPELT_OUT = re.compile(r"\s*(?:(?:and|then)\s+)*(?:how|what|why)\b", re.I)
_AUXILIARY = (
    r"(?:do|does|did|have|has|had|are|is|was|were|am|can|could|will|would|should|may|might|must)(?:n['’]t)?\b"
)
_CLOSED = re.compile(rf"{_LEAD}{_AUXILIARY}", re.I)
_WHETHER = re.compile(r"\bwhether\b|\bif you\b", re.I)
_REASON = re.compile(r"\b(?:why|how|reasons?|because|what)\b", re.I)
_SAYING = (
    r"(?:tell|describe|explain|give|walk|take|talk|show|outline|say|share|set out|recall|choose|pick|name|list"
    r"|compare|discuss|summari[sz]e|draft|write|present|demonstrate|sketch|persuade|play|respond|reply|work out"
    r"|calculate|state|identify|review|assess|rank|design|plan|propose|prepare|convince|teach|introduce|answer"
    r"|speak|comment|argue|estimate|evaluate|suggest|interpret|analy[sz]e|rate|report|help us)\b"
)
SETTING = re.compile(r"\s*(?:imagine|suppose|picture|think of|think back|assume|consider)\b", re.I)
_POLITE = re.compile(rf"{_LEAD}(?:can|could|would|will)\s+you\s+(?:please\s+|briefly\s+)*{_SAYING}", re.I)
_REQUEST = re.compile(rf"{_LEAD}{_SAYING}", re.I)
_STORY = re.compile(
    r"\b(?:time|occasion|situation|example|instance|period|moment|experience|episode|story|case|project)\b",
    re.I,
)
_CHOICE = re.compile(r"\bor\b", re.I)
_EVER = re.compile(r"\bever\b", re.I)


def kind_of(clause: str, *, question: bool) -> str:
    """`open`, `closed`, `request`, `story` or `none`."""
    if _POLITE.match(clause) or _REQUEST.match(clause):
        if _WHETHER.search(clause) and not _REASON.search(clause):
            return "closed"
        return "story" if _STORY.search(clause) else "request"
    if SETTING.match(clause):
        return "story"
    if (_OPEN if question else _SPELT_OUT).match(clause):
        return "open"
    if question and _CLOSED.match(clause):
        return "open" if _CHOICE.search(clause) and not _EVER.search(clause) else "closed"
    return "none"


def requests(clause: str) -> bool:
    """Whether it asks even where the sentence ends in a full stop."""
    return bool(_REQUEST.match(clause) or SETTING.match(clause))


def joined(clause: str) -> bool:
    """Whether it goes on to something else: “and how …”, “then say …”."""
    return bool(_JOINED.match(clause))


def brief(clause: str) -> bool:
    """Whether it is too short to be a question of its own: no English one is."""
    return False
