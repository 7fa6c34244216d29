"""What the renderers are handed: one composed document and what it refers to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Composed:
    """One document as semantic HTML; the same object feeds the PDF and the Word renderer.

    `html` uses only the elements and classes of docs/vocabulary.md. `assets` holds the bytes of every
    image that the HTML names as `asset:NAME`: renderers never open a file that content names.
    """

    html: str
    language: str
    title: str
    assets: Mapping[str, bytes] = field(default_factory=dict)
    carried: Carried | None = None
    """What a Word file of it carries, where that can be imported again."""


@dataclass(frozen=True, slots=True)
class Carried:
    """What a document was made from, and its HTML with the fields of the bank marked (`data-field`)."""

    made_from: str
    """JSON."""
    html: str = ""
    """Nothing where no field is marked."""
