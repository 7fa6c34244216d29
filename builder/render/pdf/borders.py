"""Spacing across the borders of inline elements, where no font feature reaches.

`<strong>SLA</strong>达成` and `（甲）</strong>，` are shaped as separate texts. The element at such a border gets a
`data-space` attribute; BORDER_CSS turns it into a margin.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from builder.render.pdf.han import is_tight, needs_gap

BORDER_CSS = """\
[data-space~="gap-before"] { margin-left: 0.125em }
[data-space~="gap-after"] { margin-right: 0.125em }
[data-space~="tight-before"] { margin-left: -0.5em }
[data-space~="tight-after"] { margin-right: -0.5em }
"""

_INLINE = {"strong", "em", "code", "a", "span"}
_APART = {"blank", "check", "tag", "points"}  # these have spacing of their own

Event = tuple[Literal["open", "close", "text"], Any]


@dataclass(slots=True)
class _Reader:
    """What was read last: a character, and the inline elements opened or closed since."""

    character: str = ""
    crossed: list[Event] = field(default_factory=list)

    def forget(self) -> None:
        self.character = ""
        self.crossed.clear()


def mark_borders(root: Any, language: str) -> None:
    """Marks the elements of a document (ElementTree) whose edge needs a gap, or has one blank half too many."""
    reader = _Reader()
    for kind, what in _events(root, root.get("lang", language)):
        if kind == "text":
            if reader.crossed and reader.character:
                _mark(reader, what[0])
            reader.character = what[-1]
            reader.crossed.clear()
        elif _is_plain_inline(what):
            reader.crossed.append((kind, what))
        else:
            reader.forget()


def _events(element: Any, language: str) -> Iterator[Event]:
    """Opening, text and closing in document order; the text of another language than Chinese is a blank."""
    language = element.get("lang", language)
    yield "open", element
    if element.text:
        yield "text", element.text if language.startswith("zh") else " "
    for child in element:
        if isinstance(child.tag, str):
            yield from _events(child, language)
        if child.tail:
            yield "text", child.tail if language.startswith("zh") else " "
    yield "close", element


def _is_plain_inline(element: Any) -> bool:
    return element.tag in _INLINE and not _APART.intersection(element.get("class", "").split())


def _mark(reader: _Reader, after: str) -> None:
    if needs_gap(reader.character, after):
        space = "gap"
    elif is_tight(reader.character, after):
        space = "tight"
    else:
        return
    opened = [element for kind, element in reader.crossed if kind == "open"]
    element = opened[-1] if opened else reader.crossed[0][1]
    mark = f"{space}-{'before' if opened else 'after'}"
    element.set("data-space", f"{element.get('data-space', '')} {mark}".strip())
