"""What stays together on a page, said the way Word understands it: paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from builder.render.docx.blocks import Block, Paragraph, Table, paragraphs_of, row_paragraphs


def keep_with_next(block: Block) -> None:
    """The block's end stays on the page of what follows; of a table, its last row."""
    if isinstance(block, Table):
        _keep_all(list(row_paragraphs(block.rows[-1])))
    else:
        _keep_all(list(paragraphs_of(block))[-1:])


def keep_together(blocks: Sequence[Block]) -> None:
    """The blocks share a page: all but the last paragraph (or row) are kept with the next."""
    if not blocks:
        return
    for block in blocks[:-1]:
        _keep_all(list(paragraphs_of(block)))
    last = blocks[-1]
    if isinstance(last, Table):
        keep_rows_together(last)
        return
    paragraphs = list(paragraphs_of(last))
    _keep_all(paragraphs[:-1])
    for paragraph in paragraphs:
        paragraph.keep_lines = True


def keep_rows_together(table: Table) -> None:
    """No page ends inside the table."""
    for row in table.rows[:-1]:
        _keep_all(list(row_paragraphs(row)))
    for row in table.rows:
        row.may_split = False


def keep_header_rows(table: Table) -> None:
    """A table's head never stands alone at the foot of a page."""
    for row in table.rows[:-1]:
        if row.header:
            _keep_all(list(row_paragraphs(row)))


def _keep_all(paragraphs: Sequence[Paragraph]) -> None:
    for paragraph in paragraphs:
        paragraph.keep_next = True
        paragraph.keep_lines = True
