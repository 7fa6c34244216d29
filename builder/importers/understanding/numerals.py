"""Numbers as people write them: 12, １２, 十二, ⑫, XII, twelve."""

from __future__ import annotations

from decimal import Decimal

DIGITS = "零一二三四五六七八九"
ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
SPELT = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
CIRCLED = {chr(0x2460 + i): i + 1 for i in range(20)} | {chr(0x2776 + i): i + 1 for i in range(10)}


def chinese(text: str) -> int | None:
    """十五 → 15, 二十 → 20, 一百零三 → 103, 两 → 2; None for what is no number below a thousand."""
    total, digit = 0, 0
    for character in text.replace("两", "二").replace("〇", "零"):
        if character in DIGITS:
            digit = DIGITS.index(character)
        elif character in "十百":
            total += (digit or 1) * (10 if character == "十" else 100)
            digit = 0
        else:
            return None
    return total + digit if text else None


def roman(text: str) -> int | None:
    """Roman `iv` → 4; None for what is no Roman number."""
    values = [ROMAN.get(character) for character in text.lower()]
    if not values or None in values:
        return None
    known = [v for v in values if v is not None]
    pairs = zip(known, [*known[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)


def whole(text: str) -> int | None:
    """The whole number that `text` writes in any of these ways, or None."""
    text = text.strip()
    if text.isascii() and text.isdigit():
        return int(text)
    if text in CIRCLED:
        return CIRCLED[text]
    if text.lower() in SPELT:
        return SPELT.index(text.lower()) + 1
    if text.isascii():
        return roman(text) if text else None
    return chinese(text)


def amount(text: str) -> Decimal | None:
    """The number, halves included (`2.5`, 十五, 半), or None."""
    text = text.strip()
    if text == "半":
        return Decimal("0.5")
    if text.replace(".", "", 1).isdigit() and text.isascii() and not text.startswith("."):
        return Decimal(text.rstrip("."))
    value = whole(text)
    return None if value is None else Decimal(value)
