"""Short hashes of what files are made from. Nothing heavy is imported here: a build with nothing to do needs it."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

ABSENT = ""
"""Stands for the hash of what is not there."""


def hash_of(data: bytes | str) -> str:
    """Sixteen hex digits of the SHA-256."""
    return hashlib.sha256(data.encode() if isinstance(data, str) else data).hexdigest()[:16]


def hash_of_value(value: object) -> str:
    """The hash of plain data; the order of keys counts, as it does in print."""
    return hash_of(json.dumps(value, ensure_ascii=False, default=str))


def hash_of_file(file: Path) -> str:
    """The hash of a file's bytes, or ABSENT."""
    try:
        return hash_of(file.read_bytes())
    except OSError:
        return ABSENT


def sha256_of_file(file: Path) -> str:
    """The whole SHA-256 of a file's bytes in hex digits, or ABSENT."""
    try:
        with file.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError:
        return ABSENT
