"""The cleaned manuscript: blocks with their clean words, and what was cut out of them, with true spans."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from builder.importers.blocks import Block, Doubt, LeftOut, Manuscript
from builder.importers.cleaning import passages as draughts
from builder.importers.cleaning.passages import Cut, Draught, Passage

AROUND = 6
"""Characters before a doubtful place that are shown with it, and twice as many from it on."""
_REACH = 200
"""How far on in the source the next character of a block is looked for."""


def restored(manuscript: Manuscript, draught: Draught) -> Manuscript:
    """The manuscript with clean blocks; what its reader left out stays left out."""
    blocks: list[Block] = []
    left_out = list(manuscript.left_out)
    for passage in draught.passages:
        pieces = [_whole(passage)] if not passage.cuts else [*_pieces(manuscript.source, passage)]
        blocks += (piece for piece in pieces if isinstance(piece, Block))
        left_out += (piece for piece in pieces if isinstance(piece, LeftOut))
    left_out.sort(key=lambda piece: (piece.start, piece.end))
    return replace(
        manuscript,
        blocks=tuple(blocks),
        left_out=tuple(left_out),
        notes=(*manuscript.notes, *draught.notes),
        doubts=(*manuscript.doubts, *(_doubt(draught, doubt) for doubt in draught.doubts)),
    )


def _doubt(draught: Draught, doubt: draughts.Doubt) -> Doubt:
    """The doubt with the words around it as they stand now, in their line."""
    passage = draught.passages[doubt.passage]
    text, at = passage.words.text, passage.words.offset_of(doubt.origin)
    start = max(at - AROUND, text.rfind("\n", 0, at) + 1)
    end = text.find("\n", at)
    return Doubt(
        text[start : min(at + 2 * AROUND, end if end >= 0 else len(text))].strip(),
        doubt.sentence,
        passage.block.place,
    )


def _whole(passage: Passage) -> Block:
    return _with_words(passage, passage.words.text, passage.block)


def _with_words(passage: Passage, text: str, block: Block) -> Block:
    if text == passage.block.text:
        return block
    lead = passage.words.text[: passage.words.offset_of(len(block.bold_lead))]
    bold = lead if block.bold_lead and text.startswith(lead) else ""
    if block.cells:
        return replace(
            block, text=text, bold_lead=bold, cells=tuple(cell.strip() for cell in text.split("\t"))
        )
    return replace(block, text=text.strip(), bold_lead=bold)


def _pieces(source: str, passage: Passage) -> Iterator[Block | LeftOut]:
    """What is left of the block, and every cut; a cut in the middle of what is left has no span of its own."""
    block, text, origins = passage.block, passage.words.text, passage.words.origins
    in_source = _in_source(source, block)
    cuts = _apart(passage.cuts)
    kept = [span for span in _between(cuts, len(text)) if text[slice(*span)].strip()]
    first, last = (kept[0][0], kept[-1][1]) if kept else (len(text), len(text))
    head, inner, tail = (
        [cut for cut in cuts if cut.start < first],
        [cut for cut in cuts if first <= cut.start < last],
        [cut for cut in cuts if cut.start >= last],
    )
    first += len(text[first:]) - len(text[first:].lstrip())
    start = (in_source(origins[first]) if head else block.start) if kept else block.end
    end = in_source(origins[tail[0].start]) if tail else block.end
    starts = [in_source(origins[cut.start]) for cut in cuts]
    if head:
        starts[0] = block.start
    behind = len(cuts) - len(tail)
    spans = [
        *_chain(starts[: len(head)], start),
        *[(end, end)] * len(inner),
        *_chain(starts[behind:], block.end),
    ]
    if kept:
        words_left = re.sub(r"\n\s*\n", "\n", "".join(text[slice(*span)] for span in kept))
        yield replace(
            _with_words(passage, words_left, block), start=start, end=end, place=_place(source, block, start)
        )
    for cut, begin, span in zip(cuts, starts, spans, strict=True):
        said = block.text[origins[cut.start] : origins[cut.end]].strip()
        yield LeftOut(said, cut.reason, _place(source, block, begin), *span)


def _chain(starts: list[int], end: int) -> Iterator[tuple[int, int]]:
    """From each to the next, from the last to the end."""
    return zip(starts, [*starts[1:], end][: len(starts)], strict=True)


def _place(source: str, block: Block, offset: int) -> int:
    return block.place + source.count("\n", block.start, offset)


def _apart(cuts: list[Cut]) -> list[Cut]:
    """The cuts in order, none beginning in another."""
    apart: list[Cut] = []
    for cut in sorted(cuts, key=lambda cut: (cut.start, -cut.end)):
        if not apart or cut.start >= apart[-1].end:
            apart.append(cut)
    return apart


def _between(cuts: list[Cut], length: int) -> Iterator[tuple[int, int]]:
    position = 0
    for cut in cuts:
        if position < cut.start:
            yield position, cut.start
        position = max(position, cut.end)
    if position < length:
        yield position, length


def _in_source(source: str, block: Block) -> Callable[[int], int]:
    """From an offset in the block's text to the one in the source; where the reader changed words, as near as can be."""
    piece = source[block.start : block.end]
    found = piece.find(block.text)
    if found >= 0:
        return lambda offset: block.start + found + offset
    places: list[int] = []
    position = 0
    for char in block.text:
        places.append(block.start + position)
        if not char.isspace() and (near := piece.find(char, position, position + _REACH)) >= 0:
            places[-1] = block.start + near
            position = near + 1
    places.append(block.end)
    return places.__getitem__
