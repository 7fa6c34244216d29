"""The heading of a section: its title, and what it says of points and minutes."""

from __future__ import annotations

import re

from builder.importers.draft import Section
from builder.importers.understanding.amounts import Amounts, amounts_in, bracketed
from builder.importers.understanding.flow import Flow
from builder.importers.understanding.landscape import Landscape
from builder.importers.understanding.mark import Mark

LONGEST_TITLE = 120


def read_heading(land: Landscape, mark: Mark, end: int) -> Section:
    """The section whose heading begins with the mark; words up to `end` that are no heading stay unaccounted."""
    flow = land.flow
    section = Section()
    flow.sign(mark.start, mark.end)
    line_end = min(flow.line_end(mark.end), end)
    title_end = line_end
    for span, amounts, alone in bracketed(flow, mark.end, line_end):
        section.amounts.fill(amounts)
        if alone:
            flow.sign(*span)
            title_end = min(title_end, span[0])
    title_end = _before_amounts(flow, section.amounts, mark.end, title_end)
    if title_end - mark.end <= LONGEST_TITLE:
        section.title = flow.take(mark.end, title_end).strip(" *:：。")
    if not section.title and re.search(r"[^\W\d_]", flow.skeleton[mark.start : mark.end]):
        section.title = flow.take(mark.start, mark.end).strip(" *:：。.、[]【】")
    _read_lines(flow, section.amounts, title_end, end)
    return section


def _before_amounts(flow: Flow, known: Amounts, start: int, end: int) -> int:
    """Where the title ends that has its points behind a dash or a comma, without brackets."""
    found = re.search(r"[,:;-]\s*([^,:;()-]*\d[^()]*)$", flow.skeleton[start:end])
    if found:
        amounts, rest = amounts_in(found[1])
        if amounts and not rest:
            known.fill(amounts)
            flow.sign(start + found.start(), end)
            return start + found.start()
    return end


def _read_lines(flow: Flow, known: Amounts, start: int, end: int) -> None:
    """Lines between the heading and its first question that say nothing but points, counts and minutes."""
    for line in re.finditer(r"[^\n]+", flow.text[start:end]):
        a, b = flow.trimmed(start + line.start(), start + line.end())
        amounts, rest = amounts_in(flow.skeleton[a:b].strip("()[]"))
        if amounts:
            known.fill(amounts)
            if not re.sub(r"[本该]?(?:部分|环节)|满|[()。\[\]]", "", rest):
                flow.sign(a, b)
