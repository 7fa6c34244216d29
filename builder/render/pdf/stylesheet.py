"""The theme as CSS: a custom property for every value, and the sheet with its margins.

Size and margins of the sheet depend on the body's classes, which `@page` cannot see; so they are written for one
document, and print.css adds only what stands in the margins.
"""

from __future__ import annotations

from builder.errors import BuildError
from builder.fonts import FontShelf
from builder.model.theme import Page, Theme, Typeface
from builder.render.pdf.borders import BORDER_CSS
from builder.words import words


def theme_css(
    theme: Theme, language: str, shelf: FontShelf, *, plain: bool = False, landscape: bool = False
) -> str:
    """The stylesheet that comes before print.css: `:root` properties, `@page`, and Chinese spacing.

    `plain` gives both sides the same margin instead of mirrored ones; `landscape` turns the sheet. Lengths are
    in mm and pt. Raises BuildError when the theme has no typeface for the language.
    """
    properties = theme_properties(theme, language, shelf)
    root = "".join(f"  --{name}: {value};\n" for name, value in properties.items())
    tight = 'html:lang(zh) { font-feature-settings: "chws" }\n'
    return f":root {{\n{root}}}\n{page_css(theme.page, plain=plain, landscape=landscape)}{tight}{BORDER_CSS}"


def theme_properties(theme: Theme, language: str, shelf: FontShelf) -> dict[str, str]:
    """Name (without `--`) → CSS value of every theme value that a stylesheet can use."""
    face = typeface(theme, language)
    page, sizes = theme.page, theme.sizes
    return {
        "page-width": _mm(page.width),
        "page-height": _mm(page.height),
        "margin-top": _mm(page.top),
        "margin-bottom": _mm(page.bottom),
        "margin-inner": _mm(page.inner),
        "margin-outer": _mm(page.outer),
        **theme.colours.model_dump(),
        **{f"size-{name.replace('_', '-')}": f"{size:g}pt" for name, size in sizes.model_dump().items()},
        "line-height": f"{theme.line_height:g}",
        "body-font": shelf.stack(face.body.pdf),
        "heading-font": shelf.stack(face.heading.pdf),
        "emphasis-weight": "bold" if face.bold else "normal",
    }


def typeface(theme: Theme, language: str) -> Typeface:
    """The theme's typeface for a language tag, or for one of the same language (`zh` finds `zh-CN`)."""
    if language in theme.fonts:
        return theme.fonts[language]
    primary = language.partition("-")[0].lower()
    for tag in sorted(theme.fonts):
        if tag.partition("-")[0].lower() == primary:
            return theme.fonts[tag]
    raise BuildError(
        words("the theme has no fonts for the language {language}", language=language),
        words("add {language} to “fonts” in theme.yaml", language=language),
    )


def page_css(page: Page, *, plain: bool, landscape: bool) -> str:
    """Size and margins of the sheet; a right-hand page has the binding, and `inner`, on its left."""
    width, height = (page.height, page.width) if landscape else (page.width, page.height)
    size = f"@page {{ size: {_mm(width)} {_mm(height)}; margin: {_mm(page.top)} %s {_mm(page.bottom)} %s }}\n"
    if plain:
        side = _mm((page.inner + page.outer) / 2)
        return size % (side, side)
    inner, outer = _mm(page.inner), _mm(page.outer)
    return (
        size % (outer, inner)
        + f"@page :right {{ margin-left: {inner}; margin-right: {outer} }}\n"
        + f"@page :left {{ margin-left: {outer}; margin-right: {inner} }}\n"
    )


def _mm(value: float) -> str:
    return f"{value:g}mm"
