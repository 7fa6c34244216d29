"""The package itself: a minimal one of our own to start from, and its files at the end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.pkgwriter import PackageWriter

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


class _Files(dict[str, bytes]):
    """Where python-docx thinks that it writes a zip: packing twice would cost a fifth of the writing."""

    def write(self, name: PackURI, blob: bytes) -> None:
        self[name.membername] = blob


def files_of(package: OpcPackage) -> dict[str, bytes]:
    """Member → bytes of every part of a package, its relationships and its content types."""
    files, writer, parts = _Files(), cast("Any", PackageWriter), package.parts
    for each in parts:
        cast("Any", each).before_marshal()
    writer._write_content_types_stream(files, parts)
    writer._write_pkg_rels(files, package.rels)
    writer._write_parts(files, parts)
    return files


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
