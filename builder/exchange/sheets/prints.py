"""What a sheet remembers of the bank it was made from: a short hash of every cell, row by row.

A cell that still has the hash was not touched by whoever had the sheet; a value of the bank that has it was not
changed since. So what was changed on either side, or on both, is known when the sheet comes back.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence

from builder.exchange.sheets.cell_text import tidy
from builder.exchange.sheets.layout import Row

DIGITS = 5
_MARKER = re.compile(r"packs/1/([a-z0-9-]+)/([a-z]+):((?: [a-z0-9_]+)+)")


def print_of(text: str) -> str:
    """The hash of a cell's text; spaces and line ends that spreadsheets change do not count."""
    plain = "\n".join(line.rstrip() for line in tidy(text).split("\n"))
    return hashlib.sha256(plain.encode()).hexdigest()[:DIGITS]


def marker(bank_id: str, sheet_id: str, columns: Sequence[str]) -> str:
    """Head of the column of prints: says whose sheet this is, and the order of the hashes."""
    return f"packs/1/{bank_id}/{sheet_id}: {' '.join(columns)}"


def read_marker(text: str) -> tuple[str, str, list[str]] | None:
    """The bank, the sheet and the columns that a marker names."""
    match = _MARKER.fullmatch(text.strip())
    return (match[1], match[2], match[3].split()) if match else None


def row_prints(row: Row, columns: Sequence[str]) -> str:
    """The row's key and the hash of each of its cells."""
    return f"{row.key}#{''.join(print_of(row.slots[column].text) for column in columns)}"


def read_prints(text: str, columns: Sequence[str]) -> tuple[str, Mapping[str, str]] | None:
    """The row's key when it was made, and the hashes by column; None for anything else."""
    key, _, hashes = text.strip().rpartition("#")
    if not key or len(hashes) != DIGITS * len(columns) or not re.fullmatch("[0-9a-f]*", hashes):
        return None
    return key, {name: hashes[i * DIGITS : (i + 1) * DIGITS] for i, name in enumerate(columns)}
