"""A pack that this program printed: what it holds for the panel beside the questions is no part of a bank."""

from __future__ import annotations

import dataclasses

from builder.importers.blocks import Block, Kind, LeftOut, Manuscript
from builder.words import Words, words

PARTS = frozenset(
    {
        *("回避与保密", "考务流程", "考官须知", "双向细目表", "导入语", "考生提问与结束", "考场情况记录", "附录版本与修订"),
        *("conflictsofinterestandconfidentiality", "runsheet", "rater’sguide", "blueprint", "openingwords"),
        *("thecandidate’squestions,andclose", "incidentlog", "appendix:versionandchanges"),
    }
)  # fmt: skip
"""Headings of those parts, without spaces, in small letters, as the built-in labels have them."""
AREAS = frozenset({"记录（事实与原话）", "notes(factsandwords)"})
"""Headings of lines to write on."""
FEWEST = 4
"""Of these headings; a document with fewer is no pack of ours."""


def without_panel_parts(manuscript: Manuscript) -> Manuscript:
    """The manuscript with such parts left out, if it is a pack; any other as it is."""
    titles = [block.text for block in manuscript.blocks if _heads_part(block)]
    if len(titles) < FEWEST:
        return manuscript
    kept: list[Block] = []
    left_out = list(manuscript.left_out)
    heading: Block | None = None
    for block in manuscript.blocks:
        if block.kind is Kind.HEADING and (heading is None or block.level <= heading.level):
            heading = block if _heads_part(block) else None
        part = heading or (block if _plain(block) in AREAS else None)
        if part is None:
            kept.append(block)
        else:
            left_out.append(LeftOut(block.text, _reason(part), block.place, block.start, block.end))
    return dataclasses.replace(manuscript, blocks=tuple(kept), left_out=tuple(left_out))


def _heads_part(block: Block) -> bool:
    return block.kind is Kind.HEADING and _plain(block) in PARTS


def _plain(block: Block) -> str:
    return "".join(block.text.split()).lower()


def _reason(heading: Block) -> Words:
    return words("printed for the panel under “{title}”", title=heading.text)
