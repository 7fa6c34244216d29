"""A Word file as the product makes it, hands to spoil it with, and what is then found wrong with it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from ooxml_package import Package
from pack_projects import CHECKOUT
from ruamel.yaml import YAML

from builder.compose.documents import BY_ID
from builder.fonts import open_shelf
from builder.model.composed import Composed
from builder.model.theme import Theme
from builder.render.docx import render_docx
from builder.verify.expected import Expected

Write = Callable[..., Package]


@pytest.fixture(scope="session")
def expected() -> Callable[[str], Expected]:
    theme = Theme.model_validate(YAML(typ="safe").load(CHECKOUT / "templates/theme.yaml"))
    shelf = open_shelf(theme, None)

    def _expected(body: str) -> Expected:
        html = (
            f'<html lang="zh-CN"><head><title>题本</title></head><body class="portrait">{body}</body></html>'
        )
        return Expected(Composed(html, "zh-CN", "题本", {}), BY_ID["interviewer-pack"], theme, shelf)

    return _expected


@pytest.fixture(scope="session")
def written(expected) -> Write:
    """The body as a Word file."""

    def _written(body: str) -> Package:
        made = expected(body)
        return Package("p/d.docx", render_docx(made.document, made.theme, {}, 1), made)

    return _written


BODY = """
<h1 id="a">第一部分</h1><p>考官读题，考生<strong>作答</strong>。</p>
<table class="rubric"><colgroup><col style="width:30%"><col style="width:70%"></colgroup>
<thead><tr><th>评分项</th><th>好</th></tr></thead>
<tbody><tr><th>经历事实</th><td>说出岗位与时长</td></tr><tr class="may-split"><th>其他</th><td>不限</td></tr></tbody></table>
<ol><li>读题</li><li>追问</li></ol><p><a href="#a">回到开头</a></p>
<p class="signature">考官签名<span class="blank">　　　</span></p>
"""


@pytest.fixture(scope="session")
def word(written: Write) -> Package:
    """A small file that uses most of what the checks look at, and is as it should be."""
    made = written(BODY)
    assert made.codes(thorough=True) == []
    return made
