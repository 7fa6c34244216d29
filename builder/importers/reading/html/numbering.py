"""Numbers and bullets of list items, which a page does not hold as text."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

_TYPE = re.compile(
    r"list-style(?:-type)?\s*:[^;]*?\b(none|disc|circle|square|decimal|(?:lower|upper)-(?:alpha|latin|roman)|cjk-ideographic|simp-chinese-informal|trad-chinese-informal)\b",
    re.I,
)
_LETTERS = {"a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman", "1": "decimal"}
_DIGITS = "一二三四五六七八九"
BULLET = "-"
NUMBERED = re.compile(
    r"\s*(?:[\d０-９]{1,3}\s*[.、．)）:：]|[(（【\[]?\s*(?:[\d０-９]{1,3}|[一二三四五六七八九十]{1,3})\s*[)）\]】、]|[①-⑳]|第\s*[\d一二三四五六七八九十]{1,3}|[a-zA-Z][.)]\s)"
)
"""What stands at the beginning of items that carry a number of their own."""


class Numbering:
    """Counts the items of one list."""

    def __init__(self, element: etree._Element, style: str, depth: int) -> None:
        self.depth = depth
        found = _TYPE.search(style)
        default = "decimal" if element.tag == "ol" else "disc"
        self.kind = found[1].lower() if found else _LETTERS.get(element.get("type") or "", default)
        self.step = -1 if element.get("reversed") is not None else 1
        items = sum(1 for child in element if child.tag == "li") if self.step < 0 else 1
        self.next = _whole(element.get("start"), items)

    def marker(self, item: etree._Element) -> str:
        """The marker of the next item."""
        number = self.next = _whole(item.get("value"), self.next)
        self.next += self.step
        if self.kind in ("disc", "circle", "square"):
            return BULLET
        return _FORMS[self.kind](number) if self.kind in _FORMS else ""


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and re.fullmatch(r"-?\d{1,6}", text.strip()) else default


def _letter(number: int) -> str:
    return f"{chr(ord('a') + (number - 1) % 26)}." if number > 0 else f"{number}."


def _roman(number: int) -> str:
    if not 0 < number < 40:
        return f"{number}."
    return (
        f"{'x' * (number // 10)}{('', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix')[number % 10]}."
    )


def _han(number: int) -> str:
    if not 0 < number < 100:
        return f"{number}、"
    tens, ones = divmod(number, 10)
    ten = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens - 1]}十"
    return f"{ten}{_DIGITS[ones - 1] if ones else ''}、"


_FORMS: dict[str, Callable[[int], str]] = {
    "decimal": lambda n: f"{n}.",
    "lower-alpha": _letter,
    "lower-latin": _letter,
    "upper-alpha": lambda n: _letter(n).upper(),
    "upper-latin": lambda n: _letter(n).upper(),
    "lower-roman": _roman,
    "upper-roman": lambda n: _roman(n).upper(),
    "cjk-ideographic": _han,
    "simp-chinese-informal": _han,
    "trad-chinese-informal": _han,
}
