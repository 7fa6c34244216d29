"""Plain data that is compared and written as YAML."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import ScalarEvent

from builder.content.reading import scalar
from builder.importers.yaml_writing import quoted_text

_NAMES = ("id", "level", "score", "label")
"""Keys by which an item of a list is known again when its other values have changed."""


def same(one: Any, other: Any) -> bool:
    """Whether two values are one in YAML: 2 and 2.0 are, 1 and true, or 1 and "1" are not."""
    return fingerprint(one) == fingerprint(other)


def fingerprint(value: Any) -> str:
    """Text that is equal for equal values."""
    return json.dumps(_plain(value), ensure_ascii=False, sort_keys=True)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return {"number": number_text(value)}
    return value


def number_text(value: int | float | Decimal) -> str:
    """A number without needless zeros."""
    return f"{Decimal(str(value)).normalize():f}"


def item_name(value: Any) -> str:
    """What an item of a list is known by: its id or the like, or all of it."""
    if isinstance(value, dict):
        for name in _NAMES:
            if name in value:
                return f"{name} {value[name]}"
    return fingerprint(value)


def in_one_line(value: Any, style: str, *, in_brackets: bool) -> str:
    """A value on one line, in its former style where that can hold it; raises ValueError for a filled list or mapping."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float | Decimal):
        return number_text(value)
    if value is None:
        return "null"
    if not isinstance(value, str):
        if value:
            raise ValueError("not one line")
        return "[]" if isinstance(value, list) else "{}"
    return next(text for text in _forms(value, style) if _reads_as(text, value, in_brackets))


_LOOKS_ODD = re.compile(
    r"(?!\d{4}-\d\d-\d\d$)[-+]?[.\d][\d._:a-fA-FxXoOeE+-]*|true|false|null|yes|no|on|off|y|n|~", re.IGNORECASE
)
"""Words that some YAML readers take for numbers or for true and false."""


def _forms(text: str, style: str) -> Iterable[str]:
    if style == "'":
        yield "'" + text.replace("'", "''") + "'"
    elif style not in ('"', "|", ">") and not _LOOKS_ODD.fullmatch(text):
        yield text
    yield quoted_text(text)


def _reads_as(form: str, value: str, in_brackets: bool) -> bool:
    """Whether a reader finds the value in what was written."""
    if form[:1] not in ("'", '"') and ("\n" in form or form != form.strip()):
        return False
    line = f"- [{form}, x]" if in_brackets else f"- k: {form}\n  x: x"
    try:
        found = [scalar(e) for e in YAML(typ="safe").parse(line) if isinstance(e, ScalarEvent)]
    except YAMLError:
        return False
    return found == ([value, "x"] if in_brackets else ["k", value, "x", "x"])
