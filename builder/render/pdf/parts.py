"""A document that is edited again and again: only the parts that changed are laid out and drawn anew."""

from __future__ import annotations

from builder.fonts import FontShelf
from builder.model.composed import Composed
from builder.model.theme import Theme
from builder.render.pdf.rendered import RenderedPdf, render_pdf


class Parts:
    """The parts of one document as they were laid out last; kept in memory, some megabytes a page."""

    def __init__(self) -> None:
        self._joiner: object = None
        self._looks: object = None

    def render(
        self, document: Composed, css: str, theme: Theme, fonts: FontShelf, *, compress: bool = True
    ) -> RenderedPdf:
        """The document as `render_pdf` makes it: the same pages, words, tags, links and bookmarks.

        Without `compress` the file is some times as large and written in a third of the time. Documents that cannot be taken apart are made as a whole. Raises what `render_pdf` raises.
        """
        from builder.render.pdf.cutting import UnfitError, cut, looks_across
        from builder.render.pdf.engine import at_work

        looks = css, theme, fonts.fingerprint, document.language
        try:
            pieces = cut(document.html)
            if looks_across(css):
                raise UnfitError
            with at_work(document, fonts) as fetcher:
                from builder.render.pdf.joining import Joiner  # loads the engine

                if self._looks != looks or not isinstance(self._joiner, Joiner):
                    self._joiner, self._looks = Joiner(css, theme, fonts), looks
                return self._joiner.joined(pieces, document, fetcher, compress=compress)
        except UnfitError:
            return render_pdf(document, css, theme, fonts)
