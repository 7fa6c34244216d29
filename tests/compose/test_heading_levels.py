"""Headings of every document go down one level at a time, as readers of tagged PDF and Word's outline expect."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from lxml import html

from builder.compose.compose import Composer
from builder.compose.documents import DOCUMENTS
from builder.content.bank import load_bank
from builder.content.project import open_workspace
from builder.model.project import PackSpec

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def composer():
    return Composer(open_workspace(ROOT))


@pytest.mark.parametrize("kind", DOCUMENTS, ids=lambda kind: kind.id)
@pytest.mark.parametrize("bank_id", ["qa-specialist", "support-lead-en"])
def test_no_heading_level_is_skipped(composer, kind, bank_id):
    loaded, _ = load_bank(ROOT / f"content/{bank_id}.yaml", Path(f"content/{bank_id}.yaml"))
    if not kind.fits(loaded.bank):
        pytest.skip(f"{kind.id} does not fit {bank_id}")
    composed = composer.compose(kind, loaded.bank, PackSpec(bank=bank_id))
    levels = [0, *(int(h.tag[1]) for h in html.fromstring(composed.html).iter("h1", "h2", "h3", "h4"))]
    steps = [after - before for before, after in itertools.pairwise(levels)]
    assert all(step <= 1 for step in steps)
    sheets = {"score-sheet", "panel-summary"}  # one-page forms have a title and tables, no headings
    assert len(levels) > 1 or kind.id in sheets
