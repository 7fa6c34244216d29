"""Tables of contents, a preview before the full text, names of files: what stands a second time in the document."""

from __future__ import annotations

import re
from collections.abc import Mapping

from builder.importers.cleaning.lines import LONG, Line

_HEADING = re.compile(
    r"目 *录|(?:table of )?contents|in this (?:article|guide|post)|on this page|本文目录", re.IGNORECASE
)
_LEADER = re.compile(r"(?:[.…·_-]{3,}|(?:\. ){3,}|…+|\t| {3,}) *\(?\d{1,4}\)?$")
_NUMBER = re.compile(r"[ .…·_\t-]*\(?\d{1,4}\)?$")
_FILE = re.compile(
    r"(.{2,100}?)(?:\.(?:docx?|pdf|pptx?|xlsx?|txt|wps)(?:vip)?(?: *\d+ *页)?| *[_—-]+ *(?:豆丁网?|道客巴巴|原创力文档|.{0,6}文库))",
    re.IGNORECASE,
)
_FIRST_LINES = 3
_HEADERS_FEWEST = 2
_PREVIEW_FEWEST, _PREVIEW_LENGTH = 3, 80
"""Lines, and characters together, that stand a second time where the first are a preview."""


def leave_out_contents(lines: list[Line]) -> None:
    """Leaves out lists of titles with leaders or page numbers, and those under a heading that stand again below."""
    last = {_key(line.view): i for i, line in enumerate(lines)}
    for i, line in enumerate(lines):
        if line.is_out or line.row or not _HEADING.fullmatch(line.view.strip(" #:[]")):
            continue
        end = i + 1
        while end < len(lines) and (_is_entry(lines[end]) or _stands_again(last, lines, end)):
            end += 1
        if end - i > 2:
            for entry in lines[i:end]:
                entry.reason = entry.reason or "contents"
    _leave_out_leaders(lines)


def _leave_out_leaders(lines: list[Line]) -> None:
    """Entries of a table of contents that has no heading: three or more lines with leaders, one behind the other."""
    run: list[Line] = []
    for line in [*lines, None]:
        if line is not None and not line.is_out and _is_entry(line) and re.search(r"[.…·]{3}|…", line.view):
            run.append(line)
            continue
        if len(run) >= 3:
            for entry in run:
                entry.reason = "contents"
        run = []


def _is_entry(line: Line) -> bool:
    return not line.row and len(line.view) <= LONG * 2 and _LEADER.search(line.view) is not None


def _stands_again(last: Mapping[str, int], lines: list[Line], i: int) -> bool:
    key = _key(lines[i].view)
    return len(key) >= 2 and len(lines[i].view) <= LONG and last[key] > i


def _key(view: str) -> str:
    """A title without the page it is on and without its points."""
    return re.sub(r"[\s#*]+", "", _NUMBER.sub("", re.sub(r"\([^()]*\d[^()]*\)$", "", view)))


def leave_out_file_names(lines: list[Line]) -> None:
    """Leaves out lines that are a file's name; where the title stands nowhere else, only the ending of the last."""
    titles = {_title(line.view) for line in lines if not line.is_out}
    named = [
        (line, found[1])
        for line in lines
        if not (line.is_out or line.row) and (found := _FILE.fullmatch(line.view)) is not None
    ]
    last = {_title(name): line for line, name in named}
    for line, name in named:
        if _title(name) in titles or line is not last[_title(name)]:
            line.reason = "file"
        elif any(line is early for early in lines[:_FIRST_LINES]):
            line.reason, line.start = "file", line.start + len(name)


def _title(view: str) -> str:
    return re.sub(r"\s+", "", view)


def leave_out_headers(lines: list[Line]) -> None:
    """Leaves out the title where it stands between the lines of the document as the head of a page."""
    live = [line for line in lines if not line.is_out]
    if not live or live[0].is_documents or not 6 <= len(live[0].view) <= LONG:
        return
    again = [line for line in live[1:] if line.view == live[0].view and not line.row]
    if len(again) >= _HEADERS_FEWEST:
        for line in again:
            line.reason = "header"


def leave_out_previews(lines: list[Line]) -> None:
    """Leaves the first copy out where the beginning of the document stands once more, whole, further down."""
    live = [line for line in lines if not line.is_out]
    keys = [re.sub(r"\s+", "", line.view) for line in live]
    for i in range(min(len(live), 12)):
        again = next(
            (j for j in range(i + _PREVIEW_FEWEST, len(live)) if keys[j] == keys[i] and len(keys[i]) >= 6), 0
        )
        if not again:
            continue
        count = 0
        while i + count < again and again + count < len(keys) and _same(keys[i + count], keys[again + count]):
            count += 1
        whole = i + count == again
        if whole and count >= _PREVIEW_FEWEST and sum(map(len, keys[i:again])) >= _PREVIEW_LENGTH:
            for line in live[i:again]:
                line.reason = "repeat"
            return


def _same(key: str, other: str) -> bool:
    """The same line, or its beginning with dots for the rest."""
    return key == other or (len(key) >= 6 and key[-1] in ".…" and other.startswith(key.rstrip(".…")))
