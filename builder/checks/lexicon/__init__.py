"""Words for sensitive topics, a file a language, made into patterns.

A term is written as it is said. `…` in it stands for a few characters (Chinese) or words (English) between; in Chinese
`您` also means `你`. Longer terms win over shorter ones that begin alike.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LETTERS = {"zh": re.compile(r"[\u3400-\u9fff]"), "en": re.compile(r"[A-Za-z]{2}")}
"""What a text must hold for a language's words to stand in it."""
NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Topic:
    """How one topic is asked about or rewarded."""

    asks: re.Pattern[str]
    """Phrases that ask for it by themselves; what stands between their parts is captured."""
    facts: re.Pattern[str]
    """Names of the personal fact; harmless where somebody else has it."""
    rewards: re.Pattern[str]
    """Conditions that a criterion must not reward."""
    unless: re.Pattern[str]
    """What makes a hit harmless."""
    admissible: Collection[str]
    """Employer types that may ask."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language."""

    mentions: re.Pattern[str]
    """A person: group `candidate` or `other`; neither group where it only looks like one."""
    work: re.Pattern[str]
    continues: re.Pattern[str]
    openers: re.Pattern[str]
    negations: re.Pattern[str]
    looks: re.Pattern[str]
    looks_unless: re.Pattern[str]
    fit: re.Pattern[str]
    topics: dict[str, Topic]
    hints: re.Pattern[str]
    """A part of every term of every topic, lower case: where none stands, no topic does."""


def topics_named(text: str) -> set[str]:
    """The topics of which any term may stand in the text."""
    lower = text.lower().replace("'", "’").replace("你", "您")
    return {name for words_of in lexicons(text) if words_of.hints.search(lower) for name in words_of.topics}


def lexicons(text: str) -> Iterator[Lexicon]:
    """The words of every language that is written in the text."""
    return (lexicon(language) for language, letters in LETTERS.items() if letters.search(text))


@functools.cache
def lexicon(language: str) -> Lexicon:
    """The words of `zh` or `en`."""
    held = tomllib.loads(Path(__file__).with_name(f"{language}.toml").read_text(encoding="utf-8"))
    spaced = language == "en"
    heads = _after(held["heads"] + held["people"], spaced)

    def pattern(terms: Collection[str], after: str = "") -> re.Pattern[str]:
        return _compiled(_any(terms, spaced) + after) if terms else NEVER

    def topic(entry: dict[str, Any]) -> Topic:
        return Topic(
            asks=pattern(entry.get("asks", ()), heads),
            facts=pattern(entry.get("facts", ()), heads),
            rewards=pattern(entry.get("rewards", ())),
            unless=pattern(entry.get("unless", ())),
            admissible=frozenset(entry.get("admissible", ())),
        )

    neither, others = _any(held["neither"], spaced), _any(held["others"] + held["people"], spaced)
    return Lexicon(
        mentions=_compiled(f"{neither}|(?P<other>{others})|(?P<candidate>{_any(held['candidate'], spaced)})"),
        **{name: pattern(held[name]) for name in ("work", "continues", "openers", "negations")},
        **{name: pattern(held["criteria"][name]) for name in ("looks", "looks_unless", "fit")},
        topics={name: topic(entry) for name, entry in held["topics"].items()},
        hints=_hints(term for entry in held["topics"].values() for term in _terms(entry)),
    )


def _terms(entry: dict[str, Any]) -> Iterator[str]:
    yield from (term for kind in ("asks", "facts", "rewards") for term in entry.get(kind, ()))


def _hints(terms: Iterable[str]) -> re.Pattern[str]:
    """Literals alone: the engine finds where any of them may begin far faster than it tries whole terms."""
    longest = {max(re.split(r"…|\s+", term), key=len).lower() for term in terms}
    return re.compile("|".join(map(re.escape, sorted(longest))))


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _any(terms: Collection[str], spaced: bool) -> str:
    alternatives = "|".join(_term(term, spaced) for term in sorted(terms, key=lambda t: (-len(t), t)))
    if not alternatives:
        return "(?!)"
    return rf"\b(?:{alternatives})\b" if spaced else f"(?:{alternatives})"


def _term(term: str, spaced: bool) -> str:
    if not spaced:
        gap = r"([^，。？！；：\n]{0,8}?)"
        return gap.join(re.escape(part).replace("您", "[你您]") for part in term.split("…"))
    gap = r"((?:\s+[\w’-]+){0,3}?)\s+"
    return gap.join(r"\s+".join(map(re.escape, part.split())) for part in term.split("…"))


def _after(heads: Collection[str], spaced: bool) -> str:
    """Not followed by a noun that makes the term a matter of work: 产假政策, health check."""
    return rf"(?!(?:’s)?[\s-]+{_any(heads, spaced)})" if spaced else f"(?!的?{_any(heads, spaced)})"
