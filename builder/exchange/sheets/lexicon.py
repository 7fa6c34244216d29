"""What a bank calls its competencies, sections and tags: what cells name them by."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from builder.checks.likeness import plain
from builder.errors import NOTHING
from builder.words import Words

_PARTED = re.compile(r"[、,，;；/]")


class MisreadError(Exception):
    """A cell says something that its column cannot hold."""

    def __init__(self, sentence: Words, hint: Words = NOTHING) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence
        self.hint = hint


@dataclass(frozen=True)
class Lexicon:
    """Names by id, in the order of the bank."""

    locale: str
    competencies: Mapping[str, str] = field(default_factory=dict)
    sections: Mapping[str, str] = field(default_factory=dict)
    tags: frozenset[str] = frozenset()
    renamed: Mapping[str, str] = field(default_factory=dict)
    """New names that a sheet gives to competencies, and its other cells may use already → ids."""

    @property
    def zh(self) -> bool:
        return self.locale == "zh-CN"

    def competency(self, text: str) -> str | None:
        """The id of the competency of that name or id."""
        return _found(self.competencies, text) or self.renamed.get(plain(text))

    def competency_name(self, competency_id: str) -> str:
        """The name, with the id behind it where the name alone would not be read as this one."""
        name = self.competencies.get(competency_id, competency_id)
        clear = self.competency(name) == competency_id and not is_parted(name)
        return name if clear else f"{name} [{competency_id}]"

    def section(self, text: str) -> str | None:
        """The id of the section of that title or id."""
        return _found(self.sections, text)

    def section_name(self, section_id: str) -> str:
        """The title, with the id behind it where two sections have one title."""
        title = self.sections[section_id]
        return title if self.section(title) == section_id else f"{title} [{section_id}]"


def _found(names: Mapping[str, str], text: str) -> str | None:
    if text in names:
        return text
    match = re.fullmatch(r"(.*) \[([a-z0-9-]+)\]", text)
    if match and names.get(match[2]) == match[1]:
        return match[2]
    found = [key for key, name in names.items() if plain(name) == plain(text)]
    return found[0] if len(found) == 1 else None


def lexicon_of(data: Mapping[str, Any], renamed: Mapping[str, str] | None = None) -> Lexicon:
    """The lexicon of a bank's data; `renamed` are ids by new names."""
    tags = {
        str(tag)
        for section in data["sections"]
        for question in section["questions"]
        for tag in question.get("tags", ())
    }
    return Lexicon(
        data["locale"],
        {c["id"]: c["name"] for c in data["competencies"]},
        {s["id"]: s["title"] for s in data["sections"]},
        frozenset(tags),
        {plain(name): key for name, key in (renamed or {}).items()},
    )


def is_parted(text: str) -> bool:
    """Whether there are commas or lines in it."""
    return "\n" in text or _PARTED.search(text) is not None


def parts_of(line: str) -> list[str]:
    """What stands between commas."""
    return [part.strip() for part in _PARTED.split(line) if part.strip()]
