"""What a page says of each field: as it was printed, changed, or gone; and the words that belong to none."""

from __future__ import annotations

from collections.abc import Iterator

from builder.importers.own.carried import OwnFile
from builder.importers.own.finding import Found, found_in
from builder.importers.own.newcomers import Newcomers
from builder.importers.own.pieces import Page, Piece, Printing
from builder.importers.own.places import kind_of
from builder.importers.own.slots import Slots
from builder.render.docx.oxml.marks import digest


def read_file(file: OwnFile) -> Page:
    """Compares a file's body with the map of what was printed."""
    slots = Slots(file.slots, file.fields)
    found = found_in(file.lines, slots)
    page = Page(file, list(_printings(slots)))
    if not file.slots:
        return (
            page  # made of templates that mark nothing: what is new on it cannot be told from what is theirs
        )
    by_mark = {}
    for printing in page.printings:
        for slot in printing.slots:
            by_mark[slot, printing.path] = printing
    _fill(page, slots, found, by_mark)
    Newcomers(page, slots, found, by_mark).settle()
    return page


def _printings(slots: Slots) -> Iterator[Printing]:
    """Paragraphs of one field that follow each other are one printing."""
    last: Printing | None = None
    for slot in range(len(slots)):
        marks = slots.marks(slot)
        if slots.is_whole(slot):
            path = slots.fields[marks[0]]
            if (
                last is not None
                and last.path == path
                and last.slots[-1] == slot - 1
                and kind_of(path) == "prose"
            ):
                last.slots.append(slot)
                continue
            last = Printing(path, [slot])
            yield last
        else:
            last = None
            yield from (Printing(slots.fields[mark], [slot]) for mark in marks)


def _fill(page: Page, slots: Slots, found: Found, by_mark: dict[tuple[int, str], Printing]) -> None:
    lines = page.file.lines
    for slot, places in sorted(found.lines_of.items()):
        same = len(places) == 1 and digest(lines[places[0]].text) == slots.digest(slot)
        if slots.is_whole(slot):
            printing = by_mark[slot, slots.fields[slots.marks(slot)[0]]]
            # A blank cell that was blank is as it was; a paragraph that is blank now is gone.
            kept = [i for i in places if same or lines[i].text.strip()]
            printing.pieces += [Piece(lines[i], slot=slot, same=same) for i in kept]
            if kept and printing.place < 0:
                printing.place = kept[0]
            continue
        spans = slots.values(slot, lines[places[0]]) if slots.marks(slot) else {}
        if spans is None:
            page.torn.append(lines[places[0]].text)
            spans = {mark: lines[places[0]].marks.get(mark, (0, 0)) for mark in slots.marks(slot)}
        for mark, (start, end) in spans.items():
            printing = by_mark[slot, slots.fields[mark]]
            printing.place = places[0]
            if end > start:
                printing.pieces.append(Piece(lines[places[0]], start, end, slot, same))
