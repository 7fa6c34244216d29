"""The map of a document's body as it was printed: paragraph by paragraph, its fields and the words around them."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from builder.importers.own.page import Line
from builder.importers.own.places import kind_of
from builder.render.docx.oxml.marks import Slot

_BLANK = re.compile(r"\s+")
_AMOUNT = re.compile(r"\s*[\d.]+(?:\s*[–—~-]\s*[\d.]+)?\s*(?:分|points?|pts?|marks?)?")


class Slots:
    """Slots by number."""

    def __init__(self, slots: Sequence[Slot], fields: Sequence[str]) -> None:
        self._slots = slots
        self.fields = fields
        self.of_mark = {mark: s for s, slot in enumerate(slots) for mark in slot[1:] if isinstance(mark, int)}

    def __len__(self) -> int:
        return len(self._slots)

    def digest(self, slot: int) -> str:
        """Of the paragraph's whole text."""
        return str(self._slots[slot][0])

    @functools.cache  # noqa: B019 - as short-lived as the import
    def marks(self, slot: int) -> Sequence[int]:
        """The fields that the paragraph prints, by number."""
        return [part for part in self._slots[slot][1:] if isinstance(part, int)]

    def is_whole(self, slot: int) -> bool:
        """Whether the paragraph is one field and nothing else."""
        return len(self._slots[slot]) == 2

    def values(self, slot: int, line: Line) -> dict[int, tuple[int, int]] | None:
        """Each field's stretch of a paragraph's text, where the words around the fields are still there.

        Where somebody wrote just outside a bookmark, the words around tell where the field ends.
        """
        text, marks = line.text, self.marks(slot)
        if all(mark in line.marks for mark in marks):
            spans = {mark: line.marks[mark] for mark in marks}
            if self._around(slot, text, spans):
                return spans
        return self._between(slot, text)

    def _around(self, slot: int, text: str, spans: dict[int, tuple[int, int]]) -> bool:
        """Whether what stands outside the stretches is what was printed there."""
        outside, at = [], 0
        for start, end in sorted(spans.values()):
            outside.append(text[at:start])
            at = end
        outside.append(text[at:])
        printed = "".join(part if isinstance(part, str) else "\0" for part in self._slots[slot][1:])
        return ["".join(piece.split()) for piece in outside] == [
            "".join(piece.split()) for piece in printed.split("\0")
        ]

    def _next(self, part: str, text: str, at: int, waiting: int, *, last: bool) -> tuple[int, int]:
        """Where the printed words stand next; -1 where they do not."""
        words = part.strip()
        if words:
            start = (text.rfind if last else text.find)(words, at)
            return start, start + len(words)
        number = waiting >= 0 and kind_of(self.fields[waiting]) in ("number", "band")
        amount = _AMOUNT.match(text, at) if number else None
        blank = _BLANK.search(text, amount.end() if amount else at)
        return blank.span() if blank else (-1, -1)

    def _between(self, slot: int, text: str) -> dict[int, tuple[int, int]] | None:
        """The stretches between the printed words, found one after the other."""
        spans: dict[int, tuple[int, int]] = {}
        waiting, at = -1, 0
        parts = self._slots[slot][1:]
        for i, part in enumerate(parts):
            if isinstance(part, int):
                waiting = part
                continue
            start, end = self._next(part, text, at, waiting, last=i == len(parts) - 1)
            if start < at or (waiting < 0 and text[at:start].strip()):
                return None
            if waiting >= 0:
                spans[waiting] = (at, start)
            waiting, at = -1, end
        if waiting >= 0:
            spans[waiting] = (at, len(text))
        elif text[at:].strip():
            return None
        return spans if len(spans) == len(self.marks(slot)) else None
