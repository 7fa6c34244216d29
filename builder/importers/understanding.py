"""A manuscript → a draft: sections and questions as its outline has them, every part where it belongs."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from builder.importers.answer_key import read_key
from builder.importers.blocks import Manuscript
from builder.importers.cutting import mark_cut_off
from builder.importers.draft import Draft, Section
from builder.importers.flow import SIGN, UNACCOUNTED, Flow
from builder.importers.head import settle_stem
from builder.importers.landscape import Landscape
from builder.importers.marks import Style
from builder.importers.outline import Beginning, outline
from builder.importers.preamble import read_notes, read_preamble
from builder.importers.question import read_question
from builder.importers.section import read_heading
from builder.importers.tables import unfolded


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one beginning to the next."""

    beginning: Beginning
    end: int

    @property
    def start(self) -> int:
        return self.beginning.sight.mark.start


def understand(manuscript: Manuscript) -> Draft:
    """What the manuscript tells of a bank; lines that are in no part of it are in `unparsed`."""
    flow = Flow(unfolded(manuscript.blocks))
    draft = Draft(manuscript.name)
    if not flow.text:
        return draft
    land = Landscape(flow)
    beginnings = outline(land)
    ends = [*(b.sight.mark.start for b in beginnings), len(flow)][1:]
    stretches = [Stretch(b, end) for b, end in zip(beginnings, ends, strict=True)]
    first, above = _titles(beginnings)
    read_preamble(land, draft, stretches[first].start if first < len(stretches) else len(flow))
    _read(land, draft, [s for s in stretches[first:] if not s.beginning.key], whole=above)
    read_key(land, draft, [s for s in stretches if s.beginning.key])
    for question in draft.questions:
        settle_stem(question)
    mark_cut_off(draft)
    draft.unparsed = [flow.text[start:end] for start, end in flow.spans_of(UNACCOUNTED)]
    draft.signs = sum(end - start for start, end in flow.spans_of(SIGN))
    return draft


def _read(land: Landscape, draft: Draft, stretches: Sequence[Stretch], *, whole: bool) -> None:
    """Reads section by section; a heading is read once a question stands below it, and is left over otherwise."""
    waiting: list[Stretch] = []
    titles: list[str] = []
    for stretch in stretches:
        if stretch.beginning.is_section:
            depth = stretch.beginning.depth - int(whole)
            waiting = [s for s in waiting if s.beginning.depth < stretch.beginning.depth] + [stretch]
            titles = titles[:depth]
            if stretch.beginning.idle:
                read_notes(land, draft, stretch.start, stretch.end)
            continue
        for heading in waiting:
            section = read_heading(land, heading.beginning.sight.mark, heading.end)
            titles.append(section.title)
            section.title = " · ".join(filter(None, titles))
            draft.sections.append(section)
        waiting = []
        if not draft.sections:
            draft.sections.append(Section())
        question = read_question(land, stretch.beginning.sight.mark, stretch.end)
        draft.sections[-1].questions.append(question)
    draft.sections = [section for section in draft.sections if section.questions]


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
