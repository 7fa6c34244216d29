"""The package itself: a minimal one of our own to start from."""

from __future__ import annotations

from collections.abc import Mapping

from builder.render.docx.oxml.markup import DECLARATION, R, part
from builder.render.packing import write_zip

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = {
    "document": f"{_TYPE}.document.main+xml",
    "styles": f"{_TYPE}.styles+xml",
    "numbering": f"{_TYPE}.numbering+xml",
    "settings": f"{_TYPE}.settings+xml",
    "fontTable": f"{_TYPE}.fontTable+xml",
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
}
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"


def new_package(parts: Mapping[str, str]) -> bytes:
    """An empty document with these parts: `styles`, `numbering`, `settings`, `fontTable`, `theme`."""
    files = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            (f"{R}/officeDocument", "word/document.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"/>',
        "word/_rels/document.xml.rels": _relationships(
            *((f"{R}/{name}", _file(name)) for name in _PARTS if name != "document")
        ),
        "word/document.xml": part("document", "<w:body><w:sectPr/></w:body>"),
        **{f"word/{_file(name)}": xml for name, xml in parts.items()},
    }
    return write_zip({name: (DECLARATION + xml).encode() for name, xml in files.items()}, compressed=False)


def _file(name: str) -> str:
    return "theme/theme1.xml" if name == "theme" else f"{name}.xml"


def _content_types() -> str:
    overrides = {f"/word/{_file(name)}": kind for name, kind in _PARTS.items()}
    overrides["/docProps/core.xml"] = _CORE_TYPE
    named = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{named}</Types>'
    )


def _relationships(*targets: tuple[str, str]) -> str:
    inner = "".join(
        f'<Relationship Id="rId{i}" Type="{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'
