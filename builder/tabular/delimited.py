"""CSV with the delimiters that spreadsheets write, line by line of the file."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from builder.tabular.faults import TableError
from builder.words import words

DELIMITERS = (",", ";", "\t", "，", "|")
"""In the order they are believed in where several would do."""
_SAMPLE = 20


@dataclass(frozen=True, slots=True)
class Record:
    """The values of one row, the line of the file it begins in, from 1, and the one after its last."""

    values: list[str]
    line: int
    end: int


def records(text: str, *, delimiter: str = "") -> Iterator[Record]:
    """Every row; quoted values may hold delimiters, doubled quotes and line breaks. The delimiter is found by itself.

    Raises TableError, naming the line, where quotes do not match or a value is longer than 131,072 characters.
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter or delimiter_of(text), strict=True)
    begun = 1
    try:
        for values in reader:
            yield Record(values, begun, reader.line_num + 1)
            begun = reader.line_num + 1
    except csv.Error as error:
        raise TableError(
            words("line {line} is not valid CSV: {problem}", line=reader.line_num, problem=error),
            words("check the quotation marks in this line"),
        ) from None


def delimiter_of(text: str) -> str:
    """The sign that parts the first rows into equally many values, more than one; a comma where none does."""
    return max(DELIMITERS, key=lambda sign: _evenness(text, sign))


def _evenness(text: str, sign: str) -> tuple[int, int]:
    """How many of the first rows have the most usual number of values, and that number; (0, 0) for single values."""
    reader = csv.reader(io.StringIO(text[:200_000], newline=""), delimiter=sign)
    widths: Counter[int] = Counter()
    try:
        for values in reader:
            if len(values) > 1 and any(values):
                widths[len(values)] += 1
            if widths.total() == _SAMPLE:
                break
    except csv.Error:
        pass
    if not widths:
        return 0, 0
    width, count = max(widths.items(), key=lambda pair: (pair[1], pair[0]))
    return count, width
