"""What a page says in place of a field → the field's value in the bank."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from builder.importers.own.pieces import Piece, Printing
from builder.importers.own.places import Kind, kind_of
from builder.importers.own.texts import line_value, looks_same, prose_value, says_same
from builder.render.docx.oxml.marks import one_line

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_GAP = re.compile(r"\{\w+\}|\d+(?:\.\d+)?")
_WIDE = str.maketrans("０１２３４５６７８９．", "0123456789.")
_ENUMS: Mapping[Kind, str] = {
    "type": "types",
    "difficulty": "difficulty",
    "aggregation": "aggregations",
    "correction": "correction",
}


class UnclearError(Exception):
    """The words on the page are no value of the field's kind."""


class Values:
    """Reads values; needs the labels of the bank's language, and the names of its competencies by id."""

    def __init__(self, labels: Mapping[str, Any], competencies: Mapping[str, str]) -> None:
        self._labels = labels
        self._ids = {name: identifier for identifier, name in competencies.items()}

    def is_changed(self, printing: Printing, held: Any, *, own: bool) -> bool:
        """Whether a printing that is there says something else than the value that the bank held.

        With `own`, the value is what the very file carries: where it would not print what the page shows, somebody
        changed what is hidden, and the page is right.
        """
        if printing.is_whole and not own:
            return kind_of(printing.path) in ("prose", "line") and not looks_same(printing, held)
        if printing.is_whole and kind_of(printing.path) == "competencies":
            return False  # names within names: what was printed says it best
        if printing.is_whole and kind_of(printing.path) in ("prose", "line", "plain", "script"):
            return not (says_same(printing, held) and looks_same(printing, held))
        try:
            return bool(self.read(printing.path, printing.pieces, held, printing.slots) != held)
        except UnclearError:
            return not printing.is_whole

    def read(self, path: str, pieces: Sequence[Piece], held: Any = None, slots: Sequence[int] = ()) -> Any:
        """The value; `held` is that of the bank, which was printed in `slots`.

        Raises UnclearError where the words are no such value.
        """
        kind = kind_of(path)
        if kind == "prose":
            return prose_value(pieces, held if isinstance(held, str) else "", slots)
        text = one_line(" ".join(piece.text for piece in pieces))
        if kind == "line":
            return line_value(pieces, text, held)
        if kind == "plain":
            return text
        return self._parsed(kind, text, held)

    def _parsed(self, kind: Kind, text: str, held: Any) -> Any:
        plain = text.translate(_WIDE)
        numbers = [Decimal(number) for number in _NUMBER.findall(plain)]
        if kind == "must":
            return bool(text)
        if kind == "band":
            if len(numbers) not in (1, 2):
                raise UnclearError(text)
            return min(numbers), max(numbers)
        if kind in ("number", "draw"):
            if len(numbers) != 1:
                if not text and kind == "number":
                    return None
                raise UnclearError(text)
            return numbers[0] if kind == "number" else int(numbers[0])
        if kind == "date":
            return _date(plain)
        if kind == "script":
            return _script(text, str(held or self._labels["scripts"]["opening"]))
        return self._competencies(text) if kind == "competencies" else self._choice(kind, text)

    def _choice(self, kind: Kind, text: str) -> str:
        """The value whose label the words are, or hold."""
        labels = self._labels[_ENUMS[kind]]
        fitting = [name for name, label in labels.items() if one_line(str(label)) in text]
        if not fitting:
            raise UnclearError(text)
        return str(max(fitting, key=lambda name: len(labels[name])))

    def _competencies(self, text: str) -> list[str]:
        """Their ids, in the order of the names; nothing but marks may stand between those."""
        named = "|".join(re.escape(one_line(n)) for n in sorted(self._ids, key=len, reverse=True))
        names = re.findall(named, text) if named else []
        if not names or re.search(r"\w", re.sub(named, "", text)):
            raise UnclearError(text)
        ids = {one_line(name): identifier for name, identifier in self._ids.items()}
        return list(dict.fromkeys(ids[name] for name in names))


def _date(text: str) -> datetime.date:
    found = re.search(r"(\d{4})\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})", text)
    try:
        return datetime.date(*map(int, found.groups())) if found else datetime.date.fromisoformat(text)
    except ValueError:
        raise UnclearError(text) from None


def _script(text: str, held: str) -> str:
    """Words read aloud: numbers stand for the gaps of the bank's own words, where there are as many."""
    gaps = _GAP.findall(held)
    numbers = list(_NUMBER.finditer(text))
    if len(gaps) != len(numbers):
        return text
    for gap, number in reversed(list(zip(gaps, numbers, strict=True))):
        if gap.startswith("{"):
            text = text[: number.start()] + gap + text[number.end() :]
    return text
