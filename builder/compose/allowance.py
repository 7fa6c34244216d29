"""What the templates of one document may spend: steps and characters, counted, never timed.

A clock would make a build fail on a slow machine and pass on a fast one; a count fails everywhere or nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel

from builder.words import Words, words

MAX_STEPS = 2_000_000
"""Rounds of loops, calls of macros, and items that filters pass over; our longest pack takes a fiftieth."""
MAX_CHARACTERS = 20_000_000
"""Characters that are printed, or made on the way."""
MAX_VALUE = 1_000_000
"""Characters of a single text, or items of a single list."""
MAX_TEMPLATE_BYTES = 1_000_000
STEP = 16
"""Characters that are copied or compared in about the time of one step."""

_TEXT = (str, bytes)
_SIZED = (str, bytes, range)
_LISTS = (list, tuple, set, frozenset)
_MADE = (str, bytes, list, tuple, dict, set)


class EndlessTemplateError(Exception):
    """A template takes more steps than any document needs."""


class OversizeTemplateError(Exception):
    """A template, or what it makes, is larger than any document."""


def too_long(limit: int) -> Words:
    """What is wrong with a text or a list beyond a limit."""
    return words("one value has more than {limit} characters or items", limit=limit)


class Allowance:
    """Counts down from the limits; `renew` begins a document."""

    def __init__(self) -> None:
        self.renew()

    def renew(self) -> None:
        """Gives a document its full allowance."""
        self.steps, self.characters = MAX_STEPS, MAX_CHARACTERS

    def step(self, count: int = 1) -> bool:
        """True, until the steps are spent; then raises EndlessTemplateError."""
        self.steps -= count
        if self.steps < 0:
            raise EndlessTemplateError(words("more than {limit} steps", limit=MAX_STEPS))
        return True

    def write(self, count: int) -> None:
        """Raises OversizeTemplateError once the characters are spent."""
        self.characters -= count
        if self.characters < 0:
            raise OversizeTemplateError(words("more than {limit} characters", limit=MAX_CHARACTERS))

    def tick(self, literal: int) -> None:
        """A round of a loop, or a call of a macro, whose own words are `literal` characters long."""
        self.steps -= 1
        self.characters -= literal
        if self.steps < 0 or self.characters < 0:
            self.step(0)
            self.write(0)

    def charged(self, value: Any) -> Any:
        """The value, its length counted as characters: it was just made."""
        if isinstance(value, _MADE):
            self.write(len(value))
            if len(value) > MAX_VALUE:
                raise OversizeTemplateError(too_long(MAX_VALUE))
        return value

    def weigh(self, *values: Any) -> int:
        """Characters of all the text inside the values; raises OversizeTemplateError where that is too much.

        A list can hold one text a thousand times: its weight is that of what printing it would print.
        """
        weight, stack = 0, list(values)
        while stack:
            value = stack.pop()
            weight += len(value) + 1 if isinstance(value, _SIZED) else 1
            if isinstance(value, _LISTS):
                stack.extend(value)
            elif isinstance(value, dict):
                stack.extend(value)
                stack.extend(value.values())
            elif isinstance(value, BaseModel):
                stack.extend(value.__dict__.values())
            if weight + len(stack) > MAX_VALUE:
                raise OversizeTemplateError(too_long(MAX_VALUE))
        self.step(weight // STEP)
        return weight

    def counted(self, items: Any) -> Any:
        """The same items, each a step: those of an iterator as they are taken."""
        if hasattr(items, "__len__"):
            self.step(len(items) // STEP if isinstance(items, _TEXT) else len(items))
            return items
        return self._taken(items) if isinstance(items, Iterator) else items

    def _taken(self, items: Iterable[Any]) -> Iterator[Any]:
        for item in items:
            self.step()
            yield item
