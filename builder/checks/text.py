"""Characters that print nothing and yet change what is read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from builder.checks.rule import Slip
from builder.content.bank import LoadedBank
from builder.words import words

# Direction marks turn text round: “AB” can be printed “BA”. Zero-width characters split a word that looks whole, so
# that a search or a comparison misses it. Not among them: the joiner between emoji, which makes one of several; the
# soft hyphen and U+2060, which only say where a line may end; the byte order mark at a file's beginning.
_INVISIBLE = re.compile("[\u061c\u200b-\u200f\u202a-\u202e\u2061-\u206f\ufeff\U000e0001-\U000e007f]")
_JOINER = "\u200d"
_PICTURE = ("So", "Sk", "Mn")
"""Categories of emoji, of their skin tones, and of the selector U+FE0F."""


def invisible_characters(loaded: LoadedBank) -> Iterator[Slip]:
    """A text holds no invisible characters that turn its direction round or split its words."""
    for path, text in loaded.source.strings():
        for character in sorted({found[0] for found in _INVISIBLE.finditer(text) if not _joins(text, found)}):
            sentence = words(
                "the text holds an invisible character, U+{code} {name}",
                code=f"{ord(character):04X}",
                name=unicodedata.name(character, ""),
            )
            hint = words("delete it and type the words beside it again; it often comes from a web page")
            yield Slip(path, sentence, hint, phrase=character)


def _joins(text: str, found: re.Match[str]) -> bool:
    """Whether it is the joiner inside an emoji made of several."""
    beside = (text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1])
    return found[0] == _JOINER and all(side and unicodedata.category(side) in _PICTURE for side in beside)
