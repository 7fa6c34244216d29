"""Namespaces, escaping and the one parse that every part goes through."""

from __future__ import annotations

import re
from typing import Any

from docx.oxml.parser import parse_xml

from builder.errors import BuildError
from builder.words import words

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_NAMESPACES = {
    "w": W,
    "r": R,
    "w14": W14,
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}
_DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items())
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;"})


def q(tag: str) -> str:
    """`{namespace}name` of a WordprocessingML element or attribute, e.g. `q("style")`."""
    return f"{{{W}}}{tag}"


def text(value: str) -> str:
    """Text between tags."""
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(value: str) -> str:
    """An attribute's value, without its quotes."""
    return value.translate(_ESCAPES)


def element(tag: str, *children: str, **attributes: object) -> str:
    """`<w:tag w:name="value">children</w:tag>`; an attribute that is None is left out."""
    named = "".join([f' w:{k}="{attribute(str(v))}"' for k, v in attributes.items() if v is not None])
    inner = "".join(children)
    return f"<w:{tag}{named}>{inner}</w:{tag}>" if inner else f"<w:{tag}{named}/>"


def part(root: str, inner: str) -> str:
    """A whole part with every namespace declared; `root` is e.g. `document` or `hdr`."""
    return f'<w:{root} {_DECLARED} mc:Ignorable="w14">{inner}</w:{root}>'


def parse(xml: str) -> Any:
    """The tree of a part or fragment, made of python-docx's element classes.

    Raises BuildError for a character that XML 1.0 forbids: one of them makes Word refuse the file.
    """
    refuse_forbidden(xml)
    return parse_xml(xml.encode("utf-8"))


def refuse_forbidden(content: str) -> None:
    """Raises BuildError naming the first character that no XML file can hold."""
    found = _FORBIDDEN.search(content)
    if found is None:
        return
    before = content[max(0, found.start() - 20) : found.start()]
    raise BuildError(
        words(
            "a Word file cannot hold the control character U+{code}, found after “{before}”",
            code=f"{ord(found.group()):04X}",
            before=before,
        ),
        words("remove the character from the text"),
    )
