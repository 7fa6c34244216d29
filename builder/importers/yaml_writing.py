"""Plain data → YAML as a person would write it: keys in the given order, long text in blocks, comments above."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from builder.content.source import Path_

Comments = Mapping[Path_, Sequence[str]]
LONGEST_IN_LINE = 72
_PLAIN = re.compile(r"[^\W\d_][^\n:#\[\]{}&*!|>'\"%@`\\]*")
_WORDS = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
_IN_BLOCK = re.compile("[^\t\n -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


def yaml_text(data: Mapping[str, Any], comments: Comments | None = None) -> str:
    """The mapping as YAML; a comment stands above the key or item at its path. Reading it gives the same data."""
    return "\n".join(_mapping(data, (), 0, comments or {})) + "\n"


def _mapping(data: Mapping[str, Any], path: Path_, depth: int, comments: Comments) -> Iterator[str]:
    for key, value in data.items():
        yield from comment_lines((*path, key), depth, comments)
        yield from entry_lines(f"{' ' * depth}{key}:", value, (*path, key), depth, comments)


def entry_lines(opening: str, value: Any, path: Path_, depth: int, comments: Comments) -> Iterator[str]:
    """A key's lines, `opening` being the key with its indent of `depth` and its colon."""
    if isinstance(value, Mapping) and value:
        yield opening
        yield from _mapping(value, path, depth + 2, comments)
    elif isinstance(value, list) and value and not _fits_in_line(value, path, comments):
        yield opening
        for i, item in enumerate(value):
            yield from comment_lines((*path, i), depth + 2, comments)
            yield from item_lines(item, (*path, i), depth + 2, comments)
    else:
        yield f"{opening} {_inline(value, depth)}"


def item_lines(value: Any, path: Path_, depth: int, comments: Comments) -> Iterator[str]:
    """The lines of an item of a list whose dash stands `depth` characters in."""
    if isinstance(value, Mapping) and value:
        lines = list(_mapping(value, path, depth + 2, comments))
        first = next(i for i, line in enumerate(lines) if not line.lstrip().startswith("#"))
        yield from (line[2:] for line in lines[:first])
        yield f"{' ' * depth}- {lines[first].lstrip()}"
        yield from lines[first + 1 :]
    else:
        yield f"{' ' * depth}- {_inline(value, depth)}"


def comment_lines(path: Path_, depth: int, comments: Comments) -> Iterator[str]:
    """The comments that stand above the value at a path."""
    for comment in comments.get(path, ()):
        yield f"{' ' * depth}# {' '.join(comment.split())}"


def _fits_in_line(value: list[Any], path: Path_, comments: Comments) -> bool:
    short = all(isinstance(item, str) and re.fullmatch(r"[a-z0-9-]+", item) for item in value)
    short = short and sum(map(len, value)) <= LONGEST_IN_LINE
    return short and not any((*path, i) in comments for i in range(len(value)))


def _inline(value: Any, depth: int) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, str):
        return _text(value, depth)
    if isinstance(value, list):
        return f"[{', '.join(_inline(item, depth) for item in value)}]"
    return "{}" if isinstance(value, Mapping) else str(value)


def _text(text: str, depth: int) -> str:
    body = text.removesuffix("\n")
    long = "\n" in text or len(text) > LONGEST_IN_LINE
    if (
        long
        and not _IN_BLOCK.search(body)
        and body
        and body == body.strip()
        and not re.search(r"[ \t]\n", body)
    ):
        indent = " " * (depth + 2)
        header = "|-" if body == text else "|"
        return f"{header}\n" + "\n".join(indent + line if line else "" for line in body.split("\n"))
    if (
        _PLAIN.fullmatch(text)
        and "\t" not in text
        and text == text.strip()
        and text.lower() not in _WORDS
        and not _IN_BLOCK.search(text)
    ):
        return text
    return quoted_text(text)


def quoted_text(text: str) -> str:
    """Double quotes with JSON's escapes, and one for every character that YAML would not print."""
    quoted = json.dumps(text, ensure_ascii=False)
    return _IN_BLOCK.sub(lambda m: f"\\U{ord(m[0]):08x}", quoted.replace("\x7f", "\\x7f"))
