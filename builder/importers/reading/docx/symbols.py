"""Characters of symbol fonts, which have no meaning of their own in Unicode: bullets, boxes, ticks, arrows."""

from __future__ import annotations

_WINGDINGS = {
    0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "❑", 0x72: "❒", 0x74: "◆", 0x75: "◆", 0x76: "❖", 0x77: "◆",
    0x9E: "·", 0x9F: "•", 0xA0: "▪", 0xA1: "○", 0xA4: "◎", 0xA7: "▪", 0xA8: "□", 0xAB: "★", 0xB2: "✧", 0xD8: "➢", 0xE0: "→",
    0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑", 0x4A: "☺", 0x46: "☞",
    **{0x80 + i: "⓪①②③④⑤⑥⑦⑧⑨⑩"[i] for i in range(11)}, **{0x8B + i: "⓿❶❷❸❹❺❻❼❽❾❿"[i] for i in range(11)},
}  # fmt: skip
_WINGDINGS_2 = {
    0x50: "✓",
    0x4F: "✗",
    0x51: "☒",
    0x52: "☑",
    0x53: "☒",
    0x54: "☒",
    0xA3: "□",
    0x97: "●",
    0x98: "•",
}
_GREEK = dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True))
_SYMBOL = {
    0xB7: "•", 0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xAE: "→", 0xAC: "←", 0xB0: "°",
    0xDE: "⇒", 0xD7: "⋅", 0xE5: "∑", 0xD6: "√", 0xA5: "∞", **_GREEK,
}  # fmt: skip
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}
UNKNOWN_SIGN, BULLET = "□", "•"
_PRIVATE = range(0xF000, 0xF100)


def symbol(code: str | None, font: str | None) -> str:
    """The character that `w:sym` shows: `F0FE` of Wingdings is ☑; a box where the font is not known."""
    try:
        point = int(code or "", 16)
    except ValueError:
        return UNKNOWN_SIGN
    if point in _PRIVATE or (font or "").lower() in _FONTS:
        return _FONTS.get((font or "").lower(), {}).get(point & 0xFF, UNKNOWN_SIGN)
    return chr(point) if 0x20 <= point < 0xD800 or 0xE000 <= point < 0x110000 else UNKNOWN_SIGN


def bullet(text: str, font: str | None) -> str:
    """The sign before the items of a list, as a character that every font has."""
    sign = text.strip()
    if len(sign) != 1:
        return sign[:4] or BULLET
    if sign == "o":  # a letter in use as a small circle
        return "○"
    known = _FONTS.get((font or "").lower())
    if ord(sign) in _PRIVATE or (known and not sign.isascii() and ord(sign) < 0x100):
        return (known or _SYMBOL | _WINGDINGS).get(ord(sign) & 0xFF, BULLET)
    return (known or {}).get(ord(sign), sign) if sign.isascii() else sign


def readable(text: str, font: str | None) -> str:
    """Typed text with the characters of symbol fonts replaced."""
    if text.isascii() or not any(ord(c) in _PRIVATE for c in text):
        return text
    known = _FONTS.get((font or "").lower(), _SYMBOL | _WINGDINGS)
    return "".join(known.get(ord(c) & 0xFF, BULLET) if ord(c) in _PRIVATE else c for c in text)
