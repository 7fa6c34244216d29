"""The score sheet as a Typst document: the same text, tables, fonts and sizes, one page a copy."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lxml import html

from builder.model.composed import Composed

_FRAME = """\
#set page(paper: "a4", margin: (x: 20mm, y: 24mm))
#set text(font: "Noto Serif SC", size: 8.5pt, lang: "zh")
#set par(leading: 0.5em)
#set table(stroke: .5pt + rgb("#8c98a6"), inset: (x: 1.2mm, y: 1.4mm), align: left + horizon)
#let head(it) = text(font: "Noto Sans SC", it)
#let shade = rgb("#eef2f7")
#let sheet(values) = [
%s
]
#let copies = json(bytes(sys.inputs.copies))
#for (number, values) in copies.enumerate() {
  if number > 0 { pagebreak() }
  sheet(values)
}
"""


def typst_source(document: Composed) -> str:
    """A Typst document that takes `copies` (JSON) as input."""
    body = html.fromstring(document.html).find("body")
    return _FRAME % "\n".join(_blocks(body))


def typst_inputs(copies: Sequence[Mapping[str, str]]) -> dict[str, str]:
    """What the document is handed."""
    return {"copies": json.dumps(list(copies), ensure_ascii=False)}


def _blocks(body: Any) -> Iterator[str]:
    for node in body:
        if node.tag == "table":
            yield "\n".join(_table(node))
        elif node.tag == "p":
            size = 14 if node.get("class") == "sheet-title" else 8.5
            yield f"#block(text(size: {size}pt)[{_content(node)}])"


def _table(table: Any) -> Iterator[str]:
    widths = [col.get("style").removeprefix("width:").removesuffix("%") for col in table.iter("col")]
    heights = [row.get("style", "").removeprefix("height:").strip() or "auto" for row in table.iter("tr")]
    yield f"#table(columns: ({', '.join(f'{w}fr' for w in widths)}), rows: ({', '.join(heights)},),"
    for cell in table.iter("td", "th"):
        named = [f"{name}: {cell.get(name)}" for name in ("colspan", "rowspan") if cell.get(name)]
        if cell.tag == "th":
            named.append("fill: shade")
        content = f"#head[{_content(cell)}]" if cell.tag == "th" else _content(cell)
        yield f"  table.cell({', '.join(named)})[{content}],"
    yield ")"


def _content(node: Any) -> str:
    parts = [_text(node.text)]
    for child in node:
        slot = child.get("data-slot")
        parts += [f"#values.{slot}" if slot else _content(child), _text(child.tail)]
    return "".join(parts)


def _text(text: str | None) -> str:
    words = " ".join((text or "").split())
    return f"#{json.dumps(words, ensure_ascii=False)};" if words else ""
