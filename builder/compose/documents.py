"""The documents there are. A new one is a template and a line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from builder.compose.labels import Labels
from builder.compose.workbook import panel_workbook
from builder.content.views.answers import answer_key_view, has_answers
from builder.content.views.aside import aside
from builder.content.views.calibration import calibration_view, has_samples
from builder.content.views.candidate import cards_view, handout_view, kept_handout
from builder.content.views.interviewer import interviewer_view
from builder.content.views.panel import fits_panel, panel_view
from builder.content.views.scorer import scorer_view
from builder.model.bank import Bank
from builder.model.base import Model
from builder.model.workbook import Workbook


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
    workbook: Callable[[Any, Labels], Workbook] | None = None
    """Makes the document's workbook of the view and the labels, where it has one."""
    carries: Callable[[Any], Model] | None = None
    """Makes, of the view, what the Word file carries so that it can be imported again; the view alone is read."""
    aside: Callable[[Bank], Model] | None = None
    """What the Word file carries besides: what its readers may see and no document prints."""

    @property
    def template(self) -> str:
        return f"{self.id}.html.j2"


def _as_it_is(view: Model) -> Model:
    return view


DOCUMENTS = (
    DocumentKind("interviewer-pack", Audience.INTERVIEWER, interviewer_view, carries=_as_it_is, aside=aside),
    DocumentKind("score-sheet", Audience.SCORER, scorer_view),
    DocumentKind(
        "candidate-handout",
        Audience.CANDIDATE,
        handout_view,
        lambda bank: bank.handout is not None,
        carries=kept_handout,
    ),
    DocumentKind("question-cards", Audience.CANDIDATE, cards_view),
    DocumentKind("panel-summary", Audience.HR, panel_view, fits_panel, panel_workbook),
    DocumentKind("answer-key", Audience.INTERVIEWER, answer_key_view, has_answers),
    DocumentKind("calibration-sheet", Audience.INTERVIEWER, calibration_view, has_samples, carries=_as_it_is),
)
BY_ID = {kind.id: kind for kind in DOCUMENTS}
