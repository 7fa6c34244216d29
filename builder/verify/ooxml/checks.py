"""The checks of Word files and workbooks, in the order in which their findings are told."""

from builder.verify.ooxml.audit import invalid
from builder.verify.ooxml.identity import doubled_ids, undefined
from builder.verify.ooxml.keeping import loose_heads, loose_signatures
from builder.verify.ooxml.letters import foreign_fonts, unprintable
from builder.verify.ooxml.package import acting, incomplete
from builder.verify.ooxml.tables import splitting_rows, too_broad
from builder.verify.ooxml.workbook import broken_cells

WORD = (
    incomplete,
    acting,
    doubled_ids,
    undefined,
    foreign_fonts,
    unprintable,
    too_broad,
    splitting_rows,
    loose_heads,
    loose_signatures,
)
WORKBOOK = (incomplete, acting, broken_cells)
SLOW = (invalid,)
"""Up to two seconds for fifty pages."""
