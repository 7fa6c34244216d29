"""The sheets and columns of an exported bank, as words.toml lists them."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from builder.content.source import Path_

Form = Literal["csv", "xlsx", "md"]
FEWEST_LEVELS = 3
MOST_LEVELS = 8


@dataclass(frozen=True)
class Column:
    """A column, or a row of the sheet of settings."""

    id: str
    kind: str
    keys: Path_
    zh: str
    en: str
    note_zh: str = ""
    note_en: str = ""
    width: float = 20
    default: Any = None
    only: Form | None = None

    def heading(self, locale: str) -> str:
        """The heading with its note in brackets below."""
        zh = locale == "zh-CN"
        name, note = (self.zh, self.note_zh) if zh else (self.en, self.note_en)
        return f"{name}\n{f'（{note}）' if zh else f'({note})'}" if note else name

    @property
    def is_key(self) -> bool:
        return self.kind == "key"


@dataclass(frozen=True)
class Sheet:
    """One sheet; `settings` are the rows of the sheet that has one value a row."""

    id: str
    zh: str
    en: str
    columns: tuple[Column, ...]
    settings: tuple[Column, ...] = ()
    level: Mapping[str, Any] | None = field(default=None, hash=False)
    descriptor: Mapping[str, Any] | None = field(default=None, hash=False)

    def name(self, locale: str) -> str:
        return self.zh if locale == "zh-CN" else self.en

    @property
    def keys(self) -> list[str]:
        """The columns that tell rows apart."""
        return [column.id for column in self.columns if column.is_key]

    @functools.lru_cache(maxsize=64)  # noqa: B019 - there are six sheets
    def with_levels(self, count: int) -> tuple[Column, ...]:
        """The columns, with two for each level of a criterion where this is the sheet of criteria."""
        if self.level is None or self.descriptor is None:
            return self.columns
        wanted = range(min(max(count, FEWEST_LEVELS), MOST_LEVELS))
        pairs = [
            column
            for n in wanted
            for column in (
                _numbered(f"level_{n + 1}", "band", ("levels", n), self.level, n + 1),
                _numbered(f"descriptor_{n + 1}", "text", ("levels", n, "descriptor"), self.descriptor, n + 1),
            )
        ]
        return (*self.columns, *pairs)


def _numbered(name: str, kind: str, keys: Path_, looks: Mapping[str, Any], n: int) -> Column:
    texts: dict[str, Any] = {
        key: value.format(n=n) if isinstance(value, str) else value for key, value in looks.items()
    }
    return Column(name, kind, keys, **texts)


@functools.cache
def _written() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))


@functools.cache
def sheets() -> tuple[Sheet, ...]:
    """Every sheet in its order."""
    return tuple(_sheet(entry) for entry in _written()["sheet"])


def sheet_of(sheet_id: str) -> Sheet:
    """The sheet of that id."""
    return next(sheet for sheet in sheets() if sheet.id == sheet_id)


def _sheet(entry: Mapping[str, Any]) -> Sheet:
    return Sheet(
        entry["id"],
        entry["zh"],
        entry["en"],
        tuple(_column(column) for column in entry["columns"]),
        tuple(_column(row) for row in entry.get("rows", ())),
        entry.get("level"),
        entry.get("descriptor"),
    )


def _column(entry: Mapping[str, Any]) -> Column:
    given = dict(entry)
    keys = tuple(given.pop("keys", given["id"]).split("."))
    return Column(keys=keys, **given)


@functools.cache
def choices(name: str) -> tuple[tuple[Any, str, str], ...] | None:
    """What a column of that kind offers: raw value, Chinese and English; None where it offers nothing."""
    entry = _written()["choices"].get(name)
    return tuple(zip(entry["raw"], entry["zh"], entry["en"], strict=True)) if entry else None
