"""Times of day, to the minute."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

DAY = 24 * 60
_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)", re.ASCII)


def minutes_of(clock: str) -> int | None:
    """Minutes since midnight of a time like 08:30; None where it is none."""
    match = _CLOCK.fullmatch(clock)
    return int(match[1]) * 60 + int(match[2]) if match else None


def clock_of(minutes: int) -> str:
    """Minutes since midnight as 08:30."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _clock(text: str) -> str:
    minutes = minutes_of(text)
    if minutes is None:
        raise PydanticCustomError("clock", "a time of day is expected")
    return clock_of(minutes)


Clock = Annotated[
    str, Field(json_schema_extra={"pattern": r"^([01]?\d|2[0-3]):[0-5]\d$"}), AfterValidator(_clock)
]
"""A time like 08:30, on the 24-hour clock."""
