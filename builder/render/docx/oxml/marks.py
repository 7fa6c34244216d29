"""The map of a body: paragraph by paragraph, which words are fields of the bank and which are the document's own.

Of a paragraph the map keeps a digest, to be known again, and to tell whether somebody has changed it since.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias
from xml.sax.saxutils import unescape

Slot: TypeAlias = list[int | str]
"""A paragraph: the digest of its text, then, where it prints fields, its parts: marks, and the words between them."""
MAY_BREAK = "\u200b"
"""Put into long runs of marks when a document is composed; no word of the bank."""
_MARK = 'w:name="_pf'
_NAME = re.compile(r"_pf(\d{1,6})")
_TEXT = re.compile(r">([^<]+)")
_EDGE = re.compile(r'<w:bookmark(?:Start w:id="(\d+)" w:name="_pf(\d+)"|End w:id="(\d+)")/>')
_WHOLE = re.compile(r'<w:bookmarkStart w:id="\d+" w:name="_pf(\d+)"/>')


def mark_name(number: int) -> str:
    """The bookmark of a mark; the underscore keeps it out of Word's list of bookmarks."""
    return f"_pf{number}"


def mark_number(name: str) -> int | None:
    """The mark that a bookmark is, or None."""
    found = _NAME.fullmatch(name)
    return int(found[1]) if found else None


def one_line(text: str) -> str:
    """The text with every run of white space, of whatever kind, as one space."""
    return " ".join(text.split())


def digest(text: str) -> str:
    """Ten digits that tell a text from any other; white space counts as one space, places to break as nothing."""
    return hashlib.blake2b(one_line(text.replace(MAY_BREAK, "")).encode(), digest_size=5).hexdigest()


def body_map(contents: Iterable[str], fields: Sequence[str]) -> str:
    """JSON of the slots of paragraphs and of the fields by the number of the mark.

    `contents` are the runs of each paragraph as we write them, bookmarks of marks included.
    """
    slots = [_slot(content) for content in contents if content]
    held = {"slots": [slot for slot in slots if slot], "fields": list(shortened(fields))}
    return json.dumps(held, ensure_ascii=False, separators=(",", ":"))


def shortened(fields: Iterable[str]) -> Iterator[str]:
    """Each field; one that stands beside the one before without what both begin with: `/points`."""
    before = ""
    for field in fields:
        parent, _, name = field.rpartition("/")
        yield f"/{name}" if parent == before else field
        before = parent


def lengthened(fields: Iterable[str]) -> Iterator[str]:
    """The fields again."""
    parent = ""
    for field in fields:
        whole = f"{parent}{field}" if field.startswith("/") else field
        parent = whole.rpartition("/")[0]
        yield whole


def _slot(content: str) -> Slot:
    text = _text(content)
    if _MARK not in content:
        return [digest(text)] if text else []
    whole = _WHOLE.match(content)
    if whole and content.count(_MARK) == 1:
        return [digest(text), int(whole[1])]
    return [digest(text), *_parts(content)]


def _parts(content: str) -> Iterator[int | str]:
    open_: dict[str, int] = {}
    pieces = _EDGE.split(content)
    for i in range(0, len(pieces), 4):
        text = _text(pieces[i])
        start, number, end = pieces[i + 1 : i + 4] if i + 1 < len(pieces) else ("", "", "")
        if end in open_:
            yield open_[end]
        elif text:
            yield text
        if start:
            open_[start] = int(number)


def _text(content: str) -> str:
    """The characters of some runs; breaks and tabs are white space."""
    if "<w:br/>" in content or "<w:tab/>" in content:
        content = content.replace("<w:br/>", " ").replace("<w:tab/>", " ")
    text = "".join(_TEXT.findall(content))
    return unescape(text) if "&" in text else text
