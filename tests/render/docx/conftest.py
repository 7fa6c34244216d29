"""A pack that uses the whole vocabulary, and eyes for what came out of it."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from PIL import Image

from builder.model.composed import Composed
from builder.model.theme import Face, Theme, Typeface
from builder.render.docx import render_docx

HERE = Path(__file__).parent
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

THEME = Theme(
    fonts={
        "zh-CN": Typeface(
            body=Face(
                pdf="Noto Serif SC",
                word="宋体",
                word_latin="Times New Roman",
                word_alternative="Noto Serif SC",
            ),
            heading=Face(
                pdf="Noto Sans SC", word="黑体", word_latin="Arial", word_alternative="Noto Sans SC"
            ),
        ),
        "en": Typeface(
            body=Face(pdf="Source Serif Pro", word="Cambria", word_latin="Cambria"),
            heading=Face(pdf="Source Sans Pro", word="Calibri", word_latin="Calibri"),
            bold=True,
        ),
    }
)


@dataclass(frozen=True)
class WordFile:
    """A built file, opened: its parts, and its body in a short notation."""

    data: bytes

    @cached_property
    def parts(self) -> dict[str, bytes]:
        with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    def tree(self, name: str = "document") -> Any:
        return etree.fromstring(self.parts[f"word/{name}.xml"])

    @property
    def body(self) -> Any:
        return self.tree().find(f"{W}body")

    @property
    def lines(self) -> list[str]:
        """One line a block: `Style flags: text`, character styles as `{Style text}`, tables as rows of cells."""
        return [line for node in self.body for line in _lines(node)]

    def text(self, name: str = "document") -> str:
        return "".join(node.text or "" for node in self.tree(name).iter(f"{W}t"))


def _lines(node: Any) -> list[str]:
    name = node.tag.removeprefix(W)
    if name == "p":
        return [_paragraph(node)]
    if name == "tbl":
        style = node.find(f"{W}tblPr/{W}tblStyle").get(f"{W}val")
        return [f"[{style}] " + " / ".join(_row(row) for row in node.iterfind(f"{W}tr"))]
    if name == "sdt":
        return [line for inner in node.find(f"{W}sdtContent") for line in _lines(inner)]
    return []


def _row(row: Any) -> str:
    return " | ".join(_cell(cell) for cell in row.iterfind(f"{W}tc"))


def _cell(cell: Any) -> str:
    properties = cell.find(f"{W}tcPr")
    span, merge = properties.find(f"{W}gridSpan"), properties.find(f"{W}vMerge")
    marks = (f"→{span.get(f'{W}val')} " if span is not None else "") + (
        {"restart": "↓ ", "continue": "↑ "}[merge.get(f"{W}val")] if merge is not None else ""
    )
    return marks + " ¶ ".join(line for child in cell for line in _lines(child))


def _paragraph(node: Any) -> str:
    properties = node.find(f"{W}pPr")
    flags = [
        child.tag.removeprefix(W)
        for child in properties
        if child.tag in {f"{W}keepNext", f"{W}keepLines", f"{W}pageBreakBefore"}
    ]
    number = properties.find(f"{W}numPr")
    if number is not None:
        flags.append(f"#{number.find(f'{W}numId').get(f'{W}val')}.{number.find(f'{W}ilvl').get(f'{W}val')}")
    section = properties.find(f"{W}sectPr")
    if section is not None:
        flags.append(f"§{section.find(f'{W}type').get(f'{W}val')}")
    style = " ".join([properties.find(f"{W}pStyle").get(f"{W}val"), *flags])
    return f"{style}: {_runs(node)}".rstrip(" ") if _runs(node) else style


def _runs(node: Any) -> str:
    found = []
    for run in node.iter(f"{W}r"):
        style = run.find(f"{W}rPr/{W}rStyle")
        text = "".join(_TOKENS.get(child.tag, child.text or "") for child in run if child.tag != f"{W}rPr")
        found.append(f"{{{style.get(f'{W}val')} {text}}}" if style is not None else text)
    return "".join(found)


_TOKENS = {f"{W}br": "⏎", f"{W}tab": "⇥", f"{W}fldChar": "", f"{W}drawing": "▣"}

Render = Callable[..., WordFile]


@pytest.fixture(scope="session")
def theme() -> Theme:
    return THEME


@pytest.fixture(scope="session")
def picture() -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (400, 200), "#ccd").save(stream, "PNG")
    return stream.getvalue()


@pytest.fixture(scope="session")
def render(picture: bytes) -> Render:
    """Renders what stands inside `<body>`; keywords reach `render_docx`."""

    def build(inner: str, language: str = "zh-CN", body: str = "portrait", **more: Any) -> WordFile:
        html = f'<html lang="{language}"><head><title>题本</title></head><body class="{body}">{inner}</body></html>'
        return WordFile(render_docx(Composed(html, language, "题本", {"flow.png": picture}), THEME, **more))

    return build


@pytest.fixture(scope="session")
def pack_html() -> str:
    return (HERE / "pack.html").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def pack(pack_html: str, picture: bytes) -> WordFile:
    """The whole vocabulary in one Chinese pack."""
    document = Composed(pack_html, "zh-CN", "考官题本", {"flow.png": picture})
    return WordFile(render_docx(document, THEME, {"part-1": 3, "q-1": 3, "q-2": 5}, 8))


@pytest.fixture(scope="session")
def soffice() -> str:
    found = shutil.which("soffice")
    if not found:
        pytest.skip("LibreOffice (soffice) is not installed")
    return found
