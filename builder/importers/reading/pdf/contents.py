"""The table of contents of a printed document: lines that lead to a page's number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from builder.importers.reading.pdf.pages import Line

_LEADING = re.compile(r".{1,80}?(?:[.．·•…_—-] ?){4,}\s*\d{1,4}$")
_TITLE = re.compile(r"\s*(?:目\s*[录錄次]|(?:table of )?contents)\s*", re.IGNORECASE)
FEWEST, LONGEST = 3, 400


def contents_lines(lines: Sequence[Line]) -> set[int]:
    """The `id` of each line of a table of contents, and of its title right above it."""
    leading = [
        i for i, line in enumerate(lines) if len(line.text) <= LONGEST and _LEADING.fullmatch(line.text)
    ]
    if len(leading) < FEWEST:
        return set()
    titles = [i - 1 for i in leading if i and _TITLE.fullmatch(lines[i - 1].text)]
    return {id(lines[i]) for i in (*leading, *titles)}
