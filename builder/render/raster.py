"""SVG drawings as PNG pictures, for Word: a drawing inside a Word file could refer to things outside it."""

from __future__ import annotations

import functools
import io

from builder.model.drawing import drawing_size, read_drawing

PIXELS_HIGH = 600
"""Enough for a logo 50 mm high at 300 dots per inch."""


@functools.lru_cache(maxsize=8)
def svg_to_png(svg: bytes) -> bytes:
    """The drawing as a PNG 600 pixels high, the same bytes for the same drawing.

    The PDF engine draws it, so that it looks the same in both formats; its fonts must be active already.
    """
    import pypdfium2
    from weasyprint import HTML

    from builder.render.pdf.assets import AssetFetcher

    width, height = drawing_size(read_drawing(svg))
    size = f"{72 * width / height:.4f}pt 72pt"
    page = f"<style>@page{{size:{size};margin:0}}body{{margin:0}}img{{display:block;width:100%;height:100%}}</style>"
    html = f'{page}<img src="asset:drawing.svg">'
    fetcher = AssetFetcher({"drawing.svg": svg})
    pdf = HTML(string=html, url_fetcher=fetcher).write_pdf()
    bitmap = pypdfium2.PdfDocument(pdf)[0].render(scale=PIXELS_HIGH / 72)
    stream = io.BytesIO()
    bitmap.to_pil().save(stream, "PNG")
    return stream.getvalue()
