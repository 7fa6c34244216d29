"""Every string of a self-contained page: its text, attributes, comments, and the files it holds as data."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree, html

from builder.verify.leaks.in_package import member_sources
from builder.verify.leaks.source import Packed, Source, flow_at, strings_at
from builder.verify.opened import OpenedHtml
from builder.words import words

_DATA = re.compile(rb"data:([\w/+.-]*);base64,([A-Za-z0-9+/=]+)")


def html_sources(file: OpenedHtml) -> Iterator[Source | Packed]:
    """Every string of the page."""
    where = words("the page")
    plain = _DATA.sub(b"", file.data)
    root: Any = html.document_fromstring(plain.decode("utf-8", "ignore") or "<html>")
    yield flow_at(where, (str(text) for text in root.itertext()))
    yield strings_at(where, (str(text) for node in root.iter(etree.Element) for text in node.attrib.values()))
    yield strings_at(where, (str(node.text or "") for node in root.iter(etree.Comment)))
    for kind, data in _DATA.findall(file.data):
        if not kind.startswith(b"font/"):
            yield from member_sources(kind.decode().replace("/", "."), _decoded(data), where)


def _decoded(data: bytes) -> bytes:
    try:
        return base64.b64decode(data)
    except binascii.Error:
        return data
