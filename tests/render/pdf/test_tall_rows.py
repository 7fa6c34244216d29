"""Rows that no page can hold are split; their table keeps its head, and the heading its table."""

from __future__ import annotations

import pytest
from lxml import html
from pdf_looking import characters

from builder.render.pdf.rows import let_tall_rows_split, room_of

STYLE = """
h4 { break-after: avoid } table { table-layout: fixed; width: 100%; font-size: var(--size-table); line-height: 1.4 }
tr { break-inside: avoid } tr.may-split { break-inside: auto }
"""
LONG = "说清先后与理由。" * 60


def table(*cells: str, widths: tuple[int, ...] = (20, 60, 20)) -> str:
    columns = "".join(f'<col style="width:{width}%">' for width in widths)
    row = "".join(f"<td>{cell}</td>" for cell in cells)
    heads = "".join(f"<th>栏{n}</th>" for n in range(len(cells)))
    return f"<table><colgroup>{columns}</colgroup><thead><tr>{heads}</tr></thead><tbody><tr>{row}</tr></tbody></table>"


def test_a_row_taller_than_the_page_begins_below_its_heading_and_head(make):
    rendered = make(f"<p>题干</p><h4>评分标准</h4>{table('甲', '乙', LONG)}", css=STYLE)
    assert rendered.pages == 2
    first = "".join(found[0] for found in characters(rendered.data, 0))
    assert "评分标准" in first
    assert "栏2" in first
    assert "说清先后" in first


@pytest.mark.parametrize(
    ("body", "splits"),
    [
        (table("甲", "乙", LONG), True),
        (table("甲", LONG, "乙"), False),
        (table("甲", "乙", "丙"), False),
        (table("甲", "乙", LONG).replace("<td>甲", "<td rowspan='2'>甲"), True),
        (f"<table><tr><td>{LONG}</td></tr></table>", True),  # no widths given: taken for narrow
    ],
)
def test_only_rows_that_need_it_may_be_split(theme, body: str, splits: bool):
    root = html.document_fromstring(body)
    let_tall_rows_split(root, room_of(theme, landscape=False))
    assert ["may-split" in row.get("class", "") for row in root.iter("tr")][-1] is splits


def test_a_cell_over_two_rows_lets_both_be_split(theme):
    body = table("甲", "乙", "丙").replace("<td>甲", f"<td rowspan='2'>{LONG}")
    root = html.document_fromstring(body.replace("</tbody>", "<tr><td>丁</td><td>戊</td></tr></tbody>"))
    let_tall_rows_split(root, room_of(theme, landscape=False))
    assert [row.get("class") for row in root.iter("tr")] == [None, "may-split", "may-split"]
