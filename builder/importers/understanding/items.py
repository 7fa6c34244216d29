"""Lists inside a part of a question: numbered, bulleted, or a line an item; inline too."""

from __future__ import annotations

import re
from decimal import Decimal

from builder.importers.draft import Item
from builder.importers.understanding.amounts import amounts_in, halves
from builder.importers.understanding.flow import Flow, Span
from builder.importers.understanding.numerals import whole

_STYLES = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<![\d.a-zA-Z])(\d{1,2})(?:、|\.(?!\d)|[)]) *(?=[^ \n])",
        r"[(](\d{1,2})[)][、.]? *(?=[^ \n])",
        r"([①-⑳❶-❿])[、.]? *(?=[^ \n])",
        r"(?<=[\n。;:])\s*第?([一二三四五六七八九十]{1,2})(?:、|是|,) *(?=[^ \n])",
        r"[(]([一二三四五六七八九十]{1,2})[)][、.]? *(?=[^ \n])",
    )
)
_BULLET = re.compile(r"(?m)^ *(?:[-*·●◆■▪○◇□►»]+|o(?= )) *(?=[^ \n])")
_END_POINTS = re.compile(
    r" *[(\[]([^()\[\]\n]{1,20})[)\]] *[。;.,]? *$|[:,;。] *(?:可?得|计|给)? *(\d{1,6}(?:\.5)? *分) *[。;.,]? *$|[:-] *(\d{1,6}(?:\.5)? *(?:points?|marks?)) *[.;]? *$"
)


def split_items(flow: Flow, start: int, end: int, *, by_line: bool = True) -> tuple[Span, list[Span]]:
    """What leads up to the list, and the spans of its items without their marks, which are accounted for."""
    start, end = flow.trimmed(start, end)
    marks = _numbered(flow, start, end) or [m.span() for m in _BULLET.finditer(flow.skeleton, start, end)]
    if marks:
        for mark in marks:
            flow.sign(*mark)
        ends = [*(mark[0] for mark in marks[1:]), end]
        spans = [flow.trimmed(mark[1], stop) for mark, stop in zip(marks, ends, strict=True)]
        return flow.trimmed(start, marks[0][0]), [s for s in spans if s[0] < s[1]]
    lines = (
        [m.span() for m in re.finditer(r"[^\n]+", flow.text[start:end])] if by_line else [(0, end - start)]
    )
    spans = [flow.trimmed(start + a, start + b) for a, b in lines]
    return (start, start), [s for s in spans if s[0] < s[1]]


def _numbered(flow: Flow, start: int, end: int) -> list[Span]:
    """The marks of the list 1, 2, 3 … that begins first."""
    runs = []
    for pattern in _STYLES:
        run: list[Span] = []
        for mark in pattern.finditer(flow.skeleton, start, end):
            if whole(mark[1]) == len(run) + 1:
                run.append(mark.span())
        if run:
            runs.append(run)
    return min(runs, key=lambda run: (run[0][0], -len(run)), default=[])


def take_items(flow: Flow, start: int, end: int, *, apart: bool = False) -> tuple[str, list[Item]]:
    """The words before a list, and its items with the points behind them.

    `apart`: what is no list, but parted by semicolons, is one too.
    """
    lead, spans = split_items(flow, start, end)
    if apart and len(spans) == 1:
        spans = [
            flow.trimmed(spans[0][0] + m.start(), spans[0][0] + m.end())
            for m in re.finditer(r"[^;]+;?", flow.skeleton[slice(*spans[0])])
        ]
    return flow.take(*lead), [take_item(flow, *span) for span in spans]


def take_item(flow: Flow, start: int, end: int) -> Item:
    """One item; points in brackets behind it become its value."""
    stop, points = ending_points(flow, start, end)
    if points is not None:
        flow.sign(stop, end)
    bare = len(flow.skeleton[start:stop].rstrip("; "))
    flow.sign(start + bare, stop)
    return Item(flow.take(start, start + bare), points)


def ending_points(flow: Flow, start: int, end: int) -> tuple[int, Decimal | None]:
    """Where the words end, and the points that stand behind them."""
    found = _END_POINTS.search(flow.skeleton, start, end)
    if found:
        amounts, rest = amounts_in(next(g for g in found.groups() if g))
        points = halves(amounts.points if amounts.points is not None else amounts.total)
        if points is not None and not rest:
            return flow.trimmed(start, found.start())[1], points
    return end, None
