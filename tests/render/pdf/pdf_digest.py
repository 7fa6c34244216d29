"""Prints the SHA-256 of a document's PDF: run in processes of different environments to compare them."""

import hashlib
from pathlib import Path

from ruamel.yaml import YAML

from builder.fonts import open_shelf
from builder.model.composed import Composed
from builder.model.theme import Theme
from builder.render.pdf import render_pdf

BODY = (
    "".join(
        f'<h1 id="q{i}">第{i}题</h1><p>请说明SLA从72%到85%的<strong>关键动作</strong>（可举例）。</p>'
        "<table><tr><td>维度</td><td>满分10分</td></tr></table>"
        for i in range(30)
    )
    + '<p><a href="#q3">见第3题</a></p>'
)
CSS = "html { font-family: var(--body-font) } p { text-align: justify } strong { font-family: var(--heading-font) }"

theme = Theme.model_validate(YAML(typ="safe").load(Path("templates/theme.yaml").read_text("utf-8")))
html = f'<html lang="zh-CN"><head><title>题本</title></head><body>{BODY}</body></html>'
rendered = render_pdf(Composed(html, "zh-CN", "题本"), CSS, theme, open_shelf(theme, None))
print(hashlib.sha256(rendered.data).hexdigest(), rendered.pages)
