"""How Word writes the numbers of a list: `chineseCountingThousand` 12 → 十二, `upperRoman` 4 → IV."""

from __future__ import annotations

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
          (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
_ONES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
         "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")  # fmt: skip
_TENS = ("", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth", "twelve": "twelfth"}  # fmt: skip
LARGEST = 9_999
"""Beyond it numbers are written in digits; no list of questions is that long."""


def written(value: int, number_format: str) -> str:
    """The number as a list of that format shows it; in digits where the format is unknown or cannot show it."""
    write = _FORMATS.get(number_format)
    if write is None or not 0 < value <= LARGEST:
        return str(value)
    return write(value)


def chinese(value: int, digits: str = "零一二三四五六七八九", units: str = "十百千") -> str:
    """12 → 十二, 105 → 一百零五, as it is said."""
    text, gap = "", False
    for power in (3, 2, 1, 0):
        digit = value // 10**power % 10
        if digit:
            text += (digits[0] if gap and text else "") + digits[digit] + (units[power - 1] if power else "")
        gap = not digit
    leading = digits[1] + units[0]
    return text[1:] if digits[1] == "一" and text.startswith(leading) else text


def _digit_by_digit(value: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(value))


def _counting(value: int) -> str:
    """Said up to 99, digit by digit from there on."""
    return chinese(value) if value < 100 else _digit_by_digit(value)


def _cycle(characters: str) -> Callable[[int], str]:
    """As long as the characters last; then in digits."""
    return lambda value: characters[value - 1] if value <= len(characters) else str(value)


def _circled(value: int) -> str:
    for first, last, start in ((1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1)):
        if first <= value <= last:
            return chr(start + value - first)
    return str(value)


def roman(value: int) -> str:
    """4 → IV."""
    text = ""
    for worth, sign in _ROMAN:
        count, value = divmod(value, worth)
        text += sign * count
    return text


def letters(value: int) -> str:
    """1 → A, 27 → AA, 53 → AAA, as Word goes on."""
    times, letter = divmod(value - 1, 26)
    return chr(ord("A") + letter) * (times + 1) if times < 30 else str(value)


def ordinal(value: int) -> str:
    """2 → 2nd."""
    ending = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


def cardinal(value: int) -> str:
    """12 → Twelve; from a hundred on in digits."""
    return _spelt(value).capitalize() if value < 100 else str(value)


def _spelt(value: int) -> str:
    if value < 20:
        return _ONES[value]
    tens, ones = divmod(value, 10)
    return _TENS[tens] + (f"-{_ONES[ones]}" if ones else "")


def _ordinal_text(value: int) -> str:
    if value >= 100:
        return ordinal(value)
    head, dash, last = _spelt(value).rpartition("-")
    last = _ORDINALS.get(last) or (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")
    return f"{head}{dash}{last}".capitalize()


_FORMATS: dict[str, Callable[[int], str]] = {
    "none": lambda value: "",
    "decimalZero": lambda value: f"{value:02}",
    "decimalFullWidth": lambda value: "".join(chr(ord(digit) + 0xFEE0) for digit in str(value)),
    "decimalFullWidth2": lambda value: "".join(chr(ord(digit) + 0xFEE0) for digit in str(value)),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedFullstop": _cycle("".join(map(chr, range(0x2488, 0x249C)))),
    "decimalEnclosedParen": _cycle("".join(map(chr, range(0x2474, 0x2488)))),
    "numberInDash": lambda value: f"- {value} -",
    "upperRoman": roman,
    "lowerRoman": lambda value: roman(value).lower(),
    "upperLetter": letters,
    "lowerLetter": lambda value: letters(value).lower(),
    "ordinal": ordinal,
    "cardinalText": cardinal,
    "ordinalText": _ordinal_text,
    "chineseCounting": _counting,
    "chineseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "japaneseDigitalTenThousand": _digit_by_digit,
    "taiwaneseCounting": _counting,
    "taiwaneseCountingThousand": chinese,
    "taiwaneseDigital": _digit_by_digit,
    "ideographDigital": _digit_by_digit,
    "koreanDigital2": _digit_by_digit,
    "chineseLegalSimplified": lambda value: chinese(value, _LEGAL, "拾佰仟"),
    "ideographLegalTraditional": lambda value: chinese(value, _LEGAL_TRADITIONAL, "拾佰仟"),
    "japaneseLegal": lambda value: chinese(value, _LEGAL_TRADITIONAL, "拾佰仟"),
    "ideographTraditional": _cycle("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _cycle("子丑寅卯辰巳午未申酉戌亥"),
    "ideographEnclosedCircle": _cycle("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
}
