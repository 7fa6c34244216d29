"""Tables: grid, spans, widths, heads, what keeps them apart and together."""

from __future__ import annotations

import pytest

from builder.errors import BuildError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
COLUMNS = '<colgroup><col style="width:50%"><col style="width:25%"><col style="width:25%"></colgroup>'


def grid(rows: str, head: str = "", kind: str = "grid") -> str:
    return f'<table class="{kind}">{COLUMNS}<thead>{head}</thead><tbody>{rows}</tbody></table>'


def test_spans_across_and_down_keep_every_cell_in_its_column(render):
    rows = (
        '<tr><td rowspan="2">甲</td><td colspan="2">乙</td></tr>'
        '<tr><td>丙</td><td rowspan="2" class="right">丁</td></tr>'
        "<tr><td>戊</td><td>己</td></tr>"
    )
    assert render(grid(rows)).lines[0] == (
        "[Grid] ↓ TableText: 甲 | →2 TableText: 乙"
        " / ↑ TableText | TableText: 丙 | ↓ TableRight: 丁"
        " / TableText: 戊 | TableText: 己 | ↑ TableText"
    )


def test_columns_share_exactly_the_width_of_the_text(render):
    body = render(grid("<tr><td>甲</td><td>乙</td><td>丙</td></tr>")).body
    widths = [int(col.get(f"{W}w")) for col in body.iter(f"{W}gridCol")]
    page, margins = body.find(f".//{W}pgSz"), body.find(f".//{W}pgMar")
    room = int(page.get(f"{W}w")) - int(margins.get(f"{W}left")) - int(margins.get(f"{W}right"))
    assert sum(widths) == room
    assert widths[0] == pytest.approx(room / 2, abs=1)


def test_a_head_repeats_and_never_stands_alone(render):
    word = render(
        grid("<tr><td>甲</td><td>乙</td><td>丙</td></tr>", "<tr><th>一</th><th>二</th><th>三</th></tr>")
    )
    rows = list(word.body.iter(f"{W}tr"))
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False]
    assert "TableHead keepNext keepLines: 一" in word.lines[0]
    assert "TableText: 甲" in word.lines[0]


def test_rows_stay_whole_unless_they_may_split(render):
    word = render(grid('<tr><td>甲</td></tr><tr class="may-split" style="height:9mm"><td>乙</td></tr>'))
    whole, split = word.body.iter(f"{W}tr")
    assert whole.find(f"{W}trPr/{W}cantSplit") is not None
    assert split.find(f"{W}trPr/{W}cantSplit") is None
    assert split.find(f"{W}trPr/{W}trHeight").get(f"{W}val") == "510"


def test_label_cells_are_shaded_where_the_table_style_does_not(render):
    html = grid('<tr><th>甲</th><td class="shade">乙</td><td>丙</td></tr>', "<tr><th>一</th></tr>")
    fills = [cell.find(f"{W}tcPr/{W}shd") is not None for cell in render(html).body.iter(f"{W}tc")]
    assert fills == [False, False, False, True, True, False]


def test_a_caption_stays_with_its_table(render):
    word = render('<table class="grid"><caption>表 1</caption><tbody><tr><td>甲</td></tr></tbody></table>')
    assert word.lines == ["Caption keepNext keepLines: 表 1", "[Grid] TableText: 甲", "TableGap"]


def test_neighbouring_tables_do_not_join(render):
    one = '<table class="bare"><tbody><tr><td>甲</td></tr></tbody></table>'
    assert render(one + one).lines == ["[Bare] TableText: 甲", "TableGap", "[Bare] TableText: 甲", "TableGap"]


def test_cells_hold_lists_boxes_and_tables(render):
    inner = '<ol><li>一</li></ol><div class="callout"><p>注</p></div>'
    assert render(f'<table class="form"><tbody><tr><td>{inner}</td></tr></tbody></table>').lines[0] == (
        "[Form] TableNumber #7.0: 一 ¶ TableGap keepNext ¶ [Callout] CalloutText: 注 ¶ TableGap"
    )


def test_a_row_with_too_many_cells_is_named(render):
    with pytest.raises(BuildError, match="4 columns, its table has 3"):
        render(grid("<tr><td>1</td><td>2</td><td>3</td><td>4</td></tr>"))


def test_a_picture_is_as_wide_as_it_says_and_never_wider_than_its_cell(render):
    wide = '<img src="asset:flow.png" alt="流程图" style="width:{}mm">'
    word = render(f"<p>{wide.format(40)}</p>" + grid(f"<tr><td>甲</td><td>{wide.format(90)}</td></tr>"))
    xml = word.parts["word/document.xml"].decode()
    assert 'cx="1440000" cy="720000"' in xml
    assert 'descr="流程图"' in xml
    extents = [int(node.get("cx")) for node in word.tree().iter("{*}extent")]
    assert extents[1] < 45 * 36_000
    assert len([name for name in word.parts if name.startswith("word/media/")]) == 1
