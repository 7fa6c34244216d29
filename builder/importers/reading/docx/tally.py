"""What was met in a Word file that its reader should be told of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.words import Words, words


@dataclass
class Tally:
    """How often what was met."""

    deletions: int = 0
    insertions: int = 0
    hidden: int = 0
    """Characters of hidden text."""
    pictures: int = 0
    comments: int = 0
    embedded: int = 0
    """Other documents inside this one."""
    macros: bool = False

    def notes(self) -> Iterator[Words]:
        """A sentence for each."""
        if self.insertions or self.deletions:
            yield words(
                "tracked changes: {insertions} insertions are kept, {deletions} deletions are not",
                insertions=self.insertions,
                deletions=self.deletions,
            )
        if self.hidden:
            yield words("{count} characters of hidden text are kept", count=self.hidden)
        if self.comments:
            yield words("{count} comments are not part of the bank (-v shows them)", count=self.comments)
        if self.pictures:
            yield words("{count} pictures, drawings or charts are not taken over", count=self.pictures)
        if self.embedded:
            yield words("{count} embedded documents are not read", count=self.embedded)
        if self.macros:
            yield words("the file has macros: they are ignored, only its text is read")
