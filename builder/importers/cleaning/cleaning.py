"""A manuscript → the same without what the web did to it; every step knows only the one before."""

from __future__ import annotations

from builder.importers.blocks import Manuscript
from builder.importers.cleaning.characters import tidy_characters
from builder.importers.cleaning.edges import leave_out_edges
from builder.importers.cleaning.inline import leave_out_inline
from builder.importers.cleaning.lines import cut_out, lines_of
from builder.importers.cleaning.passages import Draught
from builder.importers.cleaning.readings import take_out_readings
from builder.importers.cleaning.repeats import (
    leave_out_contents,
    leave_out_file_names,
    leave_out_headers,
    leave_out_previews,
)
from builder.importers.cleaning.restoring import restored
from builder.importers.cleaning.shifted import put_right
from builder.importers.cleaning.simplifying import SIMPLIFIED, offer_simplified, to_simplified


def cleaned(manuscript: Manuscript, to: str | None = None) -> Manuscript:
    """The document alone: what is certainly a site's is left out with its reason, garbled characters are put right.

    `to`: `zh-CN` makes Traditional characters Simplified; None leaves them, and a note offers it. Spans stay true.
    """
    draught = Draught.of(manuscript)
    if to != SIMPLIFIED:
        offer_simplified(draught)
    put_right(draught)
    tidy_characters(draught)
    take_out_readings(draught)
    _leave_out(draught)
    if to == SIMPLIFIED:
        to_simplified(draught)
    return restored(manuscript, draught)


def _leave_out(draught: Draught) -> None:
    leave_out_inline(draught)
    lines = lines_of(draught)
    leave_out_edges(lines)
    leave_out_file_names(lines)
    leave_out_contents(lines)
    leave_out_previews(lines)
    leave_out_headers(lines)
    cut_out(draught, lines)
