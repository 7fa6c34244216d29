"""Word files as people make them, written part by part: paragraphs, lists with automatic numbers, tables, notes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
SPACES = (
    f'xmlns:w="{MAIN}" xmlns:r="{OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="3"><w:name w:val="heading 3"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/><w:basedOn w:val="a"/></w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
"""
_BOLD = re.compile(r"(\*\*.+?\*\*)")


def run(text: str, properties: str = "") -> str:
    """A run; line feeds become line breaks, tabs tabs."""
    shown = "".join(
        {"\n": "<w:br/>", "\t": "<w:tab/>"}.get(piece) or f'<w:t xml:space="preserve">{escape(piece)}</w:t>'
        for piece in re.split(r"([\n\t])", text)
        if piece
    )
    return f"<w:r><w:rPr>{properties}</w:rPr>{shown}</w:r>"


def runs(text: str) -> str:
    """Runs; words between double asterisks are bold."""
    pieces = [piece for piece in _BOLD.split(text) if piece]
    return "".join(run(p[2:-2], "<w:b/>") if _BOLD.fullmatch(p) else run(p) for p in pieces)


def paragraph(content: str, style: str = "", number: tuple[int, int] | None = None, more: str = "") -> str:
    """A paragraph of runs, with the list and the level (from 0) that number it."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number:
        properties += f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>'
    return f"<w:p><w:pPr>{properties}{more}</w:pPr>{content}</w:p>"


def cell(content: str, properties: str = "") -> str:
    """A cell; a text that is no XML becomes a paragraph a line."""
    inner = content if content.startswith("<w:") else "".join(paragraph(runs(x)) for x in content.split("\n"))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def table(rows: Iterable[Sequence[str]]) -> str:
    """A table; a cell that begins with `<w:tc` stands as it is."""
    body = "".join(
        "<w:tr>" + "".join(c if c.startswith("<w:tc>") else cell(c) for c in row) + "</w:tr>" for row in rows
    )
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{body}</w:tbl>"


def spanning(content: str, columns: int) -> str:
    """A cell over several columns."""
    return cell(content, f'<w:gridSpan w:val="{columns}"/>')


def going_on() -> str:
    """The cell below one that spans several rows."""
    return cell("", "<w:vMerge/>")


def beginning(content: str) -> str:
    """The first cell of one that spans several rows."""
    return cell(content, '<w:vMerge w:val="restart"/>')


class Lists:
    """Definitions of lists and the lists made of them."""

    def __init__(self) -> None:
        self._abstract: list[str] = []
        self._lists: list[str] = []

    def define(self, *levels: tuple[str, str], more: str = "") -> int:
        """A definition with a level for each (format, text such as `%1、`); its number."""
        xml = "".join(
            f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val={quoteattr(text)}/></w:lvl>'
            for i, (form, text) in enumerate(levels)
        )
        self._abstract.append(
            f'<w:abstractNum w:abstractNumId="{len(self._abstract)}">{more}{xml}</w:abstractNum>'
        )
        return len(self._abstract) - 1

    def use(self, definition: int, start: int | None = None, more: str = "") -> int:
        """A list of that definition, beginning anew at `start` where that is given; its id."""
        override = (
            ""
            if start is None
            else f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        )
        number = len(self._lists) + 1
        self._lists.append(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/>{override}{more}</w:num>'
        )
        return number

    def new(self, form: str = "decimal", text: str = "%1.") -> int:
        """A list of one level with a definition of its own; its id."""
        return self.use(self.define((form, text)))

    @property
    def xml(self) -> str:
        return "".join((*self._abstract, *self._lists))


def word_file(body: str, *, numbering: str = "", styles: str = STYLES, **parts: str) -> bytes:
    """The bytes of a file with that body; `parts` are the insides of footnotes, comments, header…"""
    roots = {
        "footnotes": "footnotes",
        "endnotes": "endnotes",
        "comments": "comments",
        "header": "hdr",
        "footer": "ftr",
    }
    members = {"document": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>"}
    members["styles"] = f"<w:styles {SPACES}>{styles}</w:styles>"
    members["numbering"] = f"<w:numbering {SPACES}>{numbering}</w:numbering>"
    members |= {name: f"<w:{roots[name]} {SPACES}>{inner}</w:{roots[name]}>" for name, inner in parts.items()}
    relations = "".join(
        f'<Relationship Id="r{i}" Type="{OFFICE}/{name}" Target="{name}.xml"/>'
        for i, name in enumerate(members)
        if name != "document"
    )
    return zipped(
        {
            "_rels/.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONS}">{relations}</Relationships>',
            **{f"word/{name}.xml": xml for name, xml in members.items()},
        }
    )


def zipped(members: dict[str, str | bytes]) -> bytes:
    """A zip of those members."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def saved(folder: Path, data: bytes, name: str = "bank.docx") -> Path:
    """The file, written into a folder."""
    path = folder / name
    path.write_bytes(data)
    return path
