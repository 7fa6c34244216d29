"""Reading YAML, bounded.

YAML is read event by event, never composed or constructed by the library, so that depth, aliases and size are
bounded before anything is built, tags do nothing, and every value keeps its line and column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from builder.content.source import Path_, Source, Span
from builder.errors import ContentError, Finding, Place
from builder.words import Words, words

MAX_BYTES = 4_000_000
MAX_DEPTH = 30
MAX_VALUES = 200_000
PLAIN_TAGS = (None, "!", "tag:yaml.org,2002:str")


def read_source(file: Path, shown_as: Path | None = None) -> Source:
    """Reads one YAML file; findings name it as `shown_as`.

    Raises ContentError for a file that is missing, unreadable, empty, too large, not UTF-8, not YAML, nested
    too deep, grown by aliases, or that has a key twice.
    """
    shown = shown_as or file
    text = _read_text(file, shown)
    source = Source(shown, text)
    if not text.strip():
        raise _refused(
            source, "YAML-EMPTY", words("the file is empty"), words("start from: packs new bank ID")
        )
    try:
        _Reader(source).read()
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        problem = words("not valid YAML: {problem}", problem=error.problem or error.context or "")
        hint = words(
            "check indentation, quotes and colons here; quote a value that holds “: ” or starts with a sign"
        )
        raise ContentError([Finding("YAML-SYNTAX", problem, source.place_at(line, column), hint)]) from None
    except YAMLError as error:
        problem = words("not valid YAML: {problem}", problem=str(error).splitlines()[0])
        hint = words("remove control characters from the file")
        raise ContentError([Finding("YAML-SYNTAX", problem, _first_control(source), hint)]) from None
    return source


_UNPRINTABLE = re.compile("[^\t\n\r -~\x85\xa0-\ufffd\U00010000-\U0010ffff]")


def _first_control(source: Source) -> Place:
    for number, line in enumerate(source.lines):
        if found := _UNPRINTABLE.search(line):
            return source.place_at(number, found.start())
    return source.place_at(0, 0)


def _read_text(file: Path, shown: Path) -> str:
    blank = Source(shown, "")
    try:
        if file.stat().st_size > MAX_BYTES:
            sentence = words("the file is larger than {limit} MB", limit=MAX_BYTES // 1_000_000)
            raise _refused(blank, "YAML-SIZE", sentence, words("split it into several banks"))
        return file.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise _refused(
            blank, "FILE-MISSING", words("there is no such file"), words("check the name")
        ) from None
    except UnicodeDecodeError as error:
        sentence = words("the file is not UTF-8 text (byte {offset})", offset=error.start)
        raise _refused(blank, "FILE-ENCODING", sentence, words("save it as UTF-8 in your editor")) from None
    except OSError as error:
        sentence = words("the file cannot be read: {reason}", reason=error.strerror or error)
        raise _refused(blank, "FILE-UNREADABLE", sentence, words("check its permissions")) from None


def _refused(source: Source, code: str, sentence: Words, hint: Words) -> ContentError:
    return ContentError([Finding(code, sentence, source.place_at(0, 0), hint)])


# Pasted from Word or a web page, invisible, and line ends to YAML 1.1, on which the parser still stands.
_NOT_LINE_ENDS = dict.fromkeys(map(ord, "\x85\u2028\u2029"), " ")


def _one_kind_of_line_end(text: str) -> str:
    # Looking first is ten times quicker than translating, and hardly any file holds one.
    return text.translate(_NOT_LINE_ENDS) if any(chr(c) in text for c in _NOT_LINE_ENDS) else text


class _Reader:
    """Builds plain data from parser events, bounded, with positions."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.anchors: dict[str, Any] = {}
        self.open_anchors: set[str] = set()
        self.count = 0
        self.duplicates: list[Finding] = []

    def read(self) -> None:
        parser = YAML(typ="safe")
        events = (e for e in parser.parse(_one_kind_of_line_end(self.source.text)) if type(e) in _CARRYING)
        first = next(events, None)
        if first is None:
            raise _refused(
                self.source, "YAML-EMPTY", words("the file is empty"), words("start from: packs new bank ID")
            )
        self.source.data = self._value(first, events, (), 0)
        extra = next(events, None)
        if extra is not None:
            self._stop(
                extra, "YAML-DOCUMENTS", words("a second document begins here"), words("remove the line ---")
            )
        if self.duplicates:
            raise ContentError(self.duplicates)

    def _value(self, event: Any, events: Iterator[Event], path: Path_, depth: int) -> Any:
        self._bound(event, depth)
        self._mark(event, path)
        if isinstance(event, AliasEvent):
            return self._alias(event)
        if event.tag not in PLAIN_TAGS:
            self._stop(
                event,
                "YAML-TAG",
                words("the tag {tag} is not used in banks", tag=event.tag),
                words("remove it; values need no tag"),
            )
        anchor = event.anchor
        if anchor:
            self.open_anchors.add(anchor)
        if isinstance(event, ScalarEvent):
            value: Any = scalar(event)
        elif isinstance(event, SequenceStartEvent):
            value = self._sequence(events, path, depth)
        else:
            value = self._mapping(events, path, depth)
        if anchor:
            self.open_anchors.discard(anchor)
            self.anchors[anchor] = value
        return value

    def _sequence(self, events: Iterator[Event], path: Path_, depth: int) -> list[Any]:
        items: list[Any] = []
        for event in events:
            if isinstance(event, SequenceEndEvent):
                break
            items.append(self._value(event, events, (*path, len(items)), depth + 1))
        return items

    def _mapping(self, events: Iterator[Event], path: Path_, depth: int) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        for event in events:
            if isinstance(event, MappingEndEvent):
                break
            key = self._key(event)
            if key in mapping:
                self._duplicate(event, key, (*path, key))
            self.source.keys.setdefault((*path, key), _span(event))
            mapping[key] = self._value(next(events), events, (*path, key), depth + 1)
        return mapping

    def _key(self, event: Any) -> str:
        if not isinstance(event, ScalarEvent):
            self._stop(
                event,
                "YAML-KEY",
                words("a key must be a plain word"),
                words("quote a text that starts with [ or {{"),
            )
        return str(event.value)

    def _alias(self, event: AliasEvent) -> Any:
        name = event.anchor
        if name in self.open_anchors or name not in self.anchors:
            self._stop(
                event,
                "YAML-ALIAS",
                words("*{name} refers to itself or to nothing", name=name),
                words("write the text out"),
            )
        value = self.anchors[name]
        self.count += _size(value)
        self._bound(event, 0)
        return value

    def _bound(self, event: Event, depth: int) -> None:
        self.count += 1
        if depth > MAX_DEPTH:
            self._stop(
                event,
                "YAML-DEPTH",
                words("nested more than {limit} levels deep", limit=MAX_DEPTH),
                words("a bank needs about ten levels; check the brackets"),
            )
        if self.count > MAX_VALUES:
            self._stop(
                event,
                "YAML-SIZE",
                words("more than {limit} values once aliases are followed", limit=MAX_VALUES),
                words("write repeated parts out, or split the file"),
            )

    def _mark(self, event: Event, path: Path_) -> None:
        self.source.values[path] = _span(event)

    def _duplicate(self, event: Event, key: str, path: Path_) -> None:
        first = self.source.keys[path].line + 1
        sentence = words(
            "the key “{key}” stands here a second time (first in line {line})", key=key, line=first
        )
        place = self.source.place_at(event.start_mark.line, event.start_mark.column)
        self.duplicates.append(Finding("YAML-DUPLICATE-KEY", sentence, place, words("keep one of the two")))

    def _stop(self, event: Event, code: str, sentence: Words, hint: Words) -> None:
        place = self.source.place_at(event.start_mark.line, event.start_mark.column)
        raise ContentError([Finding(code, sentence, place, hint)])


