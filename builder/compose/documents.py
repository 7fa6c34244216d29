"""The documents there are. A new one is a template and a line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from builder.content.views.candidate import cards_view, handout_view
from builder.content.views.interviewer import interviewer_view
from builder.content.views.scorer import scorer_view
from builder.model.bank import Bank
from builder.model.base import Model


class Audience(StrEnum):
    """Who may read a document (domain: a property of every block)."""

    CANDIDATE = "candidate"
    INTERVIEWER = "interviewer"
    SCORER = "scorer"
    HR = "hr"


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """One kind of document: its template is `<id>.html.j2`, its input the view of its audience."""

    id: str
    audience: Audience
    view: Callable[[Bank], Model]
    fits: Callable[[Bank], bool] = lambda bank: True

    @property
    def template(self) -> str:
        return f"{self.id}.html.j2"


DOCUMENTS = (
    DocumentKind("interviewer-pack", Audience.INTERVIEWER, interviewer_view),
    DocumentKind("score-sheet", Audience.SCORER, scorer_view),
    DocumentKind(
        "candidate-handout", Audience.CANDIDATE, handout_view, lambda bank: bank.handout is not None
    ),
    DocumentKind("question-cards", Audience.CANDIDATE, cards_view),
)
BY_ID = {kind.id: kind for kind in DOCUMENTS}
