"""A short way from a body's HTML to a really laid out PDF, and to what is wrong with it."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pytest
from pack_projects import CHECKOUT
from ruamel.yaml import YAML

from builder.compose.documents import BY_ID
from builder.fonts import FontShelf, open_shelf
from builder.model.composed import Composed
from builder.model.theme import Theme
from builder.render.pdf import render_pdf
from builder.verify.expected import Expected
from builder.verify.fault import Fault
from builder.verify.opened import OpenedPdf
from builder.verify.registry import faults_of


@dataclass(frozen=True)
class Page:
    """A laid out document and what it was laid out from."""

    data: bytes
    expected: Expected

    def faults(self, data: bytes | None = None, *, thorough: bool = False) -> list[Fault]:
        file = OpenedPdf(Path("p/d.pdf"), self.data if data is None else data)
        return list(faults_of(file, self.expected, thorough=thorough))

    def changed(self, change: Callable[[pikepdf.Pdf], None], **saving: object) -> bytes:
        """The file after somebody's hands were on it."""
        with pikepdf.open(io.BytesIO(self.data)) as pdf:
            change(pdf)
            stream = io.BytesIO()
            pdf.save(stream, **saving)
        return stream.getvalue()


Print = Callable[..., Page]


@pytest.fixture(scope="session")
def theme() -> Theme:
    return Theme.model_validate(YAML(typ="safe").load(CHECKOUT / "templates/theme.yaml"))


@pytest.fixture(scope="session")
def shelf(theme: Theme) -> FontShelf:
    return open_shelf(theme, None)


@pytest.fixture(scope="session")
def printed(theme: Theme, shelf: FontShelf) -> Print:
    """The body on paper, with the product's own style sheet and whatever a hostile one adds."""
    css = (CHECKOUT / "templates/print.css").read_text("utf-8")

    def _printed(body: str, hostile: str = "") -> Page:
        html = (
            f'<html lang="zh-CN"><head><title>题本</title></head><body class="portrait">{body}</body></html>'
        )
        document = Composed(html, "zh-CN", "题本", {})
        made = render_pdf(document, f"{css}\n{hostile}", theme, shelf)
        return Page(made.data, Expected(document, BY_ID["interviewer-pack"], theme, shelf))

    return _printed
