"""“Did you mean”: the nearest of the names there are."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from builder.words import Words, words


def nearest(name: str, known: Iterable[str]) -> Words:
    """A hint: the known name that `name` is most like, or all of them where it is like none."""
    names = list(known)
    close = difflib.get_close_matches(name, names, n=1, cutoff=0.5)
    if close:
        return words("did you mean “{key}”?", key=close[0])
    return words("there are: {keys}", keys=names)
