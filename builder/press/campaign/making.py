"""Stacks → files as bytes, room by room: what copies share is laid out and verified once."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from builder.errors import Severity
from builder.plan.campaign import Copy, Stack
from builder.press.campaign.day import Day
from builder.press.campaign.proving import Proof
from builder.press.campaign.records import Line
from builder.press.preparing import Preparation, Prepared
from builder.render.bulk import Bulk, Bundle, Forme, Part, assemble
from builder.render.docx import render_docx
from builder.render.pdf import render_pdf
from builder.verify.fault import Fault, FaultyError
from builder.verify.verify import verify_document

LONG = 15
"""Pages of a document from which its layout, once it is written, is worth a search for what can go."""


@dataclass(frozen=True)
class Filed:
    """One file as bytes, what the campaign's list says of it, and what is not quite right with it."""

    line: Line
    data: bytes
    warnings: Sequence[Fault] = ()


class Making:
    """Makes the files of one campaign's rooms, in any order.

    With `strict`, documents with so much as a warning are refused.
    """

    def __init__(self, preparation: Preparation, day: Day, *, strict: bool) -> None:
        self._preparation, self._day, self._strict = preparation, day, strict
        self._bulks: dict[str, Bulk] = {}
        self._formes: dict[str, Forme] = {}
        self._plain: tuple[str, dict[str, bytes], int] = ("", {}, 0)
        self._warnings: list[Fault] = []
        self._proof = Proof(day, preparation)

    def room(self, number: int) -> Iterator[Filed]:
        """The files of one room of the day, then all of them in one PDF; the organisers' papers are in no such pile.

        Raises FaultyError where a document must not be handed out, BuildError where it cannot be rendered, and what
        composing raises.
        """
        stacks = self._day.rooms[number]
        on_paper = "pdf" in stacks[0].job.formats
        piles: list[Part | Bundle] = []
        for stack in stacks:
            self._warn(list(self._proof.in_values(stack)))
        for together in _printed_together(stacks):
            pile = self._pile(together) if on_paper else None
            for stack in together:
                for filed in self._filed(stack, pile):
                    yield replace(filed, warnings=self._news())
            if pile is not None and stack.room:
                piles.append(pile)
        if piles:
            yield self._print_file(stacks[0], piles)
        self._forget(stacks)

    def _print_file(self, first: Stack, piles: Sequence[Part | Bundle]) -> Filed:
        bundle = assemble(piles, first.room, first.job.bank.locale)
        file = f"{first.top}/{self._day.print_file}"
        return _filed(Line(file, "print", first.room, pages=str(bundle.pages)), bundle.data)

    def _pile(self, stacks: Sequence[Stack]) -> Part | Bundle:
        """All copies of some stacks of one document in one PDF, for the printer."""
        first = stacks[0]
        if not first.slotted:
            return Part(self._as_it_is(first)[0]["pdf"], first.copies[0].title)
        copies = [copy for stack in stacks for copy in stack.copies]
        return self._forme(first).pdf([copy.values for copy in copies], [copy.title for copy in copies])

    def _filed(self, stack: Stack, pile: Part | Bundle | None) -> Iterator[Filed]:
        """The stack's files in every format; `pile` is its PDF, where it comes as one."""
        for form in stack.job.formats:
            sheets = stack.sheets(form)
            for (file, copies), (data, pages) in zip(sheets, self._datas(stack, form, pile), strict=True):
                if copies is sheets[0][1]:
                    self._warn(self._proof.of(stack, file, data, copies, int(pages) // len(copies)))
                copy = copies[0] if stack.single else None
                numbers = (
                    (str(copy.number or ""), copy.draw_number, copy.rater)
                    if copy
                    else ("", "", _only(copies))
                )
                yield _filed(Line(file, stack.document, stack.room, *numbers, pages=pages), data)

    def _datas(self, stack: Stack, form: str, pile: Part | Bundle | None) -> Iterator[tuple[bytes, str]]:
        """The bytes and pages of each of its files in one format."""
        if not stack.slotted:
            made, count = self._as_it_is(stack)
            yield made[form], str(count)
            return
        forme = self._forme(stack)
        values = [copy.values for copy in stack.copies]
        if stack.single:
            datas = forme.pdfs(values) if form == "pdf" else forme.docx(values)
            yield from ((data, str(forme.pages)) for data in datas)
        elif form == "docx":
            for _, copies in stack.sheets(form):
                yield forme.book([copy.values for copy in copies]), str(forme.pages * len(copies))
        elif isinstance(pile, Bundle):
            yield pile.data, str(pile.pages)

    def _forme(self, stack: Stack) -> Forme:
        """The stack's document set for all copies of its lot, and found right with the samples in its slots."""
        if stack.lot not in self._formes:
            bulk = self._bulk(stack)
            copies = [c.values for s in self._day.stacks if s.lot == stack.lot for c in s.copies]
            word = "docx" in stack.job.formats
            self._formes[stack.lot] = bulk.forme(copies, tagged=stack.single, word=word)
            if stack.lot == stack.key:  # the layout of a long document is a hundred megabytes
                del self._bulks[stack.key], bulk
                gc.collect()
        return self._formes[stack.lot]

    def _bulk(self, stack: Stack) -> Bulk:
        if stack.key not in self._bulks:
            work, made = self._preparation.prepared(stack.job), self._preparation
            bulk = Bulk(work.document, made.css, work.theme, made.shelf, made.base)
            files = {form: next(iter(self._sampled(bulk, stack, form))) for form in stack.job.formats}
            self._verify(stack, work, files)
            self._bulks[stack.key] = bulk
        return self._bulks[stack.key]

    def _sampled(self, bulk: Bulk, stack: Stack, form: str) -> Iterator[bytes]:
        return bulk.pdfs([stack.samples]) if form == "pdf" else bulk.docx([stack.samples])

    def _as_it_is(self, stack: Stack) -> tuple[dict[str, bytes], int]:
        """A document without slots in its formats, and its pages; the last one made is kept."""
        if self._plain[0] != stack.key:
            work, made = self._preparation.prepared(stack.job), self._preparation
            pdf = render_pdf(work.document, made.css, work.theme, made.shelf)
            if pdf.pages > LONG:
                gc.collect()
            files = {"pdf": pdf.data}
            if "docx" in stack.job.formats:
                files["docx"] = render_docx(work.document, work.theme, pdf.anchors, pdf.pages, made.base)
            self._verify(stack, work, files)
            self._plain = (stack.key, files, pdf.pages)
        return self._plain[1], self._plain[2]

    def _verify(self, stack: Stack, work: Prepared, files: Mapping[str, bytes]) -> None:
        """Raises FaultyError where the document must not be handed out."""
        folder = "" if stack.slotted else f"{stack.folder}/"
        named = {f"{folder}{stack.document}.{form}": data for form, data in files.items()}
        self._warn(verify_document(self._preparation.expected(work), named))

    def _warn(self, faults: Sequence[Fault]) -> None:
        if self._strict or any(fault.severity is Severity.ERROR for fault in faults):
            FaultyError.raise_for(faults)
        self._warnings += faults

    def _news(self) -> Sequence[Fault]:
        """What was not quite right since it was last asked for."""
        news, self._warnings = self._warnings, []
        return news

    def _forget(self, stacks: Sequence[Stack]) -> None:
        """What no other room needs."""
        for stack in stacks:
            if stack.lot != stack.key:
                self._formes.pop(stack.lot, None)
        self._plain = ("", {}, 0)
        if not all(stack.slotted for stack in stacks):
            gc.collect()  # layouts are full of circles, which wait for the collector


def _filed(line: Line, data: bytes) -> Filed:
    return Filed(replace(line, sha256=hashlib.sha256(data).hexdigest()), data)


def _printed_together(stacks: Sequence[Stack]) -> Iterator[list[Stack]]:
    """Neighbours of one document, unless each is a file of its own."""
    for _, same in groupby(stacks, key=lambda stack: (stack.key, "" if stack.single else stack.name)):
        yield list(same)


def _only(copies: Sequence[Copy]) -> str:
    """The rater of copies that are one rater's."""
    raters = {copy.rater for copy in copies}
    return raters.pop() if len(raters) == 1 else ""
