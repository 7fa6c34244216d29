"""What a document's files should say, and what they must not."""

from __future__ import annotations

from dataclasses import dataclass

from builder.compose.documents import Audience, DocumentKind
from builder.fonts import FontShelf
from builder.model.composed import Composed
from builder.model.theme import Theme
from builder.verify.leaks.secrets import Secrets


@dataclass(frozen=True, slots=True)
class Expected:
    """One document as it was composed, for whom it is, and how it should look."""

    document: Composed
    kind: DocumentKind
    theme: Theme
    """In the document's language and size, as the renderers were given it."""
    shelf: FontShelf
    secrets: Secrets | None = None
    """For a candidate's document: everything of the whole bank that it must not hold."""

    @property
    def for_candidates(self) -> bool:
        return self.kind.audience is Audience.CANDIDATE
