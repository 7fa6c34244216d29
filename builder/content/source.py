"""A YAML file as plain data that remembers where everything stood."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from builder.errors import Place

Path_ = tuple[str | int, ...]


class Span(NamedTuple):
    """0-based lines and columns from a value's first to its last character."""

    line: int
    column: int
    end_line: int


@dataclass
class Source:
    """One file: its data, and for every path into the data the span in the text."""

    file: Path
    text: str
    data: Any = None
    values: dict[Path_, Span] = field(default_factory=dict)
    keys: dict[Path_, Span] = field(default_factory=dict)

    def place(self, path: Path_, *, at_key: bool = False) -> Place:
        """Where `path` stands; a missing value is placed at the nearest thing that holds it."""
        spans = self.keys if at_key else self.values
        while path not in spans and path:
            path, spans = path[:-1], self.values
        span = spans.get(path, Span(0, 0, 0))
        return self.place_at(span.line, span.column)

    def place_of_text(self, path: Path_, text: str) -> Place:
        """Where `text` first stands inside the value at `path`."""
        span = self.values[path]
        for number in range(span.line, min(span.end_line, len(self.lines) - 1) + 1):
            start = span.column if number == span.line else 0
            column = self.lines[number].find(text, start)
            if column >= 0:
                return self.place_at(number, column)
        return self.place_at(span.line, span.column)

    def place_at(self, line: int, column: int) -> Place:
        """A place from a 0-based line and column, with the line's text."""
        excerpt = self.lines[line] if line < len(self.lines) else ""
        return Place(self.file, line + 1, column + 1, excerpt)

    @functools.cached_property
    def lines(self) -> list[str]:
        # Only the line ends that YAML knows: str.splitlines would also split at U+2028 and form feeds.
        return re.split(r"\r\n|\n|\r", self.text)

    def strings(self) -> Sequence[tuple[Path_, str]]:
        """Every string value with its path."""
        return self._every_string

    @functools.cached_property
    def _every_string(self) -> Sequence[tuple[Path_, str]]:
        return list(_strings(self.data, ()))


def _strings(value: Any, path: Path_) -> Iterator[tuple[Path_, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _strings(item, (*path, key))
    elif isinstance(value, list):
        for i, item in enumerate(value):
            yield from _strings(item, (*path, i))
