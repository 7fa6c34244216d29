"""One document through WeasyPrint: parsed, laid out, written."""

from __future__ import annotations

import functools
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from builder.errors import BuildError
from builder.fonts import FontShelf
from builder.model.composed import Composed
from builder.model.theme import Theme
from builder.render.bounds import refuse_excess
from builder.render.pdf.borders import mark_borders
from builder.render.pdf.collector import calm_collector
from builder.render.pdf.complaints import no_complaints
from builder.render.pdf.loading import load_engine
from builder.render.pdf.rendered import RenderedPdf
from builder.render.pdf.rows import let_tall_rows_split, room_of
from builder.render.pdf.stylesheet import theme_css
from builder.words import words

if TYPE_CHECKING:
    from builder.render.pdf.assets import AssetFetcher  # loads the engine

VARIANT = "pdf/ua-1"
"""What every PDF is: tagged, for readers that cannot see it."""


def render(document: Composed, css: str, theme: Theme, fonts: FontShelf) -> RenderedPdf:
    """See `builder.render.pdf.render_pdf`."""
    with at_work(document, fonts) as fetcher:
        laid_out = lay_out(document, css, theme, fonts, fetcher)
        data = laid_out.write_pdf(pdf_variant=VARIANT)
    return RenderedPdf(data, len(laid_out.pages), anchors(laid_out.pages))


@contextmanager
def at_work(document: Composed, fonts: FontShelf) -> Iterator[AssetFetcher]:
    """The engine loaded, with the document's images at hand; what it complains of inside is raised."""
    load_engine(fonts)
    from builder.render.pdf.assets import AssetFetcher, Refused

    fetcher = AssetFetcher(document.assets)
    try:
        with calm_collector(), no_complaints():
            yield fetcher
    except Refused as refusal:
        raise refusal.error from None
    except BuildError:
        if fetcher.refusal:  # says more than the complaint that followed it
            raise fetcher.refusal from None
        raise


def lay_out(document: Composed, css: str, theme: Theme, fonts: FontShelf, fetcher: AssetFetcher) -> Any:
    """The engine's own document with its pages laid out, ready to be written with `VARIANT`."""
    html, press, sheets = set_up(document, css, theme, fonts, fetcher)
    laid_out = html.render(
        font_config=press.fonts,
        counter_style=press.counters(sheets),
        stylesheets=[sheet.css for sheet in sheets],
        pdf_variant=VARIANT,
        presentational_hints=True,  # <ol start> is one
    )
    describe(laid_out.metadata, html.etree_element, document)
    return laid_out


def set_up(
    document: Composed, css: str, theme: Theme, fonts: FontShelf, fetcher: AssetFetcher
) -> tuple[Any, Press, list[Sheet]]:
    """The document parsed, what it shares with others, and the style sheets that apply to it."""
    html = _parse(document, fetcher)
    classes = _body_classes(html.etree_element)
    landscape = "landscape" in classes
    let_tall_rows_split(html.etree_element, room_of(theme, landscape=landscape))
    look = theme_css(theme, document.language, fonts, plain="plain" in classes, landscape=landscape)
    press = _press(str(fonts.fontconfig))
    sheets = [press.sheet(look), press.sheet(css)]
    return html, press, sheets


def _parse(document: Composed, fetcher: AssetFetcher) -> Any:
    from weasyprint import HTML

    html = HTML(string=document.html, url_fetcher=fetcher)
    refuse_excess(html.etree_element)
    mark_borders(html.etree_element, document.language)
    return html


def _body_classes(root: Any) -> set[str]:
    body = root.find("body")
    return set() if body is None else set(body.get("class", "").split())


@dataclass(frozen=True, slots=True)
class Sheet:
    """A style sheet parsed, and the counter styles that it defines."""

    css: Any
    counters: Mapping[str, Any]


@dataclass(slots=True)
class Press:
    """What documents share within a process: the font configuration and stylesheets parsed for it."""

    fonts: Any
    sheets: dict[str, Sheet] = field(default_factory=dict)

    def sheet(self, text: str) -> Sheet:
        """A parsed stylesheet; a faulty one raises and is not kept."""
        if text not in self.sheets:
            with no_complaints():
                parsed = self._parse(text)
            self.sheets[text] = parsed
        return self.sheets[text]

    def _parse(self, text: str) -> Sheet:
        from weasyprint import CSS
        from weasyprint.css.counters import CounterStyle

        from builder.render.pdf.assets import AssetFetcher

        counters = CounterStyle()
        fetcher = AssetFetcher({})
        css = CSS(string=text, font_config=self.fonts, counter_style=counters, url_fetcher=fetcher)
        return Sheet(css, counters)

    def counters(self, sheets: list[Sheet]) -> Any:
        """Fresh counter styles for one document: the engine adds to what it is given."""
        from weasyprint.css.counters import CounterStyle

        merged = CounterStyle()
        for sheet in sheets:
            merged.update(sheet.counters)
        return merged


@functools.lru_cache(maxsize=4)
def _press(fontconfig: str) -> Press:
    """The press of one shelf; `fontconfig` is already in the environment, where FontConfiguration reads it."""
    from weasyprint.text.fonts import FontConfiguration

    if os.environ.get("FONTCONFIG_FILE") != fontconfig:
        raise RuntimeError("the shelf must be activated first")
    return Press(FontConfiguration())


def describe(metadata: Any, root: Any, document: Composed) -> None:
    """Title and language are never empty; dates come from SOURCE_DATE_EPOCH or not at all."""
    metadata.title = metadata.title or document.title
    metadata.lang = metadata.lang or document.language
    subject = root.find("head/meta[@name='subject']")
    if subject is not None:
        metadata.description = subject.get("content")
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        metadata.created = metadata.modified = _w3c_date(epoch)


def _w3c_date(epoch: str) -> str:
    try:
        return datetime.fromtimestamp(int(epoch), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError, OSError) as error:
        raise BuildError(
            words("SOURCE_DATE_EPOCH is not a number of seconds: {epoch}", epoch=epoch)
        ) from error


def anchors(pages: list[Any]) -> dict[str, int]:
    """1-based page of every element that has an id."""
    found: dict[str, int] = {}
    for number, page in enumerate(pages, 1):
        for name in page.anchors:
            found.setdefault(name, number)
    return dict(sorted(found.items()))
