"""CSV and TSV: a record is a row."""

from __future__ import annotations

import io
import itertools
import re

from builder.errors import RequestError
from builder.importers.blocks import Block, Kind, LeftOut, Manuscript
from builder.importers.reading.table_rows import MOST_ROWS
from builder.tabular.delimited import records
from builder.tabular.faults import TableError
from builder.words import words

_SEPARATOR = re.compile(r"\ufeff?\"?sep=(?P<sign>[^\r\n\"])\"?(?:\r\n|\n|\r)", re.IGNORECASE)


def read_csv(name: str, text: str) -> Manuscript:
    """The rows; the delimiter is found by itself. Raises RequestError, naming the line, where quotes do not match."""
    return _read(name, text, "")


def read_tsv(name: str, text: str) -> Manuscript:
    """The rows, parted by tabs."""
    return _read(name, text, "\t" if "\t" in text else "")


def _read(name: str, text: str, delimiter: str) -> Manuscript:
    told = _SEPARATOR.match(text)
    skipped = told.end() if told else 0
    delimiter = told["sign"] if told else delimiter
    starts = [0, *itertools.accumulate(len(line) for line in io.StringIO(text[skipped:], newline=""))]
    blocks: list[Block] = []
    try:
        found = list(records(text[skipped:], delimiter=delimiter))
    except TableError as error:
        raise RequestError(
            words("{path}: {problem}", path=name, problem=error.sentence), error.hint
        ) from None
    if sum(any(map(_bare, record.values)) for record in found) > MOST_ROWS:
        raise RequestError(
            words("{path}: more than {limit} rows are filled in", path=name, limit=MOST_ROWS),
            words("split the file"),
        )
    for record in found:
        cells = _trimmed([_bare(value) for value in record.values])
        if not text[slice(skipped + starts[record.line - 1], skipped + starts[record.end - 1])].strip():
            continue
        span = skipped + starts[record.line - 1], skipped + starts[record.end - 1]
        blocks.append(
            Block(
                "\t".join(cells), Kind.TABLE_ROW, cells=cells, place=record.line + bool(told), table=1,
                start=span[0], end=span[1],
            )
        )  # fmt: skip
    left = (LeftOut(told[0], words("names the delimiter"), 1, 0, told.end()),) if told else ()
    return Manuscript(name, text, tuple(blocks), left)


def _bare(value: str) -> str:
    return value.replace("\ufeff", "").replace("\t", " ").replace("\r\n", "\n").replace("\r", "\n").strip()


def _trimmed(cells: list[str]) -> tuple[str, ...]:
    while cells and not cells[-1]:
        cells.pop()
    return tuple(cells)
