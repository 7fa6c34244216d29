"""A Word file → a manuscript."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml.etree import _Element

from builder.importers.blocks import Block, Kind, Manuscript
from builder.importers.reading.docx.emphasis import Emphasis
from builder.importers.reading.docx.inline import Piece
from builder.importers.reading.docx.items import Aside, Item, Line, Row
from builder.importers.reading.docx.markup import W, val
from builder.importers.reading.docx.nesting import nested
from builder.importers.reading.docx.numbering import Numbering
from builder.importers.reading.docx.opening import WordPackage, opened_package, too_large
from builder.importers.reading.docx.scroll import Scroll
from builder.importers.reading.docx.story import OverlongError, Story
from builder.importers.reading.docx.styles import LOWEST, Styles
from builder.importers.reading.docx.tally import Tally
from builder.words import Words, words

HEADER = words("header or footer of the pages")
COMMENT = words("comment in the margin")
UNREFERRED = words("note that nothing refers to")
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")


def read_docx(name: str, data: bytes) -> Manuscript:
    """The file's text as blocks: numbers as Word shows them, accepted as to tracked changes.

    Macros, links and embedded files are never followed. Raises RequestError, naming the file and its part, for one
    that is protected, damaged, hostile or of another format.
    """
    package = opened_package(name, data)
    try:
        return _manuscript(package)
    except OverlongError:
        raise too_large(name, package.document) from None


def _manuscript(package: WordPackage) -> Manuscript:
    tally = Tally(macros=package.has_macros)
    styles = Styles(package.roots("styles"))
    notes = {key: note for kind in ("footnote", "endnote") for key, note in _notes(package, kind)}
    story = Story(styles, Numbering(package.roots("numbering")), tally, notes)
    items = nested(list(story.items(package.body())))
    items += [Aside(_words_of(story, note), UNREFERRED) for note in list(notes.values())]
    margins = list(_margins(package, story, tally))
    scroll = Scroll()
    emphasis = Emphasis(_pieces(items))
    lower = int(any(isinstance(i, Line) and i.is_title for i in items) and _has_sections(items))
    for item in items:
        _write(scroll, item, emphasis, lower)
    for text, reason in margins:
        scroll.leave_out(text, reason)
    return Manuscript(
        package.name, scroll.text, tuple(scroll.blocks), tuple(scroll.left_out), tuple(tally.notes())
    )


def _write(scroll: Scroll, item: Item, emphasis: Emphasis, lower: int) -> None:
    if isinstance(item, Aside):
        scroll.leave_out(item.text, item.reason)
    elif isinstance(item, Row):
        cells = tuple(_cell(cell) for cell in item.cells)
        scroll.add(Block("\t".join(cells), Kind.TABLE_ROW, cells=cells))
        for aside in _asides(item):
            scroll.leave_out(aside.text, aside.reason)
    else:
        is_heading = item.kind is Kind.HEADING
        level = min(item.level + lower * (not item.is_title), LOWEST) if is_heading else item.level
        lead = "" if is_heading else emphasis.lead(item.pieces)
        scroll.add(Block(item.text, item.kind, level, item.marker, lead))


def _cell(items: Iterable[Item]) -> str:
    """A cell's words: a line a paragraph, numbers before them; a table inside it a line a row."""
    lines = []
    for item in items:
        if isinstance(item, Row):
            lines.append("  ".join(filter(None, (_cell(cell) for cell in item.cells))))
        elif isinstance(item, Line) and item.text:
            lines.append(Block(item.text, item.kind, item.level, item.marker).line)
    return "\n".join(filter(None, lines)).replace("\t", " ")


def _asides(row: Row) -> Iterator[Aside]:
    for cell in row.cells:
        for item in cell:
            if isinstance(item, Aside):
                yield item
            elif isinstance(item, Row):
                yield from _asides(item)


def _pieces(items: Iterable[Item]) -> Iterator[Piece]:
    """All words of the running text and of tables; headings stand out by themselves."""
    for item in items:
        if isinstance(item, Line) and item.kind is not Kind.HEADING:
            yield from item.pieces
        elif isinstance(item, Row):
            for cell in item.cells:
                yield from _pieces(cell)


def _has_sections(items: Iterable[Item]) -> bool:
    """Headings of the first level stand beside the document's title, and so below it."""
    return any(
        isinstance(i, Line) and i.kind is Kind.HEADING and i.level == 1 and not i.is_title for i in items
    )


def _notes(package: WordPackage, kind: str) -> Iterator[tuple[tuple[str, str], _Element]]:
    for root in package.roots(f"{kind}s"):
        for note in root.iterfind(f"{W}{kind}"):
            if val(note, "type") not in _SEPARATORS:
                yield (kind, val(note, "id") or ""), note


def _margins(package: WordPackage, story: Story, tally: Tally) -> Iterator[tuple[str, Words]]:
    """What stands at the pages' edges, each text once, and comments."""
    seen = set()
    for kind in ("header", "footer"):
        for root in package.roots(kind):
            text = _words_of(story, root)
            if text and text not in seen:
                seen.add(text)
                yield text, HEADER
    for root in package.roots("comments"):
        for comment in root.iterfind(f"{W}comment"):
            if text := _words_of(story, comment):
                tally.comments += 1
                yield text, COMMENT


def _words_of(story: Story, container: _Element) -> str:
    """The words of a container in one line."""
    return " ".join(filter(None, (_line(item) for item in story.items(container))))


def _line(item: Item) -> str:
    if isinstance(item, Row):
        return " ".join(filter(None, (_line(inner) for cell in item.cells for inner in cell)))
    return " ".join(item.text.split())
