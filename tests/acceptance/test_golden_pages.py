"""Pages as they should look. After a wanted change: PACKS_GOLDEN=refresh pytest tests/acceptance/test_golden_pages.py

A page that differs leaves its picture, the expected one and their difference in tests/failures/.
"""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from pack_projects import CHECKOUT, copied
from pdf_pack import PdfPack
from PIL import Image

GOLDEN = Path(__file__).with_name("golden")
FAILURES = CHECKOUT / "tests/failures"
DPI = 55
GREYS = 17
"""Pictures are kept in 16 shades, which keeps them small; a shade is this many steps of grey."""
LOUD = 3 * GREYS
FEW = 0.0002
"""Share of a page's points that may differ loudly: a letter is more than that."""

PAGES = {
    "question-left": ("points/interviewer-pack", lambda pdf: pdf.page_of["rd-01"]),
    "question-right": ("points/interviewer-pack", lambda pdf: pdf.page_of["rd-01"] + 1),
    "points-sheet": ("points/score-sheet", lambda pdf: 1),
    "bars-sheet": ("bars/score-sheet", lambda pdf: 1),
    "handout": ("points/candidate-handout", lambda pdf: 1),
}


@pytest.fixture(scope="module")
def output(tmp_path_factory):
    project = copied(GOLDEN / "project", tmp_path_factory.mktemp("golden") / "project")
    wanted = ("interviewer-pack", "score-sheet", "candidate-handout")
    documents = [part for document in wanted for part in ("--document", document)]
    ran = project.packs("build", "-q", "--format", "pdf", *documents)
    assert (ran.code, ran.err) == (0, "")
    return project.root / "output"


def picture(output, name):
    """A page in 16 shades; the bank's fingerprint in the footer is blanked, as any new key changes it."""
    file, page = PAGES[name]
    pdf = PdfPack(output / f"{file}.pdf")
    grey = pdf.grey(page(pdf), DPI)
    height, width = grey.shape
    grey = np.round(grey / GREYS).astype(np.uint8) * GREYS
    grey[height - round(20 / 25.4 * DPI) :, width * 2 // 3 :] = 255
    return grey


def difference(actual, expected):
    """Where two pictures differ loudly; different sizes differ everywhere."""
    if actual.shape != expected.shape:
        return np.ones(actual.shape, dtype=bool)
    return np.abs(actual.astype(int) - expected.astype(int)) > LOUD


def show(name, actual, expected, loud):
    FAILURES.mkdir(exist_ok=True)
    pictures = {"actual": actual, "expected": expected, "difference": np.where(loud, 0, 255).astype(np.uint8)}
    for kind, pixels in pictures.items():
        Image.fromarray(pixels).save(FAILURES / f"{name}.{kind}.png")


@pytest.mark.parametrize("name", PAGES)
def test_the_page_looks_as_it_should(output, name):
    actual, file = picture(output, name), GOLDEN / f"{name}.png"
    if os.environ.get("PACKS_GOLDEN") == "refresh":
        Image.fromarray(actual).quantize(16).save(file, optimize=True)
    expected = np.asarray(Image.open(file).convert("L"))
    loud = difference(actual, expected)
    if loud.mean() > FEW:
        show(name, actual, expected, loud)
    assert loud.mean() <= FEW, f"see {FAILURES.relative_to(CHECKOUT)}/{name}.*.png"


def test_every_picture_that_is_kept_is_compared():
    assert {path.stem for path in GOLDEN.glob("*.png")} == set(PAGES)


def test_a_single_letter_more_would_be_seen(output):
    actual = picture(output, "points-sheet")
    changed = actual.copy()
    changed[300:308, 200:208] = 255 - changed[300:308, 200:208]
    assert difference(changed, actual).mean() > FEW
