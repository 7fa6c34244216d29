"""The checks of written files. A new one is a function and a line here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from builder.verify.expected import Expected
from builder.verify.fault import Fault
from builder.verify.ooxml.checks import SLOW, WORD, WORKBOOK
from builder.verify.opened import Opened, OpenedDocx, OpenedHtml, OpenedPdf, OpenedXlsx, reading
from builder.verify.paper.checks import PAGES, SLOW_PAGES

Check = Callable[[Any, Expected], Iterable[Fault]]
"""A reopened file of one kind and what it should be → what is wrong with it."""

CHECKS: dict[type[Opened], tuple[Check, ...]] = {
    OpenedPdf: (*PAGES,),
    OpenedDocx: (*WORD,),
    OpenedXlsx: (*WORKBOOK,),
    OpenedHtml: (),
}
SLOW_CHECKS: dict[type[Opened], tuple[Check, ...]] = {
    OpenedPdf: SLOW_PAGES,
    OpenedDocx: SLOW,
    OpenedXlsx: SLOW,
}
"""Checks that take as long as building the file: `packs verify` has the time, a build has not."""


def faults_of(file: Opened, expected: Expected, *, thorough: bool = False) -> Iterator[Fault]:
    """What every check finds wrong with one file; with `thorough`, the slow ones too.

    Raises UnreadableError for a file that opens but is not built as its format asks.
    """
    for check in (*CHECKS[type(file)], *(SLOW_CHECKS.get(type(file), ()) if thorough else ())):
        with reading():
            yield from check(file, expected)
