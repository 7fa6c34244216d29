"""Characters as the two bytes that GBK has for them, and the characters that a known half of them may have been."""

from __future__ import annotations

import functools

from builder.importers.cleaning.han import bare, bare_readings, is_common, is_traditional

LEADS, TRAILS = range(0x81, 0xFF), [*range(0x40, 0x7F), *range(0x80, 0xFF)]


def as_bytes(text: str) -> bytes:
    """The bytes of the characters up to the first that GBK has no two bytes for; private ones have a code there too."""
    whole = text.encode("gb18030", "ignore")
    if len(whole) == 2 * len(text):
        return whole
    found = bytearray()
    for char in text:
        two = char.encode("gb18030", "ignore")
        if len(two) != 2:
            break
        found += two
    return bytes(found)


def as_text(pairs: bytes) -> str | None:
    """The characters of the bytes; None where some are none."""
    try:
        return pairs.decode("gbk")
    except UnicodeDecodeError:
        return None


def is_free(lead: int, trail: int) -> bool:
    """A code that GBK leaves to its users, which sites drop without a trace."""
    high = lead in range(0xAA, 0xB0) or lead in range(0xF8, 0xFF)
    return (high and trail in range(0xA1, 0xFF)) or (lead in range(0xA1, 0xA8) and trail in range(0x40, 0xA1))


@functools.cache
def with_trail(trail: int) -> tuple[str, ...]:
    """The common characters that end in the byte."""
    return tuple(filter(None, (_common(lead, trail) for lead in LEADS))) if trail in TRAILS else ()


@functools.cache
def with_lead(lead: int) -> tuple[str, ...]:
    """The common characters that begin with the byte."""
    return tuple(filter(None, (_common(lead, trail) for trail in TRAILS))) if lead in LEADS else ()


def read_as(options: tuple[str, ...], syllable: str) -> list[str]:
    """Those of the characters that machines write that reading behind: Traditional ones that are read so."""
    return [char for char in options if is_traditional(char) and bare(syllable) in bare_readings(char)]


def _common(lead: int, trail: int) -> str:
    char = as_text(bytes([lead, trail]))
    return char if char is not None and len(char) == 1 and is_common(char) else ""
