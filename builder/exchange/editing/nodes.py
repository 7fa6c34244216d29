"""A YAML text as a tree of values that know where they stand, to the character."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from ruamel.yaml import YAML
from ruamel.yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from builder.content.reading import scalar

Shape = Literal["scalar", "list", "map", "alias"]
_CARRYING = (
    AliasEvent,
    ScalarEvent,
    SequenceStartEvent,
    SequenceEndEvent,
    MappingStartEvent,
    MappingEndEvent,
)
_NOT_LINE_ENDS = dict.fromkeys(map(ord, "\x85\u2028\u2029"), " ")


@dataclass(slots=True)
class Node:
    """One value; `start` and `end` are offsets of its first character and after its last that is no white space."""

    shape: Shape
    start: int
    end: int
    style: str = ""
    """Of a scalar its quote or `|` or `>`, empty where it is plain; of the others `flow` or empty."""
    column: int = 0
    """Where its line begins it, from 0: of a list in lines its dashes, of a mapping its keys."""
    value: Any = None
    items: list[Node] = field(default_factory=list)
    entries: dict[str, Entry] = field(default_factory=dict)

    @property
    def in_lines(self) -> bool:
        """A list or mapping an item a line, without brackets."""
        return self.shape in ("list", "map") and self.style != "flow"


@dataclass(slots=True)
class Entry:
    """A key of a mapping and its value."""

    start: int
    """Offset of the key."""
    after_key: int
    """Offset after the key's last character; its colon follows."""
    node: Node


def parsed(text: str) -> Node:
    """The tree of a text that has been read before, and so is bounded and has no key twice."""
    events = YAML(typ="safe").parse(text.translate(_NOT_LINE_ENDS))
    return _Growth(text, (event for event in events if isinstance(event, _CARRYING))).node()


class _Growth:
    """Makes nodes of events, in the order of the text."""

    def __init__(self, text: str, events: Iterator[Any]) -> None:
        self._text = text
        self._events = events
        self._anchored: dict[str, Node] = {}

    def node(self) -> Node:
        return self._node(next(self._events))

    def _node(self, event: Any) -> Node:
        start, column = event.start_mark.index, event.start_mark.column
        if isinstance(event, AliasEvent):
            return Node("alias", start, event.end_mark.index, value=self._anchored[event.anchor])
        if isinstance(event, ScalarEvent):
            node = Node("scalar", start, self._end(event), event.style or "", column, scalar(event))
        else:
            shape: Shape = "list" if isinstance(event, SequenceStartEvent) else "map"
            node = Node(shape, start, start, "flow" if event.flow_style else "", column)
            self._fill(node)
        if event.anchor:
            self._anchored[event.anchor] = node
        return node

    def _end(self, event: Any) -> int:
        """Of a block the end of its last line with words: the parser's is further down."""
        start, end = event.start_mark.index, event.end_mark.index
        if event.style not in ("|", ">"):
            return int(end)
        last: int = start + len(self._text[start:end].rstrip())
        spaces = re.match(r"[ \t]*", self._text[last:end])
        return last + (spaces.end() if spaces else 0)

    def _fill(self, node: Node) -> None:
        for event in self._events:
            if isinstance(event, SequenceEndEvent | MappingEndEvent):
                children = [*node.items, *(entry.node for entry in node.entries.values())]
                last = max((child.end for child in children), default=node.start)
                node.end = int(event.end_mark.index) if node.style else last
                return
            if node.shape == "list":
                node.items.append(self._node(event))
            else:
                value = self._node(next(self._events))
                node.entries[str(event.value)] = Entry(event.start_mark.index, event.end_mark.index, value)
