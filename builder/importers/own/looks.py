"""What the styles and lists of a Word file make of its paragraphs and runs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from builder.render.docx.oxml.markup import q

_LIST = re.compile(r"(?:^|.* )(bullet|number|continue)(?: (\d))?$")
_OFF = ("0", "false", "off", "none")
_VAL = q("val")


class Looks:
    """What styles and lists are called and look like."""

    def __init__(self, styles: Any, numbering: Any) -> None:
        named = [] if styles is None else styles.findall(q("style"))
        self.names = {style.get(q("styleId"), ""): _value(style, "name").lower() for style in named}
        self._formats: dict[tuple[str, str], str] = dict(_formats(numbering))

    def style(self, properties: Any) -> str:
        return self.names.get(_value(properties, "pStyle"), "")

    def item(self, properties: Any, style: str) -> tuple[str, int]:
        """The mark in front of a paragraph and how deep it is; nothing outside lists."""
        number = None if properties is None else properties.find(q("numPr"))
        listed = _LIST.match(style)
        if number is not None and _value(number, "numId") != "0":
            level = _value(number, "ilvl") or "0"
            kind = self._formats.get((_value(number, "numId"), level), "bullet")
            depth = int(listed[2] or 1) if listed else int(level) + 1
            return ("-" if kind in ("bullet", "none") else "1."), depth
        if listed:
            return {"bullet": "-", "number": "1.", "continue": " "}[listed[1]], int(listed[2] or 1)
        return "", 0

    def emphasis(self, run: Any) -> tuple[bool, bool, bool]:
        """Whether a run is strong, emphasised, unseen."""
        properties = run.find(q("rPr"))
        if properties is None:
            return False, False, False
        style = self.names.get(_value(properties, "rStyle"), "")
        strong = _switch(properties, "b", style == "strong")
        emphasis = _switch(properties, "i", style == "emphasis")
        return strong, emphasis, _switch(properties, "vanish", False)


def _formats(numbering: Any) -> Iterator[tuple[tuple[str, str], str]]:
    if numbering is None:
        return
    abstract = {
        definition.get(q("abstractNumId")): {
            level.get(q("ilvl"), "0"): _value(level, "numFmt") for level in definition.findall(q("lvl"))
        }
        for definition in numbering.findall(q("abstractNum"))
    }
    for number in numbering.findall(q("num")):
        for level, kind in abstract.get(_value(number, "abstractNumId"), {}).items():
            yield (number.get(q("numId"), ""), level), kind


def _value(node: Any, name: str) -> str:
    found = None if node is None else node.find(q(name))
    return "" if found is None else found.get(_VAL, "")


def _switch(properties: Any, name: str, otherwise: bool) -> bool:
    found = properties.find(q(name))
    return otherwise if found is None else found.get(_VAL, "1") not in _OFF
