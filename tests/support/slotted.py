"""Documents with slots, and the same as they would be composed with one copy's values in them."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

import numpy as np
import pikepdf
import pypdfium2
from pack_projects import CHECKOUT

from builder.compose.compose import Composer
from builder.compose.documents import BY_ID
from builder.content.bank import load_bank
from builder.content.project import open_workspace
from builder.model.composed import Composed
from builder.model.project import PackSpec

SAMPLES = {"room": "第10考场", "draw_number": "0000", "rater": "考官10", "date": "2026-12-31"}


def slot(name: str, sample: str) -> str:
    return f'<span class="slot" data-slot="{name}">{sample}</span>'


def filled(document: Composed, values: Mapping[str, str]) -> Composed:
    """The document with a copy's own words where its slots are."""
    return replace(
        document,
        html=re.sub(r'(data-slot="(\w+)">)[^<]*', lambda found: found[1] + values[found[2]], document.html),
    )


def composed(kind: str, bank: str = "qa-specialist") -> Composed:
    """A document of one of the shipped banks."""
    workspace = open_workspace(CHECKOUT)
    loaded, _ = load_bank(CHECKOUT / f"content/{bank}.yaml", CHECKOUT / f"content/{bank}.yaml")
    return Composer(workspace).compose(BY_ID[kind], loaded.bank, PackSpec(bank=bank))


def score_sheet() -> Composed:
    """The shipped score sheet with slots in the empty cells of its head."""
    document = composed("score-sheet")
    parts = document.html.split("<td></td>", len(SAMPLES))
    assert len(parts) == len(SAMPLES) + 1
    cells = [f"<td>{slot(name, sample)}</td>" for name, sample in SAMPLES.items()]
    html = "".join(text for pair in zip(parts, [*cells, ""], strict=True) for text in pair)
    return replace(document, html=html)


def sheets(count: int, raters: int = 7) -> Iterator[dict[str, str]]:
    """Values of the score sheets of one day: every rater has one for every candidate."""
    for number in range(count):
        candidate, rater = divmod(number, raters)
        yield {
            "room": f"第{candidate % 3 + 1}考场",
            "draw_number": f"{candidate + 1:04d}",
            "rater": f"考官{rater + 1}",
            "date": "2026-11-22",
        }


DAY = list(sheets(4, raters=2))
"""Two candidates before two raters."""


def texts(data: bytes) -> list[str]:
    """The text of each page as a reader copies it."""
    with pypdfium2.PdfDocument(data) as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]


def picture(data: bytes, page: int = 0, dpi: int = 60) -> np.ndarray:
    """A page in grey, 0 to 255."""
    with pypdfium2.PdfDocument(data) as pdf:
        return np.asarray(pdf[page].render(scale=dpi / 72, grayscale=True).to_numpy()).astype(int)


def opened(data: bytes) -> pikepdf.Pdf:
    """The file, which must be without a flaw."""
    pdf = pikepdf.open(io.BytesIO(data))
    assert [*pdf.get_warnings(), *pdf.check_pdf_syntax()] == []
    return pdf
