"""What a document's characters need to be set: accents on their letters, places to break, no hyphens that come and go."""

from __future__ import annotations

import re
import unicodedata

_ACCENTED = re.compile("[^\\W\\d_][\u0300-\u036f]+")
_SOFT_HYPHEN = "\u00ad"
_LONG_RUN = re.compile("[、。，．；：？！…—“”‘’（）《》〈〉「」『』【】]{16,}")
_PIECE = 8
_MAY_BREAK = "\u200b"


def settable(text: str) -> str:
    """The text as both engines can set it.

    A letter and an accent are one character where there is one: text copied on a Mac has them apart, the accent
    then comes from another font and is drawn over the next letter. A dotted line of 60 marks, none of which may
    begin or end a line, may be broken nevertheless. Soft hyphens are left out: they are printed where a line happens
    to end.
    """
    text = text.replace(_SOFT_HYPHEN, "")
    text = _ACCENTED.sub(lambda found: unicodedata.normalize("NFC", found[0]), text)
    return _LONG_RUN.sub(lambda found: _breakable(found[0]), text)


def _breakable(run: str) -> str:
    return _MAY_BREAK.join(run[i : i + _PIECE] for i in range(0, len(run), _PIECE))
