"""Every text of a bank, found by walking the model: a field that is added to it is among them by itself."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from pydantic import BaseModel

from builder.verify.leaks.folding import folded

_WORD = re.compile(r"[^\W_]+")
_LIST_MARK = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+", re.M)


@dataclass(frozen=True, slots=True)
class Field:
    """One text of a bank: where it stands, e.g. `past q-refund guide.key_points.2.text`, and its folded words."""

    name: str
    text: str
    words: int
    """How many words it has, parts of an id counted."""


def fields_of(model: BaseModel) -> Iterator[Field]:
    """Every text and date below a model. Numbers, switches and choices say nothing by themselves."""
    for name, text in _walk(model, "", ""):
        # The numbers of a list are generated where it is printed: they are no part of its words.
        yield Field(name, folded(_LIST_MARK.sub("", text)), len(_WORD.findall(text)))


def texts_of(model: BaseModel) -> Iterator[str]:
    """The same texts as they were written."""
    return (text for _, text in _walk(model, "", ""))


def _walk(value: object, owner: str, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, BaseModel):
        named = getattr(value, "id", None)
        if isinstance(named, str) and path:
            owner, path = f"{owner} {named}".strip(), ""
        for key in type(value).model_fields:
            yield from _walk(getattr(value, key), owner, f"{path}.{key}")
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _walk(key, owner, f"{path}.{key}")
            yield from _walk(item, owner, f"{path}.{key}")
    elif isinstance(value, list | tuple | set | frozenset):
        for number, item in enumerate(value, 1):
            yield from _walk(item, owner, f"{path}.{number}")
    elif isinstance(value, datetime.date):
        yield _name(owner, path), value.isoformat()
    elif isinstance(value, str) and not isinstance(value, Enum):
        yield _name(owner, path), value


def _name(owner: str, path: str) -> str:
    return f"{owner} {path.lstrip('.')}".strip()
