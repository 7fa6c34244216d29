"""PDF with a text layer → blocks."""

from __future__ import annotations

from collections.abc import Sequence

from builder.errors import RequestError
from builder.importers.blocks import Manuscript
from builder.importers.reading.pdf.calling import pages_of, refusal
from builder.importers.reading.pdf.composing import Composer
from builder.importers.reading.pdf.layout import layout_of
from builder.importers.reading.pdf.pack import without_panel_parts
from builder.importers.reading.pdf.pages import BOLD, INVISIBLE, Page
from builder.words import Words, words

MOST_CHARACTERS = 600_000
MOST_SHOWN = 10
MOST_UNKNOWN = 0.3
"""Share of the characters."""


def read_pdf(name: str, data: bytes) -> Manuscript:
    """Paragraphs, headings and tables of a PDF; a block's place is its page.

    Raises RequestError for a file that is damaged, needs a password, has no text layer, or is larger than any bank.
    """
    pages, broken = pages_of(name, data, MOST_CHARACTERS)
    silent = [page.number for page in pages if not page.runs]
    if not pages:
        raise refusal(name, "broken")
    if len(silent) == len(pages):
        raise RequestError(
            words("{name} has no text layer: its pages are pictures", name=name),
            words("have it recognised by OCR first, and import the text or PDF that this gives"),
        )
    _refuse_without_meaning(name, pages)
    seen = any(not run.flags & INVISIBLE for page in pages for run in page.runs)
    _without_usual_bold(pages)
    composer = Composer([layout_of(page, with_unseen=not seen) for page in pages])
    composer.write()
    notes = _notes(name, pages, silent, broken, composer.replaced)
    return without_panel_parts(composer.copyist.manuscript(name, notes))


def _without_usual_bold(pages: Sequence[Page]) -> None:
    """Where most of the text is bold, or set in a typeface that looks so, bold words tell nothing."""
    bold = sum(len(run.text) for page in pages for run in page.runs if run.is_bold)
    if bold * 5 > 3 * sum(len(run.text) for page in pages for run in page.runs):
        for page in pages:
            page.runs = [run._replace(flags=run.flags & ~BOLD) for run in page.runs]


def _refuse_without_meaning(name: str, pages: Sequence[Page]) -> None:
    texts = [run.text for page in pages for run in page.runs]
    if sum(text.count("\ufffd") for text in texts) > MOST_UNKNOWN * sum(map(len, texts)):
        raise RequestError(
            words("{name} does not say which characters its fonts show", name=name),
            words("have it recognised by OCR first, and import the text or PDF that this gives"),
        )


def _notes(
    name: str, pages: Sequence[Page], silent: Sequence[int], broken: Sequence[int], replaced: int
) -> list[Words]:
    notes = []
    if silent:
        notes.append(words("{name}: no text on pages {pages}", name=name, pages=_some(silent)))
    if broken:
        notes.append(
            words("{name}: pages {pages} are damaged and were not read", name=name, pages=_some(broken))
        )
    if replaced:
        notes.append(
            words(
                "{name}: {count} radicals, ligatures and vertical forms were replaced by usual characters",
                name=name,
                count=replaced,
            )
        )
    lost = sum(run.text.count("\ufffd") for page in pages for run in page.runs)
    if lost:
        notes.append(
            words(
                "{name}: {count} characters have no meaning in the file and stand as “�”",
                name=name,
                count=lost,
            )
        )
    return notes


def _some(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers[:MOST_SHOWN])) + ("…" if len(numbers) > MOST_SHOWN else "")
