"""Names of WordprocessingML, and the few questions that are asked of every element."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W.strip("{}").encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/math": MATH.strip("{}").encode(),
}
"""Word's “Strict Open XML” has the same words in other namespaces."""
_OFF = frozenset({"0", "false", "off", "none"})


def val(element: _Element | None, name: str = "val") -> str | None:
    """An attribute of an element that may be missing."""
    return None if element is None else element.get(W + name)


def number(element: _Element | None, name: str = "val") -> int | None:
    """An attribute as a whole number of up to nine digits; None where it is none."""
    text = (val(element, name) or "").strip()
    bare = text.removeprefix("-")
    return int(text) if bare.isascii() and bare.isdigit() and len(bare) <= 9 else None


def switch(properties: _Element | None, name: str) -> bool | None:
    """Whether a property such as bold is on; None where the element does not say."""
    element = None if properties is None else properties.find(W + name)
    return None if element is None else (val(element) or "1").lower() not in _OFF


def within(element: _Element | None, *names: str) -> _Element | None:
    """The first child of that name, its first child of the next name, and so on."""
    for name in names:
        element = None if element is None else element.find(W + name)
    return element


def chosen(alternatives: _Element) -> Iterator[_Element]:
    """What `mc:AlternateContent` shows: its first choice that holds words or pictures, otherwise the fallback."""
    branches = [child for child in alternatives if child.tag in (f"{MC}Choice", f"{MC}Fallback")]
    telling = [b for b in branches if any(text.strip() for text in b.itertext())]
    yield from next(iter([*telling, *branches]), ())
