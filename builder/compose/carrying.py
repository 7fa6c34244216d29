"""What the Word file of a document carries: the view it was composed from, so that it can become a bank again."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import Any

from builder.compose.documents import DocumentKind
from builder.model.bank import Bank
from builder.model.base import Model

_KEY = "@"
"""Before every key, lest one reads like a word of the bank: a tag can be called `role`."""
_WORDS = re.compile(r'<span data-field="[^"]*">((?:[^<]|<(?!/?span))*)</span>')
_MARK = re.compile(r'(<[a-z][^<>]*?) data-field="[^"]*"')


def made_from(kind: DocumentKind, bank: Bank, view: Model) -> str:
    """JSON of the document's id, the bank's, and the view with what goes beside it, where the document carries one.

    A document that carries no view says only what it is. The same view gives the same text.
    """
    held: dict[str, Any] = {"document": kind.id, "bank": bank.id}
    if kind.carries is not None:
        held["view"] = kind.carries(view).model_dump()
    if kind.aside is not None:
        held["aside"] = kind.aside(bank).model_dump()
    return json.dumps(_keyed(held), ensure_ascii=False, separators=(",", ":"), default=_plain)


def unkeyed(value: Any) -> Any:
    """What was carried, with the keys as the models call them."""
    if isinstance(value, dict):
        return {key.removeprefix(_KEY): unkeyed(held) for key, held in value.items()}
    return [unkeyed(item) for item in value] if isinstance(value, list) else value


def _keyed(value: Any) -> Any:
    if isinstance(value, dict):
        return {_KEY + key: _keyed(held) for key, held in value.items()}
    return [_keyed(item) for item in value] if isinstance(value, list) else value


def unmarked(html: str) -> str:
    """The HTML without the marks of fields: only a Word file has a use for them."""
    return _MARK.sub(r"\1", _WORDS.sub(r"\1", html))


def _plain(value: object) -> object:
    """Numbers as numbers: the bank's models refuse those in quotes."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return str(value)
