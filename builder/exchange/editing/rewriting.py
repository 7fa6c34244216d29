"""New data into an old text: only the lines of values that differ change."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any

from ruamel.yaml.error import YAMLError

from builder.content.source import Path_
from builder.exchange.editing.edits import Edits
from builder.exchange.editing.lists import matched
from builder.exchange.editing.nodes import Entry, Node, parsed
from builder.exchange.editing.scalars import rewrite_scalar
from builder.exchange.editing.values import in_one_line, same
from builder.importers.yaml_writing import Comments, comment_lines, entry_lines, item_lines

Order = Callable[[Path_], list[str]]
"""The keys known at a path, in the order in which new ones are put."""


class CannotEditError(Exception):
    """The text writes a value in a way that cannot be edited in place, such as one shared by aliases."""

    def __init__(self, path: Path_) -> None:
        super().__init__(path)
        self.path = path


def rewritten(
    text: str, old: Mapping[str, Any], new: Mapping[str, Any], order: Order, comments: Comments | None = None
) -> str:
    """The text with `new` for its data `old`: changed values in their old style, all else byte for byte.

    A comment stands above what is new at its path. Raises CannotEditError where the result would not read as `new`.
    """
    editor = _Editor(Edits(text), order, comments or {})
    editor.change(parsed(text), old, new, ())
    try:
        done = editor.edits.applied()
        fits = same(_data(parsed(done)), new)
    except (ValueError, LookupError, YAMLError):
        fits = False
    if not fits:
        raise CannotEditError(editor.last)
    return done


def _data(root: Node) -> Any:
    """Plain data of a tree."""
    if root.shape == "alias":
        return _data(root.value)
    if root.shape == "list":
        return [_data(item) for item in root.items]
    if root.shape == "map":
        return {key: _data(entry.node) for key, entry in root.entries.items()}
    return root.value


@dataclasses.dataclass
class _Editor:
    edits: Edits
    order: Order
    comments: Comments
    last: Path_ = ()

    def change(self, node: Node, old: Any, new: Any, path: Path_) -> None:
        """Edits one value, which is in its place already."""
        if node.shape == "alias":
            raise CannotEditError(path)
        if isinstance(new, Mapping) and node.shape == "map" and node.entries:
            self._map(node, old, new, path)
        elif isinstance(new, list) and node.shape == "list" and node.items and new:
            self._list(node, old, new, path)
        else:
            raise CannotEditError(path)

    def _map(self, node: Node, old: Mapping[str, Any], new: Mapping[str, Any], path: Path_) -> None:
        kept = [key for key in old if key in new]
        for key in kept:
            if not same(old[key], new[key]):
                entry = node.entries[key]
                self._value(entry.node, entry.after_key + 1, old[key], new[key], (*path, key), node)
        self._drop(node, [key for key in old if key not in new])
        for key in new:
            if key not in old:
                self._add_key(node, kept, key, new[key], path)
                kept.append(key)

    def _value(self, node: Node, lead: int, old: Any, new: Any, path: Path_, holder: Node) -> None:
        """Edits a value; `lead` is the offset after the colon or dash that it follows."""
        self.last = path
        if node.shape == "scalar" and not isinstance(new, Mapping | list):
            indent = holder.column
            if rewrite_scalar(self.edits, node, new, indent, in_brackets=holder.style == "flow"):
                return
        elif node.shape != "alias" and _goes_inside(node, new):
            self.change(node, old, new, path)
            return
        if holder.style == "flow" or (node.style == "flow" and node.entries and new):
            self.edits.replace(node.start, node.end, _bracketed(new))
        else:
            self._whole(node, lead, new, path, holder.column)

    def _whole(self, node: Node, lead: int, new: Any, path: Path_, indent: int) -> None:
        """Puts a value in the place of another of any shape."""
        lines = "\n".join(entry_lines(" " * indent + ":", new, path, indent, self.comments)).split("\n")
        head = lines[0].lstrip()[1:]
        end = max(node.end, lead)
        if "\n" in self.edits.text[lead:end] or "\r" in self.edits.text[lead:end]:
            self.edits.replace(lead, end, self.edits.line_end.join([head, *lines[1:]]))
        else:
            self.edits.replace(lead, end, head)
            self.edits.add_lines(end, lines[1:])

    def _drop(self, node: Node, keys: list[str]) -> None:
        """Takes out keys with their lines; the one beside a dash makes room for the next."""
        entries = list(node.entries.items())
        for i, (key, entry) in enumerate(entries):
            if key not in keys:
                continue
            if self._begins_line(entry.start):
                self.edits.remove_lines(entry.start, max(entry.node.end, entry.after_key))
            elif i + 1 < len(entries) and entries[i + 1][0] not in keys:
                self.edits.replace(entry.start, entries[i + 1][1].start, "")
            else:
                raise CannotEditError(self.last)

    def _begins_line(self, offset: int) -> bool:
        return not self.edits.text[self.edits.start_of_line(offset) : offset].strip()

    def _add_key(self, node: Node, present: list[str], key: str, value: Any, path: Path_) -> None:
        self.last = (*path, key)
        if node.style == "flow":
            last = node.entries[next(k for k in reversed(node.entries) if k in present)]
            self.edits.pieces.append((last.node.end, last.node.end, f", {key}: {_bracketed(value)}"))
            return
        known = self.order(path)
        here = [name for name in node.entries if name in present]
        before = [n for n in here if key not in known or n in known[: known.index(key)]]
        after: Entry = node.entries[before[-1] if before else here[0]]
        lines = [
            *comment_lines(self.last, node.column, self.comments),
            *entry_lines(" " * node.column + f"{key}:", value, self.last, node.column, self.comments),
        ]
        self.edits.add_lines(max(after.node.end, after.after_key), "\n".join(lines).split("\n"))

    def _list(self, node: Node, old: list[Any], new: list[Any], path: Path_) -> None:
        if node.style == "flow":
            texts = [self.edits.text[item.start : item.end] for item in node.items]
            known = list(zip(old, texts, strict=True))
            parts = [next((t for v, t in known if same(v, item)), None) or _bracketed(item) for item in new]
            self.edits.replace(node.start, node.end, f"[{', '.join(parts)}]")
            return
        kept = node.items[0]
        started = False
        for i, j in matched(old, new):
            if i is not None and j is not None:
                kept, started = node.items[i], True
                if not same(old[i], new[j]):
                    dash = self._dash(node, kept)
                    self._value(kept, dash + 1, old[i], new[j], (*path, j), node)
            elif i is not None:
                item = node.items[i]
                self.edits.remove_lines(self._dash(node, item), item.end)
            elif j is not None:
                self._add_item(node, kept if started else None, new[j], (*path, j))

    def _add_item(self, node: Node, after: Node | None, value: Any, path: Path_) -> None:
        self.last = path
        lines = [
            *comment_lines(path, node.column, self.comments),
            *item_lines(value, path, node.column, self.comments),
        ]
        lines = "\n".join(lines).split("\n")
        apart = isinstance(value, Mapping) and self._is_spaced(node)
        if after is not None:
            self.edits.add_lines(after.end, ["", *lines] if apart else lines)
        else:
            self.edits.add_lines_above(self._dash(node, node.items[0]), [*lines, ""] if apart else lines)

    def _is_spaced(self, node: Node) -> bool:
        """Whether blank lines part the items."""
        if len(node.items) < 2:
            return len(node.items[0].entries) > 5
        between = self.edits.text[node.items[0].end : node.items[1].start]
        return between.count("\n") > 1 and any(not line.strip() for line in between.splitlines()[1:-1])

    def _dash(self, node: Node, item: Node) -> int:
        """Offset of an item's dash."""
        start = self.edits.start_of_line(item.start)
        while self.edits.text[start + node.column : start + node.column + 1] != "-" or (
            self.edits.text[start : start + node.column].strip()
        ):
            if start == 0:
                raise CannotEditError(self.last)
            start = self.edits.start_of_line(start - 1)
        return start + node.column


def _goes_inside(node: Node, new: Any) -> bool:
    """Whether a value of the old shape can be made the new one piece by piece."""
    if isinstance(new, Mapping):
        stays = [key in new for key in node.entries]
        whole = all(stays) if node.style == "flow" else any(stays)
        return node.shape == "map" and bool(stays) and whole
    return isinstance(new, list) and node.shape == "list" and bool(node.items) and bool(new)


def _bracketed(value: Any) -> str:
    """A value as it stands between brackets."""
    if isinstance(value, Mapping) and value:
        return "{" + ", ".join(f"{key}: {_bracketed(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list) and value:
        return "[" + ", ".join(map(_bracketed, value)) + "]"
    return in_one_line(value, "", in_brackets=True)
