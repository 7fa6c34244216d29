"""Text as it is compared: letters and digits alone, so that no way of writing hides what is said.

A *shingle* is the shortest stretch of folded text that is distinctive: six Han characters, or twenty-four letters of
an alphabet (about four words), or a mixture of as much weight. Two people do not write the same shingle by chance;
shorter stretches they do.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

HAN, LETTER = 4, 1
SHINGLE = 6 * HAN
"""Weight from which a stretch of a text is distinctive."""
PHRASE = 4 * HAN
"""Weight from which a whole field is distinctive, wherever it stands."""
_NOT_SAID = re.compile(r"[\W_]+")
HEAVY = "\u2e80"
"""From here on nearly every character is Han, kana or Hangul."""


def folded(text: str) -> str:
    """Letters and digits alone: widths and radicals unified, small letters, no marks, no white space of any kind.

    Invisible characters (zero width, soft hyphen, byte order mark) go with the marks.
    """
    return _NOT_SAID.sub("", unicodedata.normalize("NFKC", text).casefold())


def weight(text: str) -> int:
    """How distinctive a folded text is by its length alone."""
    if text.isascii():
        return len(text) * LETTER
    return len(text) * LETTER + sum(c >= HEAVY for c in text) * (HAN - LETTER)


def shingles(text: str) -> Iterator[tuple[int, str]]:
    """Every place in a folded text and the shingle that begins there; the last places have none."""
    if len(text) * HAN < SHINGLE:
        return
    weights = [HAN if c >= HEAVY else LETTER for c in text]
    end = held = 0
    for start, own in enumerate(weights):
        while held < SHINGLE:
            if end == len(weights):
                return
            held += weights[end]
            end += 1
        yield start, text[start:end]
        held -= own
