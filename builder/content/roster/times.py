"""Times as people write them in spreadsheets."""

from __future__ import annotations

import datetime
import re
import unicodedata
from dataclasses import dataclass
from enum import Enum

_TIME = re.compile(
    r"(?:(?P<year>\d{4})[-/.年](?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})日?\s*T?)?"
    r"(?P<half>上午|下午|am|pm)?\s*(?P<hour>\d{1,2})[:点时](?:(?P<minute>\d{2})分?)?(?::\d{2})?\s*(?P<late>am|pm)?"
    r"(?:\s*[-–—~至到].*)?",
    re.IGNORECASE,
)
_AFTERNOON = ("下午", "pm")


@dataclass(frozen=True, slots=True)
class DayTime:
    """Minutes since midnight, and the day, where they were said."""

    minutes: int | None
    day: datetime.date | None


class BadTime(Enum):
    """What is returned for a text that is no time."""

    BAD = 1


def read_time(text: str) -> DayTime | BadTime:
    """The time that a text says: 9:00, 09:00-09:30, 9点30分, 下午2:00, 2026-12-05 09:00; an empty one says none."""
    if not text:
        return DayTime(None, None)
    match = _TIME.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if match is None:
        return BadTime.BAD
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = (match["half"] or match["late"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half in _AFTERNOON else 0) if hour <= 12 else hour
    if hour > 23 or minute > 59:
        return BadTime.BAD
    try:
        day = (
            datetime.date(*(int(match[part]) for part in ("year", "month", "day"))) if match["year"] else None
        )
    except ValueError:
        return BadTime.BAD
    return DayTime(hour * 60 + minute, day)
