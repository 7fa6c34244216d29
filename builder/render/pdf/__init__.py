"""Semantic HTML to PDF, laid out by WeasyPrint with the theme's fonts and nothing else of the machine."""

from builder.render.pdf.rendered import RenderedPdf, render_pdf
from builder.render.pdf.stylesheet import theme_css

__all__ = ["RenderedPdf", "render_pdf", "theme_css"]
