"""What is printed on every page about where a document comes from, and what its pack says of it.

Templates see both through objects that note what is read: whatever a document does not show cannot make it stale.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

from builder.compose.labels import Labels
from builder.hashing import hash_of_value
from builder.model.base import Model
from builder.model.brand import branded
from builder.model.project import PackSpec, Project

OPTION, BRAND = "option/", "brand/"
_SEEN = frozenset(PackSpec.model_fields) - {"documents", "formats"} | {"id"}


def fingerprint(view: Model) -> str:
    """Eight hex digits that change whenever anything in the view does."""
    return hashlib.sha256(view.model_dump_json().encode()).hexdigest()[:8]


def brand_value(key: str, pack: PackSpec, project: Project, banks_marking: str | None) -> str:
    """Organisation, marking, header, footer or logo: the pack's, else the bank's marking, else the project's."""
    if key == "marking":
        return pack.marking or banks_marking or project.marking or ""
    return branded(pack, project, key) or ""


def option_hash(pack: PackSpec, name: str) -> str:
    """The hash of one of the pack's own choices."""
    return hash_of_value(pack.id if name == "id" else pack.model_dump(mode="json", include={name}))


class Options:
    """The pack's own choices, as templates see them."""

    def __init__(self, pack: PackSpec, read: dict[str, str]) -> None:
        self._pack = pack
        self._read = read

    def __getattr__(self, name: str) -> Any:
        if name not in _SEEN:
            raise AttributeError(name)
        self._read[OPTION + name] = option_hash(self._pack, name)
        return getattr(self._pack, name)


class Imprint:
    """What is printed on every page about where a document comes from."""

    def __init__(
        self,
        value: Callable[[str], str],
        view: Model,
        labels: Labels,
        logo: Callable[[str, float, str], str],
        read: dict[str, str],
    ) -> None:
        """`value` gives what the brand says of a key; `logo` makes an `img` of path, height in mm and description."""
        self._value = value
        self._view = view
        self._labels = labels
        self._logo = logo
        self._read = read

    @property
    def organisation(self) -> str:
        return self._noted("organisation")

    @property
    def marking(self) -> str:
        return self._noted("marking") or str(self._labels["marking"])

    @property
    def fingerprint(self) -> str:
        """Eight hex digits of the SHA-256 of all that the document shows of the bank."""
        return fingerprint(self._view)

    @property
    def header(self) -> str:
        """The brand's own words for the running header, or nothing."""
        return self._noted("header")

    @property
    def footer(self) -> str:
        """The brand's own words for the footer, or nothing."""
        return self._noted("footer")

    def logo(self, height: float) -> str:
        """The logo's `img` element, `height` mm high, or nothing."""
        path = self._noted("logo")
        return self._logo(path, height, self._labels["logo"]) if path else ""

    def _noted(self, key: str) -> str:
        value = self._value(key)
        self._read[BRAND + key] = hash_of_value(value)
        return value
