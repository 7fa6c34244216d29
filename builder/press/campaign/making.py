"""Stacks → files as bytes: what all copies share is laid out and verified once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from builder.errors import Severity
from builder.plan.campaign import Copy, Stack
from builder.press.preparing import Preparation, Prepared
from builder.render.bulk import Bulk, Bundle, Part
from builder.render.docx import render_docx
from builder.render.pdf import render_pdf
from builder.verify.fault import Fault, FaultyError
from builder.verify.verify import verify_document


@dataclass(frozen=True)
class Sheet:
    """A file as bytes; the copy that it holds, unless it holds a whole stack."""

    file: str
    data: bytes
    pages: int
    copy: Copy | None


class Making:
    """Makes the files of one campaign's stacks, which come in the order of the plan.

    With `strict`, documents with so much as a warning are refused.
    """

    def __init__(self, preparation: Preparation, stacks: Sequence[Stack], *, strict: bool) -> None:
        self.warnings: list[Fault] = []
        self._preparation = preparation
        self._stacks = stacks
        self._strict = strict
        self._works: dict[str, Prepared] = {}
        self._bulks: dict[str, Bulk] = {}
        self._streams: dict[tuple[str, str], Iterator[bytes]] = {}
        self._plain: tuple[str, dict[str, bytes], int] = ("", {}, 0)

    def work(self, stack: Stack) -> Prepared:
        """The stack's document composed, once for all copies of it."""
        if stack.key not in self._works:
            self._works[stack.key] = self._preparation.prepared(stack.job)
        return self._works[stack.key]

    def pile(self, stacks: Sequence[Stack]) -> Part | Bundle:
        """All copies of some stacks of one document in one PDF, for the printer."""
        first = stacks[0]
        if not first.slotted:
            return Part(self._as_it_is(first)[0]["pdf"], first.copies[0].title)
        copies = [copy for stack in stacks for copy in stack.copies]
        return self._bulk(first).pdf([copy.values for copy in copies], [copy.title for copy in copies])

    def sheets(self, stack: Stack, pile: Part | Bundle | None) -> Iterator[Sheet]:
        """The stack's files in every format; `pile` is its PDF, where it comes as one."""
        for form in stack.job.formats:
            files = stack.files(form)
            if not stack.slotted:
                made, pages = self._as_it_is(stack)
                yield from (
                    Sheet(file, made[form], pages, copy)
                    for file, copy in zip(files, stack.copies, strict=True)
                )
            elif stack.single:
                datas = islice(self._stream(stack, form), len(files))
                pages = self._bulk(stack).pages
                for file, data, copy in zip(files, datas, stack.copies, strict=True):
                    yield Sheet(file, data, pages, copy)
            elif isinstance(pile, Bundle):
                yield from (Sheet(file, pile.data, pile.pages, None) for file in files)

    def _stream(self, stack: Stack, form: str) -> Iterator[bytes]:
        """The files of all copies of a document in the order of the plan: making many at a time is quicker."""
        key = (stack.key, form)
        if key not in self._streams:
            bulk = self._bulk(stack)
            values = (c.values for s in self._stacks if s.key == stack.key for c in s.copies)
            self._streams[key] = bulk.pdfs(values) if form == "pdf" else bulk.docx(values)
        return self._streams[key]

    def _bulk(self, stack: Stack) -> Bulk:
        """The stack's document laid out, and found right with the samples in its slots."""
        if stack.key not in self._bulks:
            work, made = self.work(stack), self._preparation
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
            work, made = self.work(stack), self._preparation
            pdf = render_pdf(work.document, made.css, work.theme, made.shelf)
            files = {"pdf": pdf.data}
            if "docx" in stack.job.formats:
                files["docx"] = render_docx(work.document, work.theme, pdf.anchors, pdf.pages, made.base)
            self._verify(stack, work, files)
            self._plain = (stack.key, files, pdf.pages)
        return self._plain[1], self._plain[2]

    def _verify(self, stack: Stack, work: Prepared, files: Mapping[str, bytes]) -> None:
        """Raises FaultyError where the document must not be handed out."""
        named = {f"{stack.folder}/{stack.document}.{form}": data for form, data in files.items()}
        faults = verify_document(self._preparation.expected(work), named)
        if self._strict or any(fault.severity is Severity.ERROR for fault in faults):
            FaultyError.raise_for(faults)
        self.warnings += faults
