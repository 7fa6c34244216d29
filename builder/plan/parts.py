"""What a view holds, part by part: each question, section and competency, and each other key, with its hash."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from builder.compose.documents import DocumentKind
from builder.hashing import hash_of_value
from builder.model.bank import Bank
from builder.model.base import Model

_NAMES = ("id", "name", "number")
"""What an item of a list is called by, the first that it has."""
Parts = dict[str, str]
ASIDE = "aside/"


def view_parts(view: Model) -> Parts:
    """`sections/past/questions/q-k-03` → hash, and so on; a list also counts as the order of its items."""
    return dict(_parts("", view.model_dump(mode="json")))


def document_parts(kind: DocumentKind, bank: Bank) -> Parts:
    """The parts of a document's view, and below `aside/` those of what its Word file carries besides.

    Raises what making the view raises.
    """
    parts = view_parts(kind.view(bank))
    if kind.aside is not None:
        parts |= {f"{ASIDE}{name}": value for name, value in view_parts(kind.aside(bank)).items()}
    return parts


def _parts(path: str, held: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for key, value in held.items():
        names = _names(value)
        yield f"{path}{key}", hash_of_value(names or value)
        for name, item in zip(names, value if names else (), strict=True):
            nested = {k: v for k, v in item.items() if _names(v)} if key == "sections" else {}
            own = {k: v for k, v in item.items() if k not in nested}
            yield f"{path}{key}/{name}", hash_of_value(own)
            yield from _parts(f"{path}{key}/{name}/", nested)


def _names(value: Any) -> list[str]:
    """Names of a list's items, where it is a list of things with names of their own."""
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        return []
    named = next((key for key in _NAMES if value and all(key in item for item in value)), "")
    names = [str(item[named]) for item in value] if named else []
    return names if len(set(names)) == len(names) else []
