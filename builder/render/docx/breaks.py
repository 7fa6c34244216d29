"""Page breaks and section starts, and the small gaps that tables need around them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from builder.render.docx.blocks import Block, Contents, NewSection, Paragraph, Table, row_paragraphs
from builder.render.docx.keeping import keep_with_next
from builder.render.docx.oxml.story import GAP
from builder.render.docx.stylesheet.lists import LIST_STYLES
from builder.render.docx.vocabulary import misplaced


def broken(blocks: list[Block], start: str, enclosed: bool) -> list[Block]:
    """The blocks on a new page; on a left- or right-hand one as a section of their own.

    Raises BuildError inside a table or box, where Word cannot break.
    """
    if enclosed:
        raise misplaced("a page break", "a table or box")
    if start != "nextPage":
        return [NewSection("evenPage" if start == "evenPage" else "oddPage"), *blocks]
    if not blocks:
        return [Paragraph(GAP, page_break_before=True)]
    first = blocks[0]
    if isinstance(first, Contents):
        first = (first.title or first.lines)[0]
    if isinstance(first, Paragraph | Table):
        first.page_break_before = True
    return blocks


def settled(blocks: Sequence[Block], *, titled: bool = False) -> list[Block]:
    """The blocks of a whole story, ready to be written: section starts merged, tables set apart.

    With `titled`, every first-level heading that begins a page begins a section too: a header of its own then
    shows the right title even in viewers that do not work out the header's field.
    """
    merged = _sections_merged(blocks)
    _keep_signatures(merged)
    return spaced(_titled(merged) if titled else merged)


def _keep_signatures(blocks: Sequence[Block]) -> None:
    """A line for signatures stays with the last row or line of what is signed."""
    for before, after in pairwise(blocks):
        signs = isinstance(after, Paragraph) and after.style == "Signature Line"
        if signs and isinstance(before, Paragraph | Table):
            keep_with_next(before)


def _titled(blocks: Sequence[Block]) -> list[Block]:
    done: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph) and block.title:
            if block.page_break_before:
                block.page_break_before = False
                done.append(NewSection())
            if done and isinstance(done[-1], NewSection):
                done[-1].title = block.title
        done.append(block)
    return done


def spaced(blocks: Sequence[Block]) -> list[Block]:
    """A gap after every table, lest the next one join it or the text cling to it; one between list and table.

    A table that begins a page gets a gap that carries the break: a table cannot.
    """
    done: list[Block] = []
    for i, block in enumerate(blocks):
        if isinstance(block, Table) and block.page_break_before:
            done.append(Paragraph(GAP, keep_next=True, page_break_before=True))
        elif isinstance(block, Table) and i and _is_item(blocks[i - 1]):
            done.append(Paragraph(GAP, keep_next=True))
        done.append(block)
        following = blocks[i + 1] if i + 1 < len(blocks) else None
        if isinstance(block, Table) and _wants_gap(following):
            done.append(Paragraph(GAP, keep_next=_kept(block)))
    return done


def _wants_gap(following: Block | None) -> bool:
    if following is None or isinstance(following, NewSection):
        return False
    if isinstance(following, Paragraph):
        return not (following.page_break_before or following.style.startswith("Heading"))
    return not (isinstance(following, Table) and following.page_break_before)


def _is_item(block: Block) -> bool:
    """Items of a list stand close: the last one too, and a table after it would touch it."""
    return isinstance(block, Paragraph) and block.style in LIST_STYLES


def _kept(table: Table) -> bool:
    return all(paragraph.keep_next for paragraph in row_paragraphs(table.rows[-1]))


def _unbreak(block: Block) -> None:
    first = (block.title or block.lines)[0] if isinstance(block, Contents) else block
    if isinstance(first, Paragraph | Table):
        first.page_break_before = False


def _sections_merged(blocks: Sequence[Block]) -> list[Block]:
    done: list[Block] = []
    for block in blocks:
        before = done[-1] if done else None
        if not isinstance(before, NewSection):
            done.append(block)
        elif isinstance(block, NewSection):
            side = before.start if block.start == "nextPage" else block.start
            done[-1] = NewSection(side, block.cover)
        else:
            # A section starts a page anyway.
            _unbreak(block)
            done.append(block)
    return done[:-1] if done and isinstance(done[-1], NewSection) else done
