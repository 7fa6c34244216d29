"""A manuscript while it is cleaned: its blocks with their words traced, what is cut out of them, what is doubtful."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from builder.importers.blocks import Block, Manuscript
from builder.importers.cleaning.han import plain_form
from builder.importers.cleaning.traced import Edit, Traced
from builder.importers.understanding.flow import skeleton_of
from builder.words import Words


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch of a passage that is no part of the document."""

    start: int
    end: int
    reason: Words


@dataclass(slots=True)
class Passage:
    """A block and its words as cleaned so far."""

    block: Block
    words: Traced
    cuts: list[Cut] = field(default_factory=list)

    def edit(self, edits: Sequence[Edit]) -> None:
        """Makes the edits; cuts come after all of them but the last kind, which keeps lengths."""
        self.words = self.words.edited(edits)

    def view(self) -> str:
        """The words in plain signs and Simplified characters, of the same length: patterns look there."""
        return plain_form(skeleton_of(self.words.text))


@dataclass(frozen=True, slots=True)
class Doubt:
    """A place of which a person must decide: a passage, an offset in its block's text, and what to say."""

    passage: int
    origin: int
    sentence: Words


@dataclass(slots=True)
class Draught:
    """The whole manuscript while it is cleaned."""

    passages: list[Passage]
    notes: list[Words] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    @staticmethod
    def of(manuscript: Manuscript) -> Draught:
        return Draught([Passage(block, Traced.of(block.text)) for block in manuscript.blocks])

    def text(self) -> str:
        """All words, a passage a line."""
        return "\n".join(passage.words.text for passage in self.passages)
