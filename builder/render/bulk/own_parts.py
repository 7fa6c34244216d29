"""Headers and footers that hold values: in a file of many copies, each copy has its own."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

_TYPES, _RELATIONS = "[Content_Types].xml", "word/_rels/document.xml.rels"


class OwnParts:
    """The personal ones among the `parts` of a package, by name; the first copy's are called as they were."""

    def __init__(self, parts: Mapping[str, bytes], personal: Sequence[str]) -> None:
        self._parts = parts
        self._personal = personal
        self._relation = {
            name: _line(parts[_RELATIONS], f'Target="{PurePosixPath(name).name}"') for name in personal
        }
        self._type = {name: _line(parts[_TYPES], f'PartName="/{name}"') for name in personal}
        self.each = {name: parts[name] for part in personal for name in (part, _rels(part)) if name in parts}
        """What each copy has of its own: the parts, and what their pictures are found by."""

    @property
    def names(self) -> list[str]:
        """All files that depend on the copies."""
        return [*self.each, _TYPES, _RELATIONS] if self._personal else []

    @property
    def relations(self) -> list[str]:
        """By which relationships the document knows its personal parts."""
        return [_attribute(line, "Id") for line in self._relation.values()]

    def relation(self, first: str, number: int) -> str:
        """That of the same part of another copy; copies are numbered from 0."""
        return f"{first}c{number}" if number else first

    def name(self, first: str, number: int) -> str:
        """The name of a copy's own part."""
        return re.sub(r"(?=\.xml(?:\.rels)?$)", f"-{number}", first) if number else first

    def listed(self, copies: int) -> dict[str, bytes]:
        """The lists in which every part is found, for so many copies."""
        if not self._personal:
            return {}
        types, relations = self._parts[_TYPES].decode(), self._parts[_RELATIONS].decode()
        more_types, more_relations = [], []
        for number in range(1, copies):
            for name in self._personal:
                line = self._relation[name].replace(
                    PurePosixPath(name).name, PurePosixPath(self.name(name, number)).name
                )
                own = _attribute(line, "Id")
                more_relations.append(line.replace(f'Id="{own}"', f'Id="{self.relation(own, number)}"'))
                more_types.append(self._type[name].replace(f"/{name}", f"/{self.name(name, number)}"))
        return {
            _TYPES: types.replace("</Types>", "".join(more_types) + "</Types>").encode(),
            _RELATIONS: relations.replace(
                "</Relationships>", "".join(more_relations) + "</Relationships>"
            ).encode(),
        }


def _rels(part: str) -> str:
    path = PurePosixPath(part)
    return f"{path.parent}/_rels/{path.name}.rels"


def _line(listed: bytes, said: str) -> str:
    """The entry that says something of a part."""
    entries: list[str] = re.findall(r"<(?!/|\?)[^<>]*/>", listed.decode())
    return next(entry for entry in entries if said in entry)


def _attribute(line: str, name: str) -> str:
    found = re.search(rf'\b{name}="([^"]*)"', line)
    assert found is not None
    return str(found[1])
