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
from builder.hashing import ABSENT, hash_of_value
from builder.words import words

LABEL = "label/"
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


def label_hash(entries: Mapping[str, Any], path: str) -> str:
    """The hash of the label at `score_sheet.total`, say, or ABSENT; all of them at the empty path."""
    value: Any = entries
    for key in path.split(".") if path else ():
        if not isinstance(value, dict) or key not in value:
            return ABSENT
        value = value[key]
    return hash_of_value(value)


class Labels(Mapping[str, Any]):
    """Labels as templates use them: `labels.cover.title`, and `labels.opening(n=20)` for one with gaps."""

    def __init__(
        self, entries: Mapping[str, Any], path: str = "labels", read: dict[str, str] | None = None
    ) -> None:
        self._entries = entries
        self._path = path
        self._read = read

    def __getitem__(self, key: str) -> Any:
        path = f"{self._path}.{key}"
        if key not in self._entries:
            self._note(path, ABSENT)
            raise KeyError(path)
        value = self._entries[key]
        if isinstance(value, dict):
            return Labels(value, path, self._read)
        self._note(path, hash_of_value(value))
        return _wrapped(value, path)

    def __getattr__(self, key: str) -> Any:
        try:
            return self[key]
        except KeyError:
            raise AttributeError(f"{self._path}.{key}") from None

    def __iter__(self) -> Iterator[str]:
        self._note(self._path, hash_of_value(self._entries))
        return iter(self._entries)

    def __len__(self) -> int:
        self._note(self._path, hash_of_value(self._entries))
        return len(self._entries)

    def _note(self, path: str, value: str) -> None:
        """Whoever composes learns which labels a document shows, and those it missed."""
        if self._read is not None:
            self._read[LABEL + path.partition(".")[2]] = value


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
