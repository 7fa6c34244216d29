"""The package itself: a minimal one of our own to start from, and the canonical zip to end with."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from builder.render.docx.oxml.markup import DECLARATION, R, part

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
_DATE = (1980, 1, 1, 0, 0, 0)


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


def canonical(package: bytes) -> bytes:
    """The same package with nothing in it that depends on when and where it was written."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return write_zip({name: archive.read(name) for name in archive.namelist()})


def write_zip(files: Mapping[str, bytes], compressed: bool = True) -> bytes:
    """A zip of sorted names, the content types first as readers expect, all dated 1980."""
    stream = io.BytesIO()
    method = zipfile.ZIP_DEFLATED if compressed else zipfile.ZIP_STORED
    with zipfile.ZipFile(stream, "w") as archive:
        for name in sorted(files, key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = method
            entry.create_system = 0
            entry.external_attr = 0
            archive.writestr(entry, files[name])
    return stream.getvalue()


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
