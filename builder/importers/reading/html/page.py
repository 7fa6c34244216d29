"""The text of a page → its tree, within bounds."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from email.message import EmailMessage

from lxml import etree

from builder.errors import RequestError
from builder.words import Words, words

MOST_ELEMENTS = 300_000
MOST_PARTS = 50
"""Parts of a packed page that hold parts."""
TOO_DEEP = "ERR_RESOURCE_LIMIT"


def named(names: str) -> frozenset[str]:
    """Names that are written one behind the other."""
    return frozenset(names.split())


def texts_of(element: etree._Element) -> Iterator[str]:
    """All texts in the element."""
    return (text for text in element.itertext() if isinstance(text, str))


def beginning_of(element: etree._Element, length: int) -> str:
    """At least so many characters of its text, without spaces at their ends, if it has as many."""
    text = ""
    for piece in texts_of(element):
        text += piece.strip()
        if len(text) >= length:
            break
    return text


def line_of(element: etree._Element) -> int:
    """The line of the file where it begins."""
    line = element.sourceline
    return line if isinstance(line, int) else 1


def tree_of(text: str, name: str) -> etree._Element | None:
    """The root of the page; None where it is empty.

    Raises RequestError where elements stand in each other too deep, or are more than any document has. Entities of a
    page's own are nothing in HTML, so that none can grow.
    """
    hint = words("copy what you need into a DOCX or text file")
    if text.count("<") > 2 * MOST_ELEMENTS:
        raise RequestError(
            words("{name} has more than {limit} elements", name=name, limit=MOST_ELEMENTS), hint
        )
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True)
    try:
        root = etree.fromstring(text.replace("\x00", " ").encode("utf-8", "replace"), parser)
    except etree.ParserError:
        return None
    except etree.XMLSyntaxError as error:
        if not parser.error_log or not text.strip():
            return None
        raise RequestError(_broken(name, error.lineno or 1), hint) from error
    for entry in parser.error_log.filter_from_fatals():
        if entry.type_name == TOO_DEEP:
            raise RequestError(_broken(name, entry.line), hint)
    return root


def _broken(name: str, line: int) -> Words:
    return words("{name}, line {line}: the elements stand in each other too deep", name=name, line=line)


def unpacked(data: bytes) -> bytes:
    """The page in a file that holds a page with its pictures (MHTML); other files as they are."""
    if b"\nmime-version:" not in b"\n" + data[:2000].lower() or data.count(b"boundary=") > MOST_PARTS:
        return data
    message = email.message_from_bytes(data, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            return _payload(part)
    return data


def _payload(part: EmailMessage | email.message.Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""
