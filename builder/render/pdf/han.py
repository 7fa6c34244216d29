"""Which characters are Han for typography, where a gap belongs, and where a line may be stretched."""

from __future__ import annotations

import re
import unicodedata

_IDEOGRAPH = "\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_LATIN = r"0-9A-Za-z%‰°+#@&$\u00b5\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0370-\u052f"
_GAP = re.compile(f"[{_IDEOGRAPH}](?=[{_LATIN}])|[{_LATIN}](?=[{_IDEOGRAPH}])")
_WIDE = re.compile(
    "[\u2e80-\u303f\u3040-\u9fff\uf900-\ufaff\uff01-\uff60\u2014\u2018\u2019\u201c\u201d\u2026\U00020000-\U0003ffff]"
)
_OPENING = "「『（《〈【〔［｛“‘"
_CLOSING = "」』）》〉】〕］｝”’，。、；：！？"
_UNBREAKABLE = ("——", "……", "⸺⸺")


def gaps(text: str) -> list[int]:
    """Indexes of the characters after which an eighth of an em belongs: Han beside Latin or digits."""
    return [match.start() for match in _GAP.finditer(text)]


def needs_gap(before: str, after: str) -> bool:
    """Whether two neighbouring characters are one Han and one Latin letter or digit."""
    return bool(_GAP.match(before + after))


def is_tight(before: str, after: str) -> bool:
    """Whether two full-width marks in a row share one blank half: the first closes, or both open."""
    return (before in _CLOSING and after in _OPENING + _CLOSING) or (before in _OPENING and after in _OPENING)


def may_stretch(before: str, after: str) -> bool:
    """Whether a justified line may be opened between two characters: at a space, or beside Han."""
    if before in " \u00a0":
        return True
    if not after or after in " \u00a0" or before + after in _UNBREAKABLE or unicodedata.combining(after):
        return False
    return bool(_WIDE.match(before) or _WIDE.match(after))
