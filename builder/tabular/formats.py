"""Numbers as a sheet shows them."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from builder.tabular.builtin_formats import BUILTIN

_ZEROS = re.compile("0+")
_LITERAL = re.compile(r'"([^"]*)"|\\(.)|\[[^\]]*\]|_.|\*.')
_AFFIXED = re.compile(
    r'(?:"(?P<before>[^"]*)")?(?P<digits>[#0,]+(?:\.[0#]+)?|General)(?:"(?P<after>[^"]*)")?'
)
_EPOCH, _EPOCH_1904 = datetime.datetime(1899, 12, 30), datetime.datetime(1904, 1, 1)
_LAST_DAY = 2_958_465


@dataclass(frozen=True, slots=True)
class Shown:
    """A number as text; `typed` is what was most likely typed, where the program made a date of it."""

    text: str
    typed: str = ""


def code_of(number: int, own: dict[int, str]) -> str:
    """The format code of an id: the workbook's own, or one that every program knows."""
    return own.get(number) or BUILTIN.get(number, "General")


def shown(value: float, code: str, *, from_1904: bool = False) -> Shown:
    """The number as the sheet shows it: dates as 2030-06-01 and 09:30, percentages, zeros and units of its format."""
    section = code.split(";")[0]
    bare = _LITERAL.sub("", section)
    if re.search("[ymdhs]", bare, re.IGNORECASE) and "general" not in bare.lower():
        return _moment(value, section, bare.lower(), from_1904=from_1904)
    if "%" in bare:
        return Shown(f"{_plain(round(value * 100, 6))}%")
    if _ZEROS.fullmatch(section) and value.is_integer():
        return Shown(str(int(value)).zfill(len(section)))
    affixed = _AFFIXED.fullmatch(section)
    if affixed and (affixed["before"] or affixed["after"]):
        return Shown(f"{affixed['before'] or ''}{_plain(value)}{affixed['after'] or ''}")
    return Shown(_plain(value))


def _plain(value: float) -> str:
    if value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.15g}"


def _moment(value: float, section: str, bare: str, *, from_1904: bool) -> Shown:
    if not 0 <= value <= _LAST_DAY:
        return Shown(_plain(value))
    if value < 1 and "d" not in bare and "y" not in bare:
        seconds = round(value * 86_400)
        return Shown(f"{seconds // 3600:02}:{seconds % 3600 // 60:02}")
    epoch = _EPOCH_1904 if from_1904 else _EPOCH
    try:
        moment = epoch + datetime.timedelta(seconds=round(value * 86_400))
    except OverflowError:
        return Shown(_plain(value))
    day = moment.strftime("%Y-%m-%d")
    text = day if moment.time() == datetime.time() else f"{day} {moment:%H:%M}"
    return Shown(text, _typed(moment, bare) if value == int(value) else "")


def _typed(moment: datetime.datetime, bare: str) -> str:
    """A day without a year is what programs make of 3-5, a month with a short year what they make of 3-50."""
    if "h" in bare or "s" in bare or "m" not in bare:
        return ""
    if "y" not in bare and "d" in bare:
        return f"{moment.month}-{moment.day}"
    if re.search(r"(?<!y)yy(?!y)", bare) and "d" not in bare:
        return f"{moment.month}-{moment:%y}"
    return ""
