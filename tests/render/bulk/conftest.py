"""One score sheet laid out for all tests of this room, and a short way to a small document."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import slotted
from pack_projects import CHECKOUT

from builder.compose.compose import Composer
from builder.content.project import open_workspace
from builder.fonts import FontShelf, open_shelf
from builder.model.composed import Composed
from builder.model.theme import Theme
from builder.render.bulk import Bulk
from builder.render.pdf import render_pdf

MakeBulk = Callable[[Composed], Bulk]


@pytest.fixture(scope="session")
def theme() -> Theme:
    return open_workspace(CHECKOUT).theme.in_language("zh-CN")


@pytest.fixture(scope="session")
def shelf(theme: Theme) -> FontShelf:
    return open_shelf(theme, None)


@pytest.fixture(scope="session")
def css() -> str:
    return Composer(open_workspace(CHECKOUT)).stylesheet()


@pytest.fixture(scope="session")
def bulk(theme, shelf, css) -> MakeBulk:
    return lambda document: Bulk(document, css, theme, shelf)


@pytest.fixture(scope="session")
def rendered(theme, shelf, css) -> Callable[[Composed], bytes]:
    """A document the usual way."""
    return lambda document: render_pdf(document, css, theme, shelf).data


@pytest.fixture(scope="session")
def page() -> Callable[..., Composed]:
    """A small document around some HTML."""

    def _page(body: str, body_class: str = "portrait plain") -> Composed:
        html = f'<!DOCTYPE html><html lang="zh-CN"><head><title>签到单</title></head><body class="{body_class}">{body}</body></html>'
        return Composed(html, "zh-CN", "签到单", {})

    return _page


@pytest.fixture(scope="session")
def sheet() -> Composed:
    return slotted.score_sheet()


@pytest.fixture(scope="session")
def sheets(bulk, sheet) -> Bulk:
    return bulk(sheet)


@pytest.fixture(scope="session")
def alone(rendered, sheet) -> dict[int, bytes]:
    """Two copies of the day's, composed and rendered each by itself: index → file."""
    return {number: rendered(slotted.filled(sheet, slotted.DAY[number])) for number in (0, 3)}
