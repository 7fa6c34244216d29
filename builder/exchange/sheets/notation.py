"""How values are written in cells, and read again: one pair of functions a kind of column."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from builder.exchange.editing.values import number_text
from builder.exchange.sheets.cell_text import items_of, lines_of, tidy
from builder.exchange.sheets.columns import choices
from builder.exchange.sheets.lexicon import Lexicon, MisreadError, parts_of
from builder.exchange.sheets.listed import (
    read_anchors,
    read_changes,
    read_key_points,
    read_red_flags,
    show_anchors,
    show_changes,
    show_key_points,
    show_red_flags,
)
from builder.exchange.sheets.rubric_text import (
    read_band,
    read_calibration,
    read_rubric,
    show_band,
    show_calibration,
    show_rubric,
)
from builder.near import nearest
from builder.words import words

Show = Callable[[Any, Lexicon], str]
Read = Callable[[str, Lexicon, Any], Any]
NUMERIC = ("number", "whole")
_ALL = ("全部", "all")


@dataclass(frozen=True)
class Notation:
    """`show` makes the text of a cell of a value, `read` the value of a text, knowing what the bank has now."""

    show: Show
    read: Read


def shown(kind: str, value: Any, lexicon: Lexicon, default: Any = None) -> str:
    """The text of the cell; nothing for an absent value without a default."""
    found = default if value is None else value
    return "" if found is None or found == [] else tidy(notation(kind).show(found, lexicon))


def read(kind: str, text: str, lexicon: Lexicon, old: Any = None) -> Any:
    """The value that the text stands for, None where it is empty. Raises MisreadError."""
    words_of = tidy(text)
    return notation(kind).read(words_of, lexicon, old) if words_of else None


def notation(kind: str) -> Notation:
    """How a kind is written."""
    if offered := choices(kind):
        return Notation(_show_choice(offered), _read_choice(offered))
    return _NOTATIONS[kind]


Offered = tuple[tuple[Any, str, str], ...]


def _show_choice(offered: Offered) -> Show:
    names = {raw: (zh, en) for raw, zh, en in offered}

    def show(value: Any, lexicon: Lexicon) -> str:
        zh, en = names.get(value, (str(value), str(value)))
        return zh if lexicon.zh else en

    return show


def _read_choice(offered: Offered) -> Read:
    def read_one(text: str, lexicon: Lexicon, old: Any) -> Any:
        wanted = text.casefold()
        for raw, zh, en in offered:
            if wanted in (str(raw).lower(), zh.casefold(), en.casefold()):
                return raw
        known = [zh if lexicon.zh else en for _, zh, en in offered]
        raise MisreadError(words("“{text}” is none of the choices", text=text[:40]), nearest(text, known))

    return read_one


def _as_text(value: Any, lexicon: Lexicon) -> str:
    return str(value)


def _read_text(text: str, lexicon: Lexicon, old: Any) -> str:
    """A text whose block ended with a line end keeps it."""
    former = old if isinstance(old, str) else ""
    return text + former[len(former.rstrip("\n")) :]


def _show_number(value: Any, lexicon: Lexicon) -> str:
    try:
        return number_text(value)
    except InvalidOperation:
        return str(value)


def _read_number(text: str, lexicon: Lexicon, old: Any) -> Decimal:
    plain = re.sub(r"\s*(?:分钟?|points?|minutes?|%)?$", "", text).translate(_WIDE)
    if not re.fullmatch(r"-?\d{1,9}(?:\.\d{1,6})?", plain):
        raise MisreadError(words("“{text}” is no number", text=text[:40]), words("write the number alone"))
    return Decimal(plain)


_WIDE = str.maketrans("０１２３４５６７８９．", "0123456789.")


def _read_whole(text: str, lexicon: Lexicon, old: Any) -> int:
    value = _read_number(text, lexicon, old)
    if value != int(value):
        raise MisreadError(
            words("“{text}” is no whole number", text=text[:40]), words("write the number alone")
        )
    return int(value)


def _show_draw(value: Any, lexicon: Lexicon) -> str:
    return _ALL[not lexicon.zh] if value == "all" else str(value)


def _read_draw(text: str, lexicon: Lexicon, old: Any) -> Any:
    return "all" if text.casefold() in _ALL else _read_whole(text, lexicon, old)


def _show_lines(value: Any, lexicon: Lexicon) -> str:
    return lines_of([str(item) for item in value])


def _read_lines(text: str, lexicon: Lexicon, old: Any) -> list[str]:
    return items_of(text)


def _read_tags(text: str, lexicon: Lexicon, old: Any) -> list[str]:
    return [tag for line in items_of(text) for tag in ([line] if line in lexicon.tags else parts_of(line))]


def _show_competencies(value: Any, lexicon: Lexicon) -> str:
    return "\n".join(_show_competency(item, lexicon) for item in value)


def _show_competency(value: Any, lexicon: Lexicon) -> str:
    return lexicon.competency_name(str(value))


def _read_competency(text: str, lexicon: Lexicon, old: Any) -> str:
    found = lexicon.competency(text)
    if found is None:
        known = list(lexicon.competencies.values())
        raise MisreadError(
            words("“{text}” is no competency of this bank", text=text[:40]), nearest(text, known)
        )
    return found


def _read_competencies(text: str, lexicon: Lexicon, old: Any) -> list[str]:
    names = [name for line in text.split("\n") if line.strip() for name in _names_in(line.strip(), lexicon)]
    return list(dict.fromkeys(_read_competency(name, lexicon, old) for name in names))


def _names_in(line: str, lexicon: Lexicon) -> list[str]:
    """The line itself where it is a name, commas and all; else what stands between its commas."""
    parts = parts_of(line)
    if line in lexicon.competencies.values():
        return [line]
    if parts and all(lexicon.competency(part) for part in parts):
        return parts
    return [line] if lexicon.competency(line) else parts or [line]


_TEXT = Notation(_as_text, _read_text)
_NOTATIONS = {
    "text": _TEXT,
    "line": _TEXT,
    "name": _TEXT,
    "number": Notation(_show_number, _read_number),
    "whole": Notation(_show_number, _read_whole),
    "draw": Notation(_show_draw, _read_draw),
    "lines": Notation(_show_lines, _read_lines),
    "tags": Notation(_show_lines, _read_tags),
    "competency": Notation(_show_competency, _read_competency),
    "competencies": Notation(_show_competencies, _read_competencies),
    "key_points": Notation(show_key_points, read_key_points),
    "red_flags": Notation(show_red_flags, read_red_flags),
    "anchors": Notation(show_anchors, read_anchors),
    "changes": Notation(show_changes, read_changes),
    "band": Notation(show_band, read_band),
    "rubric": Notation(show_rubric, read_rubric),
    "calibration": Notation(show_calibration, read_calibration),
}
