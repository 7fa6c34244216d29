"""The fixed words of documents in one language: built-in, with the project's own laid over them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from builder.content.project import overlay
from builder.content.reading import read_source
from builder.errors import BuildError, ContentError, Finding
from builder.words import words

_GAP = re.compile(r"\{(\w+)\}")


def read_labels(locale: str, folders: list[Path]) -> dict[str, Any]:
    """The labels of `locale`; later folders win, key by key."""
    merged: dict[str, Any] = {}
    for folder in folders:
        file = folder / "labels" / f"{locale}.yaml"
        if file.is_file():
            merged = overlay(merged, _entries(file))
    if not merged:
        raise BuildError(
            words("there are no labels for the language {locale}", locale=locale),
            words("add templates/labels/{locale}.yaml", locale=locale),
        )
    return merged


def _entries(file: Path) -> dict[str, Any]:
    source = read_source(file)
    if not isinstance(source.data, dict):
        sentence = words("a mapping of keys and values is expected here")
        hint = words("write {expected}", expected="cover: {title: …}")
        raise ContentError([Finding("TYPE-WRONG", sentence, source.place(()), hint)])
    return source.data


class Labels(Mapping[str, Any]):
    """Labels as templates use them: `labels.cover.title`, and `labels.opening(n=20)` for one with gaps."""

    def __init__(self, entries: Mapping[str, Any], path: str = "labels") -> None:
        self._entries = entries
        self._path = path

    def __getitem__(self, key: str) -> Any:
        path = f"{self._path}.{key}"
        if key not in self._entries:
            raise KeyError(path)
        return _wrapped(self._entries[key], path)

    def __getattr__(self, key: str) -> Any:
        try:
            return self[key]
        except KeyError:
            raise AttributeError(f"{self._path}.{key}") from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)


class Label(str):
    """A text that fills its `{gaps}` when called; only plain names are gaps, nothing is looked up in them."""

    __slots__ = ()

    def __call__(self, **gaps: object) -> Markup:
        def filled(match: re.Match[str]) -> str:
            if match[1] not in gaps:
                raise KeyError(match[0])
            return str(escape(gaps[match[1]]))

        return Markup(_GAP.sub(filled, str(escape(self))))  # noqa: S704 - both sides are escaped


def _wrapped(value: Any, path: str) -> Any:
    if isinstance(value, str):
        return Label(value)
    if isinstance(value, dict):
        return Labels(value, path)
    if isinstance(value, list):
        return [_wrapped(item, path) for item in value]
    return value
