"""Sheets in bulk: what all copies share is laid out once, what is personal is put into its slots.

A composed document holds slots, `<span class="slot" data-slot="draw_number">0000</span>`, whose sample text
reserves the place. `Bulk` makes any number of copies, each with values of its own; `assemble` joins what is
made in printing order.
"""

from builder.render.bulk.assembling import assemble
from builder.render.bulk.bulk import Bulk
from builder.render.bulk.bundle import Bundle, Entry, Part
from builder.render.bulk.forme import Forme
from builder.render.bulk.values import Misfit, SlotError, Values

__all__ = ["Bulk", "Bundle", "Entry", "Forme", "Misfit", "Part", "SlotError", "Values", "assemble"]
