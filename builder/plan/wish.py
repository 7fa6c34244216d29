"""What can be asked for on the command line. Nothing heavy is imported here: the command's help needs it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

FORMATS = ("pdf", "docx", "html", "xlsx")
DOCUMENTS = (
    "interviewer-pack",
    "score-sheet",
    "candidate-handout",
    "question-cards",
    "panel-summary",
    "answer-key",
    "calibration-sheet",
)
"""Ids of the documents there are, as `builder/compose/documents.py` has them."""


@dataclass(frozen=True)
class Wish:
    """What the user asked for; empty means everything."""

    packs: Sequence[str] = ()
    documents: Sequence[str] = ()
    formats: Sequence[str] = ()

    @property
    def everything(self) -> bool:
        return not (self.packs or self.documents or self.formats)

    @property
    def name(self) -> str:
        """The same for the same wish in another order."""
        return " / ".join(" ".join(sorted(part)) for part in (self.packs, self.documents, self.formats))
