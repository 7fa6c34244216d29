"""What the rooms of one document share while it is written: counters, bookmarks, lists, pictures."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from builder.errors import BuildError
from builder.render.docx.blocks import Paragraph
from builder.render.docx.lists import Lists
from builder.render.docx.look import Look
from builder.render.docx.marks import Marks
from builder.render.docx.oxml.controls import short_name
from builder.render.docx.vocabulary import Element
from builder.words import words

_FIRST_CONTENTS = 100_000_001
_LONGEST_BOOKMARK = 40


@dataclass(slots=True)
class Drafting:
    """State of one document. Ids count up from the start of the document: the same in every run."""

    look: Look
    style_ids: Mapping[str, str]
    bookmarks: Bookmarks
    lists: Lists
    page_of: Mapping[str, int]
    pages: int
    section_title: str
    marks: Marks
    picture_numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))
    control_numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1001))
    check_names: set[str] = field(default_factory=set)

    def claim(self, name: str) -> None:
        """Raises BuildError when two boxes to tick have one name: a reader could not tell them apart."""
        if name in self.check_names:
            raise BuildError(words("two boxes to tick are both called “{name}”", name=name))
        self.check_names.add(name)


class Bookmarks:
    """Names of the places that links and the contents point to."""

    def __init__(self, body: Element) -> None:
        listed = [link.get("href", "")[1:] for link in body.iterfind(".//nav//a[@href]")]
        self._names: dict[str, str] = {}
        for i, identifier in enumerate(dict.fromkeys(listed)):
            self._names[identifier] = f"_Toc{_FIRST_CONTENTS + i}"
        ids = [str(node.get("id")) for node in body.iterfind(".//*[@id]")]
        self._ids = set(ids)
        if len(ids) > len(self._ids):
            twice = next(i for i in ids if ids.count(i) > 1)
            raise BuildError(words("two elements have the id “{id}”", id=twice))
        self._taken: set[str] = set()
        for identifier in ids:
            if identifier not in self._names:
                self._names[identifier] = self._free_name(identifier)
        self._numbers = itertools.count(1)
        self._waiting: list[str] = []

    @property
    def numbers(self) -> Iterator[int]:
        """Numbers for bookmarks, each given out once."""
        return self._numbers

    def name(self, identifier: str) -> str:
        """The bookmark of an element's id. Raises BuildError when no element has it."""
        if identifier not in self._ids:
            raise BuildError(words("a link points to “#{id}”, which is nowhere", id=identifier))
        return self._names[identifier]

    def open(self, identifier: str | None) -> None:
        """The next paragraph is where `identifier` is."""
        if identifier:
            self._waiting.append(identifier)

    def settle(self, paragraph: Paragraph) -> Paragraph:
        """The paragraph, carrying the bookmarks that waited for one."""
        paragraph.bookmarks += [(next(self._numbers), self._names[i]) for i in self._waiting]
        self._waiting.clear()
        return paragraph

    def _free_name(self, identifier: str) -> str:
        """Word wants a letter first, then letters, digits and underscores, 40 in all; Q1 and q1 are one to it."""
        name = re.sub(r"\W", "_", identifier)
        name = short_name(name if name[0].isalpha() else f"b_{name}", _LONGEST_BOOKMARK)
        candidates = itertools.chain([name], (f"{name[:36]}_{i}" for i in itertools.count(2)))
        free = next(candidate for candidate in candidates if candidate.lower() not in self._taken)
        self._taken.add(free.lower())
        return free
