"""What keeps lines on one page in Word, which has no pages until somebody opens it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from builder.errors import Severity
from builder.verify.expected import Expected
from builder.verify.fault import Fault
from builder.verify.ooxml.names import W, is_on, text_of, value
from builder.verify.opened import OpenedDocx
from builder.words import words

_HEAD = re.compile(r"heading [1-9]|subheading|label|box title|alert title", re.I)
_SIGNATURE = re.compile(r"signature line", re.I)


def loose_heads(file: OpenedDocx, expected: Expected) -> Iterator[Fault]:
    """Headings and small heads that may end a page: neither they nor their style keep with what follows."""
    styles = _Styles(file)
    told: set[str] = set()
    for name, paragraph in styles.paragraphs(_HEAD):
        if name not in told and not styles.keeps(paragraph):
            told.add(name)
            sentence = words("a heading may end a page: “{text}”", text=text_of(paragraph)[:20])
            hint = words("set “Keep with next” for the style {style}", style=name)
            yield Fault("WORD-KEEP", sentence, file.path, hint=hint, severity=Severity.WARNING)


def loose_signatures(file: OpenedDocx, expected: Expected) -> Iterator[Fault]:
    """Lines for signatures that may begin a page: what stands before them does not keep with the next."""
    styles = _Styles(file)
    hint = words("set “Keep with next” for the line or row before the signatures")
    for _, paragraph in styles.paragraphs(_SIGNATURE):
        before = paragraph.getprevious()
        if before is not None and not styles.hold_on(before):
            sentence = words("a line for signatures may begin a page")
            yield Fault("WORD-KEEP", sentence, file.path, hint=hint, severity=Severity.WARNING)


class _Styles:
    """The paragraph styles of one file."""

    def __init__(self, file: OpenedDocx) -> None:
        self._document = file.document
        tree = file.trees.get("word/styles.xml")
        found = tree.iter(f"{W}style") if tree is not None else ()
        self._styles = {style.get(f"{W}styleId", ""): style for style in found}

    def paragraphs(self, wanted: re.Pattern[str]) -> Iterator[tuple[str, etree._Element]]:
        """The paragraphs of styles with a name that is wanted, each with that name."""
        names = {key: value(style, "name") or "" for key, style in self._styles.items()}
        ids = {key for key, name in names.items() if wanted.fullmatch(name)}
        for node in self._document.iter(f"{W}pStyle"):
            key = node.get(f"{W}val", "")
            paragraph = next(node.iterancestors(f"{W}p"), None) if key in ids else None
            if paragraph is not None:
                yield names[key], paragraph

    def keeps(self, paragraph: etree._Element) -> bool:
        """Whether a paragraph stays with the next, by itself or by its style and what that is based on."""
        own = is_on(paragraph, "pPr/keepNext")
        style = self._styles.get(value(paragraph, "pPr/pStyle") or "")
        for _ in range(len(self._styles)):
            if own is not None or style is None:
                break
            own = is_on(style, "pPr/keepNext")
            style = self._styles.get(value(style, "basedOn") or "")
        return bool(own)

    def hold_on(self, block: etree._Element) -> bool:
        """Whether a block stays with the next; of a table, its last row; behind an empty line, what is before it."""
        if block.tag == f"{W}tbl":
            rows = block.findall(f"{W}tr")
            return bool(rows) and all(self.keeps(p) for p in rows[-1].iter(f"{W}p"))
        if block.tag != f"{W}p":
            return True
        before = block.getprevious()
        if text_of(block).strip() or before is None:
            return self.keeps(block)
        return self.keeps(block) and self.hold_on(before)