_CARRYING = {
    AliasEvent,
    ScalarEvent,
    SequenceStartEvent,
    SequenceEndEvent,
    MappingStartEvent,
    MappingEndEvent,
}


def _span(event: Event) -> Span:
    return Span(event.start_mark.line, event.start_mark.column, event.end_mark.line)


def _size(value: Any) -> int:
    """Number of values inside `value`; aliases inside were counted when they were met."""
    total, stack = 0, [value]
    while stack and total <= MAX_VALUES:
        item = stack.pop()
        total += 1
        if isinstance(item, dict):
            stack.extend(item.values())
        elif isinstance(item, list):
            stack.extend(item)
    return total


_INTEGER = re.compile(r"[-+]?[0-9]{1,18}")
_FLOAT = re.compile(r"[-+]?([0-9]+\.[0-9]*|\.[0-9]+)([eE][-+]?[0-9]{1,3})?")
_WORDS = {"": None, "~": None, "null": None, "true": True, "false": False}


def scalar(event: ScalarEvent) -> Any:
    """The value of a scalar by the YAML 1.2 core schema; quoted and block scalars are always text."""
    text: str = event.value
    if event.style not in (None, "") or (event.tag and event.tag.endswith(":str")):
        return text
    if text.lower() in _WORDS:
        return _WORDS[text.lower()]
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text
