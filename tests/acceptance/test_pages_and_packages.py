"""The pages and packages of the real packs are as they should be, by the product's own second look."""

from __future__ import annotations

import pytest
from pack_projects import CHECKOUT
from ruamel.yaml import YAML

from builder.compose.documents import BY_ID
from builder.fonts import FontShelf, open_shelf
from builder.model.composed import Composed
from builder.model.theme import Theme
from builder.verify.expected import Expected
from builder.verify.ooxml.checks import WORD
from builder.verify.opened import reopened
from builder.verify.paper.checks import PAGES, SLOW_PAGES

CHECKS = {"pdf": (*PAGES, *SLOW_PAGES), "docx": WORD}


THEME = Theme.model_validate(YAML(typ="safe").load(CHECKOUT / "templates/theme.yaml"))


@pytest.fixture(scope="module")
def shelf() -> FontShelf:
    return open_shelf(THEME, None)


def expected(built, document, shelf):
    html = (built.folder / f"{document}.html").read_text("utf-8")
    composed = Composed(html, built.bank["locale"], document, {})
    return Expected(composed, BY_ID[document], THEME, shelf)


@pytest.mark.parametrize("form", sorted(CHECKS))
def test_nothing_is_wrong_with_any_document(built, shelf, form):
    assert len(built.documents) >= 4
    for document in built.documents:
        file = reopened(
            built.folder / f"{document}.{form}", (built.folder / f"{document}.{form}").read_bytes()
        )
        asked = expected(built, document, shelf)
        found = [fault for check in CHECKS[form] for fault in check(file, asked)]
        assert [(document, f.code, f.page, str(f.sentence)) for f in found] == []


def test_the_look_at_pages_sees_what_is_drawn_there(built, shelf):
    # Sheets without runs, rules or rows would have no faults either.
    file = reopened(
        built.folder / "interviewer-pack.pdf", (built.folder / "interviewer-pack.pdf").read_bytes()
    )
    # The engine's own pages are all read without PDFium: what is not would cost a build its time.
    sheets = [draft.sheet for draft in file.drafts if draft is not None]
    assert len(sheets) == built.pdf("interviewer-pack").pages
    assert sum(len(sheet.runs) for sheet in sheets) > 2000
    assert sum(len(sheet.upright) for sheet in sheets) > 200
    assert {run.number for sheet in sheets for run in sheet.runs} >= {
        p.number for p in file.pieces if p.text.strip()
    }
