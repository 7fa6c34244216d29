"""What the files of an output folder were made from, and what was found out about packs and banks on the way.

Kept in a file of its own beside the manifest, a line for each thing, later lines replacing earlier ones. Nothing
depends on it but speed: without it, or with one that cannot be read, everything is built again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

NAME = ".packs.record"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Target:
    """One built file: its bytes, and everything it was made from."""

    file: str
    pack: str
    document: str
    format: str
    sha256: str
    warned: bool
    ingredients: Mapping[str, str]

    @property
    def key(self) -> tuple[str, ...]:
        return ("target", self.pack, self.document, self.format)


@dataclass(frozen=True, slots=True)
class Outline:
    """What one pack holds of its bank: enough to tell what is out of date without reading the bank."""

    pack: str
    source: str
    """Hash of the bank's file, the pack's choices and the program."""
    locale: str
    marking: str | None
    documents: Mapping[str, Mapping[str, str]]
    """Each document that fits → the parts of its view, each with its hash."""

    @property
    def key(self) -> tuple[str, ...]:
        return ("outline", self.pack)


@dataclass(frozen=True, slots=True)
class Checked:
    """That a bank was checked and nothing stopped it."""

    bank: str
    source: str
    """Hash of everything that the findings depend on."""
    translation_of: str | None
    pictures: Sequence[str]
    """Paths of the images it names, as it names them."""
    warned: bool

    @property
    def key(self) -> tuple[str, ...]:
        return ("checked", self.bank)


Item = Target | Outline | Checked
_KINDS: dict[str, type[Any]] = {"target": Target, "outline": Outline, "checked": Checked}


class Record:
    """The record of one output folder."""

    def __init__(self, items: Iterable[Item] = ()) -> None:
        self._items: dict[tuple[str, ...], Item] = {item.key: item for item in items}

    def target(self, pack: str, document: str, form: str) -> Target | None:
        item = self._items.get(("target", pack, document, form))
        return item if isinstance(item, Target) else None

    def outline(self, pack: str) -> Outline | None:
        item = self._items.get(("outline", pack))
        return item if isinstance(item, Outline) else None

    def checked(self, bank: str) -> Checked | None:
        item = self._items.get(("checked", bank))
        return item if isinstance(item, Checked) else None

    def __iter__(self) -> Iterator[Item]:
        return iter(self._items.values())

    def put(self, *items: Item) -> None:
        """Takes items up, in the place of earlier ones of the same thing."""
        self._items.update((item.key, item) for item in items)

    def drop(self, files: Iterable[str]) -> None:
        """Forgets the targets of some files."""
        gone = set(files)
        self._items = {
            key: item
            for key, item in self._items.items()
            if not (isinstance(item, Target) and item.file in gone)
        }

    def text(self) -> str:
        """The record as it is written, in a steady order."""
        return "".join(line_of(self._items[key]) for key in sorted(self._items))


def line_of(item: Item) -> str:
    """One line of the file."""
    held = {"version": VERSION, "kind": item.key[0], **asdict(item)}
    return json.dumps(held, ensure_ascii=False, separators=(",", ":")) + "\n"


def read_record(output: Path) -> Record:
    """The record of an output folder; lines that cannot be understood are passed over."""
    try:
        lines = (output / NAME).read_text(encoding="utf-8").split("\n")
    except (OSError, ValueError):
        return Record()
    return Record(item for item in map(_item, lines) if item is not None)


def _item(line: str) -> Item | None:
    try:
        held = json.loads(line)
        if held.pop("version") != VERSION:
            return None
        return _KINDS[held.pop("kind")](**held)  # type: ignore[no-any-return]
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None
