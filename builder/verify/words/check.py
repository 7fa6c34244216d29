"""The check: every word that was composed, in its order, in each file; and the same words in PDF and Word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

from builder.model.composed import Composed
from builder.verify.fault import Fault
from builder.verify.opened import Opened, OpenedDocx, OpenedHtml, OpenedPdf
from builder.verify.words.composed import body_words, composed_root
from builder.verify.words.docx import docx_words
from builder.verify.words.pdf import destinations, pdf_lines
from builder.words import Words, words

CONTEXT = 12
"""Characters that are quoted of either text."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a file says: its words on each page, or all on page 0 where it has none."""

    pages: Sequence[tuple[int, str]]

    @property
    def text(self) -> str:
        return "".join(text for _, text in self.pages)

    def page_at(self, place: int) -> int | None:
        """The page of a character, or of the last one before it."""
        ends = accumulate(len(text) for _, text in self.pages)
        found = next((page for (page, _), end in zip(self.pages, ends, strict=True) if place < end), 0)
        return found or (self.pages[-1][0] if self.pages else 0) or None


def word_faults(files: Sequence[Opened], document: Composed) -> Iterator[Fault]:
    """Where each file first departs from what was composed, and where PDF and Word part."""
    root = composed_root(document.html)
    pdf = next((file for file in files if isinstance(file, OpenedPdf)), None)
    pages = None if pdf is None else destinations(pdf)
    said: dict[type[Opened], Said] = {}
    for file in files:
        found = _said(file, root, with_pages=pdf is not None)
        if found is not None:
            said[type(file)] = found
            expected = body_words(root, None if isinstance(file, OpenedHtml) else pages)
            if found.text != expected:
                yield _departure(file.path, expected, found)
            if isinstance(file, OpenedDocx) and OpenedPdf in said and said[OpenedPdf].text != found.text:
                yield _parting(file.path, said[OpenedPdf], found)


def _said(file: Opened, root: Any, *, with_pages: bool) -> Said | None:
    """The words of a file; nothing of a workbook, whose cells are composed by themselves."""
    if isinstance(file, OpenedPdf):
        return Said(pdf_lines(file, root))
    if isinstance(file, OpenedDocx):
        return Said([(0, docx_words(file, with_pages=with_pages))])
    if isinstance(file, OpenedHtml):
        return Said([(0, body_words(composed_root(file.data.decode("utf-8", "replace")), None))])
    return None


def _departure(path: Path, expected: str, found: Said) -> Fault:
    place = _parted(expected, found.text)
    sentence = words(
        "after “{before}” the composed words are “{expected}”, the file has “{found}”",
        before=_before(expected, place),
        expected=_from(expected, place),
        found=_from(found.text, place),
    )
    hint = words("if the file was not changed by hand, this is a mistake of ours: please report it")
    return Fault("VERIFY-WORDS", sentence, path, found.page_at(place), hint)


def _parting(path: Path, pdf: Said, word: Said) -> Fault:
    place = _parted(pdf.text, word.text)
    sentence = words(
        "PDF and Word differ: after “{before}” the PDF has “{pdf}”, the Word file “{word}”",
        before=_before(pdf.text, place),
        pdf=_from(pdf.text, place),
        word=_from(word.text, place),
    )
    return Fault(
        "VERIFY-PARITY", sentence, path, hint=words("build both anew, and change the bank, not the files")
    )


def _parted(one: str, other: str) -> int:
    """How many characters two texts have in common from their beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((i for i, (a, b) in pairs if a != b), min(len(one), len(other)))


def _before(text: str, place: int) -> str:
    return text[max(0, place - CONTEXT) : place]


def _from(text: str, place: int) -> str | Words:
    return text[place : place + CONTEXT] or words("nothing more")
