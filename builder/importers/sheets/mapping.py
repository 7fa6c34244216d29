"""What the user says that columns hold: `--map 列名=field`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from builder.errors import RequestError
from builder.importers.sheets.columns import Column
from builder.importers.sheets.fields import MAPPABLE, plain
from builder.near import nearest
from builder.tabular.grid import column_number
from builder.words import words

ALIASES = {
    "model_answer": "answer",
    "minutes": "answer_minutes",
    "competency": "competencies",
    "tag": "tags",
    "key_point": "key_points",
    "probe": "probes",
}


class Mapping:
    """Field by column, as the user says; remembers which columns were met."""

    def __init__(self, said: Iterable[str] = ()) -> None:
        """Of texts such as `题面=stem` or `C=answer`. Raises RequestError for a field that there is none of."""
        self.names: dict[str, str] = {}
        self._said: dict[str, str] = {}
        self._seen: dict[str, None] = {}
        self._indexes: set[int] = set()
        for text in said:
            column, parted, field = text.rpartition("=")
            field = ALIASES.get(field.strip().lower(), field.strip().lower())
            if not parted or not column.strip():
                raise RequestError(
                    words("“{text}” does not say which column holds what", text=text),
                    words("write it like {example}", example="--map 题面=stem"),
                )
            if field not in MAPPABLE:
                raise RequestError(
                    words("no column can hold “{field}”", field=field), nearest(field, MAPPABLE)
                )
            key = _key(column)
            self.names[key] = field
            self._said[key] = column.strip()

    def saw(self, columns: Sequence[Column]) -> None:
        """Notes the columns of a table."""
        self._seen |= dict.fromkeys(column.name for column in columns)
        self._indexes |= {column.index for column in columns}

    def check(self) -> None:
        """Raises RequestError for a column that no table has."""
        known = {plain(name) for name in self._seen}
        for key, said in self._said.items():
            is_letters = key.isascii() and key.isupper()
            if key not in known and not (is_letters and column_number(key) in self._indexes):
                seen = (
                    nearest(said, list(self._seen)) if self._seen else words("there is no table in the files")
                )
                raise RequestError(words("no table has a column “{column}”", column=said), seen)


def _key(column: str) -> str:
    """Letters as a sheet shows them, or a heading in plain signs."""
    try:
        column_number(column.strip())
    except ValueError:
        return plain(column)
    return column.strip()
