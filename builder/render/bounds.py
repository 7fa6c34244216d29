"""How large a composed document may be: beyond it, engines and word processors fail in ways of their own."""

from __future__ import annotations

import re
from typing import Any

from builder.errors import BuildError
from builder.words import words

MAX_ELEMENTS = 300_000
MAX_DEPTH = 80
"""Elements inside elements; a table in a box in a list is ten deep."""
MAX_COLUMNS = 63
"""Columns of a table: Word has no more."""
MAX_ROWS = 1_000
"""Rows that one cell may span."""
MAX_START = 999_999_999
"""Number of a list's first item."""
MAX_PAGES = 2_000
_WHOLE = re.compile(r"[0-9]{1,9}", re.ASCII)
_NUMBERS = {"colspan": MAX_COLUMNS, "rowspan": MAX_ROWS, "start": MAX_START}


def refuse_excess(root: Any) -> None:
    """Raises BuildError for a tree (ElementTree or lxml) of too many or too deep elements, or numbers too large."""
    count, row = 0, [root]
    for _ in range(MAX_DEPTH):
        count += len(row)
        if count > MAX_ELEMENTS:
            raise _excess("elements", MAX_ELEMENTS)
        for element in row:
            _refuse_numbers(element)
        row = [child for element in row for child in element]
        if not row:
            return
    raise _excess("levels of elements inside each other", MAX_DEPTH)


def refuse_pages(number: int) -> None:
    """Raises BuildError for the first page too many."""
    if number > MAX_PAGES:
        raise _excess("pages", MAX_PAGES)


def _refuse_numbers(element: Any) -> None:
    attributes = element.attrib
    for name, limit in _NUMBERS.items() if attributes else ():
        value = attributes.get(name)
        if value is not None and not (_WHOLE.fullmatch(value) and int(value) <= limit):
            raise BuildError(
                words(
                    "{name}=“{value}” is not a whole number up to {limit}",
                    name=name,
                    value=value[:40],
                    limit=limit,
                ),
                words("correct the template"),
            )
    if element.tag in ("tr", "colgroup") and len(element) > MAX_COLUMNS:
        raise BuildError(
            words("a table has more than {limit} columns", limit=MAX_COLUMNS),
            words("split the table: no page and no Word file holds as many"),
        )


def _excess(what: str, limit: int) -> BuildError:
    return BuildError(
        words("the document has more than {limit} {what}", limit=limit, what=_NAMES[what]),
        words("make it smaller, or split the pack"),
    )


_NAMES = {
    "elements": words("elements"),
    "levels of elements inside each other": words("levels of elements inside each other"),
    "pages": words("pages"),
}
