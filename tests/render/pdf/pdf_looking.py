"""Looking at a PDF: where ink is, where characters stand, which fonts it holds."""

from __future__ import annotations

import io

import numpy as np
import pikepdf
import pypdfium2

DPI = 300


def ink(data, page=0):
    """A page as a truth table: rows × columns of dark pixels at 300 dpi."""
    with pypdfium2.PdfDocument(data) as pdf:
        return np.asarray(pdf[page].render(scale=DPI / 72, grayscale=True).to_numpy()) < 128


def line_edges(data, page=0):
    """Left and right end of the ink of each text line, in pt from the sheet's left edge, top to bottom."""
    dark = ink(data, page)
    rows = np.flatnonzero(dark.any(axis=1))
    groups = np.split(rows, np.flatnonzero(np.diff(rows) > 8) + 1)
    edges = []
    for group in groups:
        columns = np.flatnonzero(dark[group].any(axis=0))
        edges.append((columns[0] * 72 / DPI, (columns[-1] + 1) * 72 / DPI))
    return edges


def text(data):
    with pypdfium2.PdfDocument(data) as pdf:
        return "".join(page.get_textpage().get_text_range() for page in pdf)


def characters(data, page=0):
    """(character, left, right, bottom) of every drawn character of a page, in pt, in reading order."""
    found = []
    with pypdfium2.PdfDocument(data) as pdf:
        layer = pdf[page].get_textpage()
        for i in range(layer.count_chars()):
            char = layer.get_text_range(i, 1)
            if char.strip():
                left, bottom, right, _ = layer.get_charbox(i, loose=True)
                found.append((char, left, right, bottom))
    return found


def lines(data, page=0):
    """The text of each line of a page, top to bottom, without spaces."""
    rows: list[tuple[float, str]] = []
    for char, _, _, bottom in characters(data, page):
        if rows and abs(rows[-1][0] - bottom) < 4:
            rows[-1] = (rows[-1][0], rows[-1][1] + char)
        else:
            rows.append((bottom, char))
    return [line for _, line in rows]


def fonts(data):
    """Name of each font of a PDF without its subset tag → whether the file is embedded."""
    found = {}
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for item in pdf.objects:
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor":
                embedded = any(f"/FontFile{n}" in item for n in ("", "2", "3"))
                found[str(item["/FontName"]).partition("+")[2]] = embedded
    return found
