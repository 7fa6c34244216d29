"""A copy of each stack, reopened: is its copy's own text in it, and nobody's name?"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cached_property
from pathlib import Path

from builder.plan.campaign import Copy, Stack
from builder.press.campaign.day import Day
from builder.press.preparing import Preparation
from builder.render.bulk.slots import with_texts
from builder.verify.fault import Fault
from builder.verify.leaks.candidate import fixed_words
from builder.verify.leaks.fields import texts_of
from builder.verify.leaks.folding import folded
from builder.verify.leaks.names import Names, named, named_fault
from builder.verify.opened import Opened, OpenedDocx, OpenedPdf, reopened
from builder.verify.words.composed import body_words, composed_root
from builder.words import words

_NAMING = frozenset({"timetable", "door-list", "candidate-handout"})
"""Documents that show names where the campaign is not anonymous."""
_WORD_TEXT = re.compile(rb"<w:t(?: [^>]*)?>([^<]*)")
KEY = "sealed-key"
"""The document that always does."""


class Proof:
    """Says what is wrong with files of one day, as far as it can be told copy by copy.

    The document itself, with samples in its slots, is verified elsewhere.
    """

    def __init__(self, day: Day, preparation: Preparation) -> None:
        self._day = day
        self._preparation = preparation
        self._names = Names(day.names)
        self._known: dict[str, Set[str]] = {}
        self._searched: set[tuple[str, str]] = set()

    def of(self, stack: Stack, file: str, data: bytes, copies: Sequence[Copy], pages: int) -> list[Fault]:
        """What is wrong with a file of these copies, of so many `pages` each, by what its first copy says.

        Every string of the first file of a document is searched for names: the others are made of the same pieces.
        """
        opened = reopened(Path(file), data)
        said = [folded(text) for text in _texts(opened, pages)]
        searched = (stack.document, Path(file).suffix) in self._searched
        self._searched.add((stack.document, Path(file).suffix))
        found = len(copies) == 1 and self._names.found_in(said, self._coincidences(stack))
        if found or not searched:
            return [*self.unnamed(stack, opened, copies), *_lacking(opened, said, copies[0], stack.samples)]
        return list(_lacking(opened, said, copies[0], stack.samples))

    def unnamed(self, stack: Stack, file: Opened, copies: Sequence[Copy]) -> Iterator[Fault]:
        """Names in a file that must hold none, or only its own candidate's."""
        if not self._may_name(stack):
            own = [copy.values.get("name", "") for copy in copies]
            said = self._names.found_in(map(folded, own))
            yield from named(file, self._names, self._coincidences(stack) | said)

    def in_values(self, stack: Stack) -> Iterator[Fault]:
        """Names in what is put into the slots of a stack's copies, or in what their files are called."""
        if self._may_name(stack):
            return
        but_not = self._coincidences(stack)
        for form in stack.job.formats[:1]:
            for file, copies in stack.sheets(form):
                for copy in copies:
                    said = [copy.name, copy.title, *(v for slot, v in copy.values.items() if slot != "name")]
                    for name in sorted(self._names.found_in(map(folded, said), but_not)):
                        yield named_fault(Path(file), self._names.spelt(name))

    def unnamed_list(self, file: Path, text: str) -> Iterator[Fault]:
        """Names in the list of all files."""
        but_not = {
            name for stack in self._day.stacks if stack.document != KEY for name in self._coincidences(stack)
        }
        for name in sorted(self._names.found_in([folded(text)], but_not)):
            yield named_fault(file, self._names.spelt(name))

    def unnamed_pile(self, file: Opened) -> Iterator[Fault]:
        """Names in a room's file for the printer, where no document of the room may hold any."""
        if self._day.campaign.anonymous:
            shared = {stack.document: stack for stack in self._day.stacks if stack.document != KEY}
            yield from named(
                file, self._names, {name for stack in shared.values() for name in self._coincidences(stack)}
            )

    def lacking(self, stack: Stack, file: Opened, copies: Sequence[Copy]) -> Iterator[Fault]:
        """Values of any copy that a file of these copies does not hold."""
        said = [folded(text) for text in _texts(file)]
        for copy in copies:
            yield from _lacking(file, said, copy, stack.samples)

    def _may_name(self, stack: Stack) -> bool:
        """Whether any name may stand in it. A handout has its own candidate's at most."""
        return stack.document == KEY or (
            stack.document in _NAMING and not stack.slotted and not self._day.campaign.anonymous
        )

    def _coincidences(self, stack: Stack) -> Set[str]:
        """Names that are words of the document, the bank, the labels or the campaign as well."""
        if stack.key not in self._known:
            self._known[stack.key] = self._names.found_in(self._words(stack))
        return self._known[stack.key]

    def _words(self, stack: Stack) -> Iterator[str]:
        campaign, job = self._day.campaign, stack.job
        work = self._preparation.prepared(job)
        root = composed_root(with_texts(work.document.html, lambda slot: ""))
        for text in ("".join(map(str, root.itertext())), body_words(root, None)):
            yield _without(folded(text), self._numbers)
        places = [text for room in campaign.rooms for text in (room.name, room.place or "")]
        settings = [*places, campaign.title or "", campaign.place or "", work.document.title]
        settings += [text for model in (job.whole, job.pack) for text in texts_of(model)]
        settings += fixed_words(self._preparation.composer.labels(job.bank.locale))
        yield from map(folded, settings)

    @cached_property
    def _numbers(self) -> set[str]:
        return {folded(c.draw_number) for s in self._day.stacks for c in s.copies if c.draw_number}


def _without(text: str, parts: Set[str]) -> str:
    for part in parts:
        text = text.replace(part, "\n")
    return text


def _texts(file: Opened, pages: int | None = None) -> Iterator[str]:
    """What a file says: page by page (the first ones only, if so many are given), or part by part."""
    if isinstance(file, OpenedPdf):
        for number in range(len(file.drawn) if pages is None else pages):
            yield file.drawn[number].get_textpage().get_text_range()
    elif isinstance(file, OpenedDocx):
        # Not parsed: a file of sixty copies is megabytes of XML.
        for name, part in file.parts.items():
            if name.startswith("word/"):
                yield html.unescape(" ".join(text.decode() for text in _WORD_TEXT.findall(part)))


def _lacking(file: Opened, said: Sequence[str], copy: Copy, samples: Mapping[str, str]) -> Iterator[Fault]:
    """The values of a copy that are not in what a file says."""
    for slot, value in copy.values.items():
        plain = folded(value)
        if slot in samples and not any(plain in string for string in said):
            sentence = words(
                "“{value}”, which is “{slot}” of {copy}, is not in it",
                value=value,
                slot=slot,
                copy=copy.title,
            )
            hint = words("build it again; if it stays, please report it")
            yield Fault("VERIFY-SLOT", sentence, file.path, hint=hint)
