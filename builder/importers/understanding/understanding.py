"""A manuscript → a draft: sections and questions as its outline has them, every part where it belongs."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from builder.importers.blocks import Manuscript
from builder.importers.draft import Draft
from builder.importers.understanding.answer_key import read_key
from builder.importers.understanding.bylines import explicit
from builder.importers.understanding.closing import closing
from builder.importers.understanding.credence import credible
from builder.importers.understanding.cutting import mark_cut_off
from builder.importers.understanding.flow import SIGN, UNACCOUNTED, Flow
from builder.importers.understanding.head import settle_stem
from builder.importers.understanding.landscape import Landscape
from builder.importers.understanding.mark import Style
from builder.importers.understanding.outline import Beginning, outline
from builder.importers.understanding.preamble import read_closing, read_preamble
from builder.importers.understanding.ruled.ruling import unruled
from builder.importers.understanding.stretches import Stretch, read_sections
from builder.importers.understanding.tables import unfolded
from builder.importers.understanding.unlabelled import tell_answers_apart


def understand(manuscript: Manuscript) -> Draft:
    """What the manuscript tells of a bank; lines that are in no part of it are in `unparsed`."""
    flow = Flow(list(explicit(unfolded(unruled(manuscript.blocks)))))
    draft = Draft(manuscript.name)
    if not flow.text:
        return draft
    land = Landscape(flow, manuscript.name)
    beginnings = credible(land, outline(land))
    end = closing(land, beginnings)
    ends = [*(b.start for b in beginnings), end][1:]
    stretches = [Stretch(b, end) for b, end in zip(beginnings, ends, strict=True)]
    first, above = _titles(beginnings)
    read_preamble(land, draft, stretches[first].start if first < len(stretches) else len(flow))
    read_sections(land, draft, [s for s in stretches[first:] if not s.beginning.key], whole=above)
    read_closing(land, draft, end)
    read_key(land, draft, [s for s in stretches if s.beginning.key])
    for question in draft.questions:
        settle_stem(question)
    tell_answers_apart(draft)
    _share_points(draft)
    mark_cut_off(draft)
    draft.unparsed = [flow.text[start:end] for start, end in flow.spans_of(UNACCOUNTED)]
    draft.signs = sum(end - start for start, end in flow.spans_of(SIGN))
    return draft


def _share_points(draft: Draft) -> None:
    """What the introduction says every question is worth holds in sections that say nothing of points."""
    for section in draft.sections:
        amounts = section.amounts
        if amounts.each is None and amounts.total is None and amounts.points is None:
            amounts.each = draft.amounts.each


def _titles(beginnings: Sequence[Beginning]) -> tuple[int, bool]:
    """How many of the first beginnings are the document's title, and whether all others stand below it."""
    count = 0
    for beginning, following in itertools.pairwise(beginnings):
        if not (_may_be_title(beginning) and following.is_section and following.depth <= beginning.depth):
            break
        count += 1
    rest = beginnings[count:]
    others = [b for b in rest[1:] if b.is_section and b.depth == 0 and not b.idle]
    above = bool(rest) and _may_be_title(rest[0]) and not others
    return count + int(above), above


def _may_be_title(beginning: Beginning) -> bool:
    style, numbered = beginning.sight.mark.style, beginning.sight.mark.number is not None
    plain = style in (f"{Style.HEADING}1", f"{Style.HEADING}2", Style.BOLD, Style.TITLE)
    return beginning.is_section and plain and not numbered and not beginning.idle and beginning.depth == 0
