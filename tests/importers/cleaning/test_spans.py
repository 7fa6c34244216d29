"""Whatever is cut out of a block, every character of the source stays in exactly one piece."""

from __future__ import annotations

import random

import pytest

from builder.importers.blocks import Block, Manuscript
from builder.importers.cleaning.passages import Cut, Draught
from builder.importers.cleaning.restoring import restored
from builder.words import words

WORDS = ("先道歉", " ", "再核对", "**", "&amp;", "\n", "签字。", "<b>", "第一步")


@pytest.mark.parametrize("seed", range(60))
def test_spans_stay_true_where_the_source_has_markup_that_the_block_lost(seed):
    draw = random.Random(seed)
    pieces = [draw.choice(WORDS) for _ in range(30)]
    source = f"甲{''.join(pieces)}乙"
    said = f"甲{''.join(piece for piece in pieces if piece not in ('**', '<b>')).replace('&amp;', '&')}乙"
    manuscript = Manuscript("x", source, (Block(said, end=len(source)),))
    draught = Draught.of(manuscript)
    for _ in range(draw.randint(1, 4)):
        start = draw.randrange(len(said) - 1)
        cut = Cut(start, draw.randint(start + 1, len(said)), words("a page number"))
        draught.passages[0].cuts.append(cut)
    made = restored(manuscript, draught)
    assert list(made.uncovered()) == []
    assert all(piece.place >= 1 for piece in made.left_out)
    kept = "".join(block.text for block in made.blocks) + "".join(piece.text for piece in made.left_out)
    assert sorted("".join(kept.split())) == sorted("".join(said.split()))
