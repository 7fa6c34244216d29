"""What the pages of our files say → the bank: values, items and questions as their reader sees them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from builder.importers.own.lists import Lists
from builder.importers.own.pieces import Page, Printing
from builder.importers.own.places import OPTIONAL
from builder.importers.own.shelf import GONE, Shelf
from builder.importers.own.values import UnclearError, Values
from builder.words import Words, words

_ELSEWHERE = ("title", "type", "points")
"""What is printed of a question in tables of all questions too."""


_OWN = {
    "interviewer-pack": re.compile(r".*"),
    "calibration-sheet": re.compile(r".*/calibration/.*"),
    "candidate-handout": re.compile(r"(handout|practice)/.*"),
}
"""What the bank on the shelf has from the file of that document."""


@dataclass
class Edits:
    """What was changed, and what could not be taken over."""

    changed: dict[str, str] = field(default_factory=dict)
    """Path of a field → the words of the page, or nothing where they are gone."""
    by: dict[str, str] = field(default_factory=dict)
    """Path of a field → the file that changed it."""
    notes: list[Words] = field(default_factory=list)
    loose: list[str] = field(default_factory=list)
    """Words that belong to no field."""


def edited(shelf: Shelf, pages: Iterable[Page], values: Values) -> Edits:
    """Changes the bank on the shelf to what the pages say; the first file that changes a field wins."""
    edits = Edits()
    for page in pages:
        _Editor(shelf, page, values, edits).edit()
    return edits


class _Editor:
    def __init__(self, shelf: Shelf, page: Page, values: Values, edits: Edits) -> None:
        self._shelf, self._page, self._values, self._edits = shelf, page, values, edits
        self._by_path: dict[str, list[Printing]] = {}
        for printing in page.printings:
            self._by_path.setdefault(printing.path, []).append(printing)
        self._lists = Lists(page, self._by_path)

    def edit(self) -> None:
        self._edits.loose += self._page.loose
        for text in self._page.torn:
            self._note(
                words("“{text}”: the labels in this line were changed; look at what it says", text=text[:60])
            )
        lost = self._lost_questions()
        for path, printings in self._by_path.items():
            if not path.startswith(tuple(f"questions/{q}/" for q in lost)) and not self._lists.is_gone(path):
                self._field(path, printings)
        for items in self._lists.changed():
            if not items.startswith(tuple(f"questions/{q}/" for q in lost)):
                self._list(items)
        for question in sorted(lost):
            self._drop(question)

    def _field(self, path: str, printings: list[Printing]) -> None:
        held = self._shelf.get(path)
        if held is GONE:
            return
        there = [p for p in printings if not p.is_gone]
        if not there:
            self._gone(path, held)
            return
        own = _OWN.get(self._page.file.document)
        is_own = own is not None and own.fullmatch(path) is not None
        changed = [p for p in there if self._values.is_changed(p, held, own=is_own)]
        if changed:
            self._take(path, changed[0], held)
        for other in changed[1:]:
            if other.text != changed[0].text:
                self._note(
                    words("{path} is printed twice and was changed twice; the first is taken", path=path)
                )

    def _take(self, path: str, printing: Printing, held: Any) -> None:
        try:
            value = self._values.read(path, printing.pieces, held, printing.slots)
        except UnclearError:
            sentence = words(
                "{path} stays as it was: “{text}” cannot be understood", path=path, text=printing.text[:60]
            )
            self._note(sentence)
            return
        if value is None and not OPTIONAL.fullmatch(path):
            self._note(words("{path} stays as it was: it is empty on the page", path=path))
            return
        self._set(path, value, printing.text)

    def _gone(self, path: str, held: Any) -> None:
        if held in (None, "", False):
            return
        if OPTIONAL.fullmatch(path):
            self._set(path, False if path.endswith("must_have") else None, "")
        elif not path.startswith("questions/") or self._page.file.document == "interviewer-pack":
            self._note(words("{path} stays as it was: it is not on the page any more", path=path))

    def _set(self, path: str, value: Any, text: str) -> None:
        before = self._edits.by.get(path)
        if before is not None and self._edits.changed[path] != text:
            sentence = words(
                "{path} was changed in {one} and in {other}; {one} is taken",
                path=path,
                one=before,
                other=self._page.file.name,
            )
            self._edits.notes.append(sentence)
            return
        self._shelf.set(path, value)
        self._edits.changed[path] = text
        self._edits.by[path] = self._page.file.name

    def _list(self, items: str) -> None:
        held = self._shelf.get(items)
        if held is GONE or not isinstance(held, list):
            return
        made, unclear = self._lists.made(items, held, self._values)
        for text in unclear:
            self._edits.loose.append(text)
        self._set(items, made, " / ".join(map(_told, made)))

    def _lost_questions(self) -> set[str]:
        """Questions that the document printed and that are not in it any more."""
        told: dict[str, bool] = {}
        for path, printings in self._by_path.items():
            kind, _, rest = path.partition("/")
            question, _, name = rest.partition("/")
            if kind == "questions" and name not in _ELSEWHERE:
                told[question] = told.get(question, False) or any(not p.is_gone for p in printings)
        return {question for question, there in told.items() if not there}

    def _drop(self, question: str) -> None:
        if self._page.file.document == "calibration-sheet":
            self._set(f"questions/{question}/calibration", [], "")
        elif self._page.file.document == "interviewer-pack":
            for section in self._shelf.data["sections"]:
                section["questions"] = [q for q in section["questions"] if q["id"] != question]
            sections = self._shelf.data["sections"]
            self._shelf.data["sections"] = [s for s in sections if s["questions"]] or sections
            self._edits.changed[f"questions/{question}"] = ""

    def _note(self, sentence: Words) -> None:
        self._edits.notes.append(words("{name}: {sentence}", name=self._page.file.name, sentence=sentence))


def _told(item: Any) -> str:
    """An item of a list by its own words, or the first of them."""
    return str(next((v for k, v in item.items() if k != "id"), "")) if isinstance(item, dict) else str(item)
