"""The bank's own words to be read aloud: every gap in them is filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.checks.rule import Slip
from builder.content.bank import LoadedBank
from builder.words import words

OPENING_GAPS = ("n", "t", "w")
"""Questions, minutes, minutes at the warning: what the opening words can name."""
_BRACED = re.compile(r"\{(\w+)\}|\{[^{}\n]{0,20}\}?|\}[^{}\n]{0,12}")


def script_gaps(loaded: LoadedBank) -> Iterator[Slip]:
    """Opening words name no gaps but {n}, {t} and {w}, closing words none; no brace stands alone."""
    scripts = loaded.bank.scripts
    opening = words("the opening words know {known}", known=" ".join(f"{{{gap}}}" for gap in OPENING_GAPS))
    closing = words("nothing is filled in here: write what is to be read")
    for key, known, hint in (("opening", OPENING_GAPS, opening), ("closing", (), closing)):
        for found in _BRACED.finditer(getattr(scripts, key) or ""):
            if found[1] is None:
                sentence = words("a brace that belongs to no gap: {found}", found=found[0].strip())
                yield Slip(("scripts", key), sentence, hint, found[0].strip())
            elif found[1] not in known:
                sentence = words("nothing fills in {gap}", gap=found[0])
                yield Slip(("scripts", key), sentence, hint, found[0])
