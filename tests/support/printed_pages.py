"""The same text as PDF files, laid out as word processors and browsers do."""

from __future__ import annotations

import functools
from pathlib import Path

import pylopdf_fonts_zh_cn
from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration

FONTS = sorted(Path(pylopdf_fonts_zh_cn.__file__).parent.rglob("*.[ot]tf"))
STYLE = """
@page {{ size: {size}; margin: 25mm 30mm }}
body {{ font: 11pt/1.6 Serif0, Serif1; text-align: {align} }}
p {{ margin: 0 0 {after} 0; text-indent: {indent} }}
h1 {{ font-size: 18pt; text-align: center }} h2 {{ font-size: 14pt }} h3 {{ font-size: 12.5pt }}
h1, h2, h3, b, strong {{ font-family: Serif1 }}
table {{ border-collapse: collapse; width: 100% }} td, th {{ border: {rule}; padding: 2pt 4pt; vertical-align: top }}
.columns {{ columns: 2; column-gap: 8mm }}
{more}
"""


@functools.cache
def _fonts() -> FontConfiguration:
    return FontConfiguration()


def printed(page: str, *, align: str = "justify", after: str = "0", indent: str = "0", rule: str = "0.5pt solid black",
            size: str = "A4", more: str = "") -> bytes:  # fmt: skip
    """The PDF of a web page, in the product's own fonts."""
    faces = "".join(
        f"@font-face {{ font-family: Serif{i}; src: url(file://{font}) }}\n" for i, font in enumerate(FONTS)
    )
    style = faces + STYLE.format(align=align, after=after, indent=indent, rule=rule, size=size, more=more)
    html = page.replace("</head>", f"<style>{style}</style></head>", 1)
    pdf: bytes = HTML(string=html).write_pdf(font_config=_fonts())
    return pdf
