"""Makes the README's pictures from the built packs: run `make packs` first, then this."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
DOTS = 80 / 72


def page(pdf: str, number: int) -> Image.Image:
    """One page (from 1) as a picture."""
    return pypdfium2.PdfDocument(ROOT / "output" / pdf)[number - 1].render(scale=DOTS).to_pil()


def save(picture: Image.Image, name: str) -> None:
    """A small PNG with a hairline frame, in docs/images/."""
    framed = Image.new("RGB", (picture.width + 2, picture.height + 2), "#b8c0c8")
    framed.paste(picture, (1, 1))
    target = ROOT / "docs" / "images" / name
    target.parent.mkdir(parents=True, exist_ok=True)
    framed.quantize(48).save(target, optimize=True)


if __name__ == "__main__":
    left, right = (
        page("qa-specialist/interviewer-pack.pdf", 24),
        page("qa-specialist/interviewer-pack.pdf", 25),
    )
    spread = Image.new("RGB", (left.width + right.width + 2, left.height), "#b8c0c8")
    spread.paste(left, (0, 0))
    spread.paste(right, (left.width + 2, 0))
    save(spread, "spread.png")
    save(page("qa-specialist/score-sheet.pdf", 1), "score-sheet.png")
