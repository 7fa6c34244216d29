"""The words of labels, as lexicon.toml lists them, and one pattern that finds them all."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any


@functools.cache
def lexicon() -> tuple[dict[str, str], frozenset[str]]:
    """Words → part, and which words are strong."""
    tables = tomllib.loads(Path(__file__).with_name("lexicon.toml").read_text(encoding="utf-8"))
    parts = {word: entry["part"] for entry in tables["label"] for word in entry["words"]}
    strong = {word for entry in tables["label"] if entry.get("strong") for word in entry["words"]}
    for shape in tables["shape"]:
        made = {word: shape["part"] for word in _made(shape) if word not in parts}
        parts |= made
        strong |= set(made)
    return parts, frozenset(strong)


def _made(shape: dict[str, Any]) -> Iterable[str]:
    return (head + tail for head in shape["heads"] for tail in shape["tails"] if head != tail)


def part_of(word: str) -> str | None:
    """The part that a label's word announces, in plain signs and small letters."""
    return lexicon()[0].get(word)


@functools.cache
def names() -> str:
    """A pattern of every word, the longest first; several spaces between words are one."""
    return _branches(sorted(lexicon()[0]))


def _branches(words: list[str]) -> str:
    """Words that begin alike share their beginning, so that a thousand words cost little more than one."""
    groups: dict[str, list[str]] = {}
    for word in words:
        if word:
            groups.setdefault(word[0], []).append(word[1:])
    made = [
        (" +" if first == " " else re.escape(first)) + (_branches(rest) if any(rest) else "")
        for first, rest in groups.items()
    ]
    pattern = made[0] if len(made) == 1 and "" not in words else f"(?:{'|'.join(made)})"
    return pattern + "?" if "" in words else pattern
