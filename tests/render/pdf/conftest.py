"""A shelf for all tests of this room (prepared fonts are kept between runs) and a short way to a PDF."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from builder.fonts import FontShelf, open_shelf
from builder.model.composed import Composed
from builder.model.theme import Page, Sizes, Theme
from builder.render.pdf import RenderedPdf, render_pdf

PRINT = """
html { font-family: var(--body-font); font-size: var(--size-body); line-height: var(--line-height) }
body { margin: 0 }
p { margin: 0 0 3mm; text-align: justify }
strong { font-family: var(--heading-font); font-weight: var(--emphasis-weight) }
"""

Make = Callable[..., RenderedPdf]


@pytest.fixture(scope="session")
def theme() -> Theme:
    """The built-in fonts and colours, with measures that these tests reckon with."""
    file = Path(__file__).parents[3] / "templates" / "theme.yaml"
    page = Page(width=210, height=297, top=24, bottom=24, inner=25, outer=18)
    values = YAML(typ="safe").load(file.read_text("utf-8"))
    return Theme.model_validate({**values, "page": page, "sizes": Sizes(body=10.5), "line_height": 1.5})


@pytest.fixture(scope="session")
def shelf(theme: Theme) -> FontShelf:
    return open_shelf(theme, None)


@pytest.fixture
def make(theme: Theme, shelf: FontShelf) -> Make:
    """The PDF of a body's HTML, with a few lines of print CSS and whatever the test adds."""

    def _make(body, css="", language="zh-CN", head="", body_class="plain", assets=None):
        html = (
            f'<!DOCTYPE html><html lang="{language}"><head><title>客服质检专员 考官题本</title>{head}</head>'
            f'<body class="{body_class}">{body}</body></html>'
        )
        return render_pdf(Composed(html, language, "考官题本", assets or {}), PRINT + css, theme, shelf)

    return _make
