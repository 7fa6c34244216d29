from __future__ import annotations

import io

import pikepdf
import pytest
from pdf_looking import line_edges

from builder.errors import BuildError
from builder.model.theme import Colours, Page, Sizes, Theme
from builder.render.pdf import theme_css
from builder.render.pdf.stylesheet import theme_properties, typeface

MM = 72 / 25.4


def test_every_value_of_the_theme_has_a_property(theme, shelf):
    properties = theme_properties(theme, "zh-CN", shelf)
    page = {"page-width", "page-height"} | {f"margin-{side}" for side in ("top", "bottom", "inner", "outer")}
    assert len(page) == len(Page.model_fields)
    colours, sizes = (
        set(Colours.model_fields),
        {f"size-{name.replace('_', '-')}" for name in Sizes.model_fields},
    )
    faces = {"body-font", "heading-font", "emphasis-weight"}
    assert set(properties) == page | colours | sizes | faces | {"line-height"}
    # A new field of Theme must be given a property, or be listed here as none of a stylesheet's business.
    other = {"font_files", "file_names"}
    assert set(Theme.model_fields) == {"page", "colours", "sizes", "line_height", "fonts"} | other


def test_values_carry_their_units(theme, shelf):
    css = theme_css(theme, "zh-CN", shelf)
    for line in (
        "--page-width: 210mm;",
        "--margin-inner: 25mm;",
        f"--accent: {theme.colours.accent};",
        f"--size-read-aloud: {theme.sizes.read_aloud:g}pt;",
        "--line-height: 1.5;",
        '--body-font: "Packs Serif SC", "Noto Serif SC", "Source Sans Pro";',
        "--emphasis-weight: normal;",
    ):
        assert f"  {line}\n" in css


def test_english_has_its_own_faces_and_bold(theme, shelf):
    properties = theme_properties(theme, "en", shelf)
    assert properties["body-font"].startswith('"Source Serif Pro"')
    assert properties["emphasis-weight"] == "bold"


def test_a_language_finds_the_faces_of_its_kin(theme):
    assert typeface(theme, "zh") == theme.fonts["zh-CN"]
    with pytest.raises(BuildError) as caught:
        typeface(theme, "ja")
    assert "ja" in str(caught.value.sentence)


def left_edges(make, body_class):
    rule = '<div style="height: 5mm; background: black"></div>'
    data = make(f'{rule}<div style="break-before: page"></div>{rule}', body_class=body_class).data
    return [tuple(round(x / MM) for x in line_edges(data, page)[0]) for page in (0, 1)]


def test_the_binding_margin_changes_sides(make):
    assert left_edges(make, "portrait") == [(25, 210 - 18), (18, 210 - 25)]


def test_a_plain_document_has_equal_margins(make):
    (left, right), verso = left_edges(make, "plain")
    assert (left, right) == verso
    assert left == pytest.approx(210 - right, abs=1)


def test_a_landscape_sheet_lies_on_its_side(make):
    with pikepdf.open(io.BytesIO(make("<p>表</p>", body_class="landscape plain").data)) as pdf:
        box = [float(x) for x in pdf.pages[0].MediaBox]
    assert box[2:] == pytest.approx([297 * MM, 210 * MM], abs=0.01)


def test_a_faulty_stylesheet_is_refused_for_every_document_not_for_the_first_alone(make):
    for body in ("<p>评分表</p>", "<p>考官题本</p>"):
        with pytest.raises(BuildError, match="colour: red"):
            make(body, "p { colour: red }")
