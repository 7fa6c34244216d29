"""How an element looks: bold, hidden, a block of its own; from its tag, its style and the page's style sheet."""

from __future__ import annotations

import re

from lxml import etree

from builder.importers.reading.html.page import named

BLOCKS = named(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre section summary table tbody td tfoot th thead "
    "title tr ul"
)
UNSEEN = named(
    "script style template noscript iframe object embed svg canvas audio video map datalist noframes rt rp head"
)
_BOLD = frozenset(("b", "strong"))
_RULE = re.compile(r"([^{}]{1,400})\{([^{}]{0,2000})\}")
_CLASS = re.compile(r"(?:^|,)\s*([a-z0-9]{0,10}\.[\w-]{1,60})\s*(?=,|$)", re.I)
_HIDING = re.compile(
    r"(?:^|[;{\s])(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?![.\d]))",
    re.I,
)
_WEIGHT = re.compile(r"(?:^|[;{\s])font-weight\s*:\s*(bold|[1-9]00|normal)", re.I)
_BLOCK = re.compile(r"(?:^|[;{\s])display\s*:\s*(?:block|flex|grid|list-item|table(?:-row)?)\b", re.I)
_TELLING = re.compile(
    r"(?:display|visibility|font-weight|font-size|mso-hide|list-style(?:-type)?)\s*:[^;]{1,60}", re.I
)
LONGEST, LONGEST_RULE, MOST_STYLE, MOST_CLASSES = 2000, 200, 500_000, 8
"""Characters of an attribute, of a class's rules and of all style sheets, and classes of an element, that are looked at."""


class Styles:
    """What the page's own style sheet says of its classes, as far as it matters here."""

    def __init__(self, root: etree._Element) -> None:
        self._rules: dict[str, str] = {}
        left = MOST_STYLE
        for sheet in root.iter("style"):
            text = (sheet.text or "")[:left]
            left -= len(text)
            for selectors, rule in _RULE.findall(text):
                told = ";".join(_TELLING.findall(rule))
                for name in _CLASS.findall(selectors.strip()) if told else ():
                    self._rules[name] = f"{self._rules.get(name, '')};{told}"[-LONGEST_RULE:]

    def of(self, element: etree._Element) -> str:
        """All that is declared for the element, its own style last."""
        if not element.attrib:
            return ""
        classes = (element.get("class") or "")[:LONGEST].split(None, MOST_CLASSES)[:MOST_CLASSES]
        names = [name for given in classes for name in (f".{given}", f"{element.tag}.{given}")]
        own = (element.get("style") or "")[:LONGEST]
        return ";".join([*(self._rules[name] for name in names if name in self._rules), own])


def is_hidden(element: etree._Element, style: str) -> bool:
    """A reader of the page does not see it."""
    return element.get("hidden") is not None or _HIDING.search(style) is not None


def is_bold(tag: str, style: str, inherited: bool) -> bool:
    """Its words are bold."""
    declared = _WEIGHT.findall(style)
    if declared:
        return declared[-1].lower() == "bold" or declared[-1][0] in "6789"
    return inherited or tag in _BOLD


def is_block(tag: str, style: str) -> bool:
    """It begins a line."""
    return tag in BLOCKS or (bool(style) and _BLOCK.search(style) is not None)
