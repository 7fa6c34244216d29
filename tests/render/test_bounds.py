"""A document that no engine could finish, or that Word could not hold, is refused in words by every renderer."""

from __future__ import annotations

import io
import zipfile

import pytest

from builder.content.project import built_in_templates
from builder.content.reading import read_source
from builder.errors import BuildError
from builder.fonts import open_shelf
from builder.model.composed import Composed
from builder.model.theme import Theme
from builder.render.bounds import MAX_COLUMNS, MAX_DEPTH, MAX_PAGES
from builder.render.docx import render_docx
from builder.render.html import render_html
from builder.render.pdf import render_pdf

TOO_MUCH = {
    "depth": "<div>" * 3000 + "字" + "</div>" * 3000,
    "a little too deep": "<div>" * (MAX_DEPTH + 1) + "字" + "</div>" * (MAX_DEPTH + 1),
    "colspan": '<table><tr><td colspan="99999999">字</td></tr></table>',
    "rowspan": '<table><tr><td rowspan="99999999">字</td></tr></table>',
    "colspan in words": '<table><tr><td colspan="two">字</td></tr></table>',
    "colspan in other digits": '<table><tr><td colspan="２">字</td></tr></table>',
    "columns": "<table><tr>" + "<td>字</td>" * (MAX_COLUMNS + 1) + "</tr></table>",
    "start": '<ol start="1000000000000"><li>字</li></ol>',
    "negative start": '<ol start="-1"><li>字</li></ol>',
}


@pytest.fixture(scope="module")
def theme():
    return Theme.model_validate(read_source(built_in_templates() / "theme.yaml").data)


@pytest.fixture(scope="module")
def shelf(theme):
    return open_shelf(theme, None)


def page(body):
    html = f'<html lang="zh-CN"><head><title>题</title></head><body class="portrait">{body}</body></html>'
    return Composed(html, "zh-CN", "题", {})


@pytest.fixture(params=["pdf", "docx", "html"])
def renders(request, theme, shelf):
    """One of the renderers, as a function of the body."""
    return {
        "pdf": lambda body: render_pdf(page(body), "", theme, shelf),
        "docx": lambda body: render_docx(page(body), theme),
        "html": lambda body: render_html(page(body), "", theme, shelf),
    }[request.param]


@pytest.mark.parametrize("body", TOO_MUCH.values(), ids=TOO_MUCH.keys())
def test_what_is_too_much_is_refused(renders, body):
    with pytest.raises(BuildError) as caught:
        renders(body)
    assert caught.value.hint


def test_what_is_just_enough_is_made(renders):
    table = "<table><tr>" + "<td>字</td>" * MAX_COLUMNS + "</tr></table>"
    assert renders('<ol start="999999999"><li>字</li></ol>' + "<div>" * 20 + table + "</div>" * 20)


def test_a_style_sheet_cannot_ask_for_pages_without_end(theme, shelf, monkeypatch):
    monkeypatch.setattr("builder.render.bounds.MAX_PAGES", 5)
    css = "p { break-before: page }"
    assert render_pdf(page("<p>字</p>" * 5), css, theme, shelf).pages == 5
    with pytest.raises(BuildError) as caught:
        render_pdf(page("<p>字</p>" * 6), css, theme, shelf)
    assert "more than 5 pages" in caught.value.sentence.in_language("en")
    assert MAX_PAGES > 1000


@pytest.mark.parametrize(
    "css",
    [
        "@import 'http://127.0.0.1:9/x.css';",
        "@import 'file:///etc/hostname';",
        "p { background: url(http://127.0.0.1:9/x.png) }",
        "li { list-style: url(file:///etc/hostname) }",
        "@font-face { font-family: x; src: url(http://127.0.0.1:9/x.ttf) } p { font-family: x }",
        "p::before { content: url(../../secret.png) }",
        "@page { background: url(//127.0.0.1:9/x.png) }",
    ],
)
def test_a_style_sheet_loads_nothing(theme, shelf, css):
    with pytest.raises(BuildError):
        render_pdf(page("<p>字</p><ul><li>字</li></ul>"), css, theme, shelf)


@pytest.mark.parametrize("width", ["9" * 400, "1e308", "-1", "0x10", "１０"])
def test_a_width_beyond_any_page_is_refused_in_word(theme, width):
    body = (
        f'<table class="grid"><colgroup><col style="width:{width}%"></colgroup><tr><td>字</td></tr></table>'
    )
    with pytest.raises(BuildError):
        render_docx(page(body), theme)


def package(**parts):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def test_a_base_document_that_unpacks_to_a_mountain_is_refused(theme):
    bomb = package(**{"word/document.xml": b" " * 60_000_000})
    assert len(bomb) < 100_000
    with pytest.raises(BuildError) as caught:
        render_docx(page("<p>字</p>"), theme, base=bomb)
    assert "50 MB" in caught.value.sentence.in_language("en")


def test_a_base_document_that_reaches_out_is_refused(theme):
    files = {}
    with zipfile.ZipFile(io.BytesIO(render_docx(page("<p>字</p>"), theme))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    files["word/_rels/fontTable.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{kind}/font" Target="http://127.0.0.1:9/x.odttf" TargetMode="External"/>'
        "</Relationships>"
    ).encode()
    with pytest.raises(BuildError) as caught:
        render_docx(page("<p>字</p>"), theme, base=package(**files))
    assert "outside itself" in caught.value.sentence.in_language("en")
