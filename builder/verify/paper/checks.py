"""The checks of pages, in the order in which their findings are told."""

from builder.verify.paper.cells import over_a_rule
from builder.verify.paper.edges import off_the_sheet, printed_over
from builder.verify.paper.empty import empty_pages
from builder.verify.paper.glyphs import empty_boxes, fonts_outside
from builder.verify.paper.parted import alone_at_the_foot, alone_at_the_top, split_rows
from builder.verify.paper.sound import acting, attached, damaged, unsound

PAGES = (
    unsound,
    acting,
    attached,
    fonts_outside,
    empty_boxes,
    off_the_sheet,
    printed_over,
    over_a_rule,
    alone_at_the_foot,
    alone_at_the_top,
    split_rows,
    empty_pages,
)
SLOW_PAGES = (damaged,)
"""A third of a second for fifty pages."""
