"""One composed document to the bytes of a Word file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT

from builder.model.composed import Carried, Composed
from builder.model.theme import Theme
from builder.render.docx.base import open_base
from builder.render.docx.breaks import settled
from builder.render.docx.drafting import Bookmarks, Drafting
from builder.render.docx.inline import InlineReader
from builder.render.docx.lists import Lists
from builder.render.docx.look import Look, look_of
from builder.render.docx.marks import Marks
from builder.render.docx.oxml.carried import carry
from builder.render.docx.oxml.lookup import ListLookup, names_to_ids
from builder.render.docx.oxml.marks import body_map
from builder.render.docx.oxml.markup import DECLARATION, parse, part, refuse_forbidden
from builder.render.docx.oxml.package import files_of
from builder.render.docx.oxml.story import StoryWriter
from builder.render.docx.pictures import Pictures
from builder.render.docx.place import Place
from builder.render.docx.properties import set_properties
from builder.render.docx.running import RunningLines
from builder.render.docx.stylesheet import stylesheet
from builder.render.docx.vocabulary import Element, classes_of, read_html
from builder.render.docx.walker import Walker
from builder.render.packing import write_zip


def render_docx(
    document: Composed,
    theme: Theme,
    page_of: Mapping[str, int] | None = None,
    pages: int | None = None,
    base: bytes | None = None,
) -> bytes:
    """The Word file of a composed document: named styles, real headings, fields, controls.

    `page_of` (element id → page) and `pages` come from the PDF's layout and fill the contents and the page
    count before Word computes its own: viewers show these. `base` is a user's .docx whose styles win over
    ours. Same arguments, same bytes.

    Raises BuildError for an element or class outside docs/vocabulary.md, a link to nowhere, a picture that
    is no asset, a character no XML can hold, or a base that is no .docx.
    """
    html = (document.carried.html if document.carried else "") or document.html
    refuse_forbidden(html + document.title)
    tree = read_html(html)
    body = tree.find("body")
    assert body is not None
    look = look_of(theme, document.language, classes_of(body))
    package = open_base(look, base)
    writer = _Writer(document, look, package, body)
    body_part = writer.write(page_of or {}, pages or 1)
    set_properties(package.core_properties, document, tree)
    files = files_of(package.part.package)
    return write_zip({**files, package.part.partname.membername: body_part})


class _Writer:
    def __init__(self, document: Composed, look: Look, package: Document, body: Element) -> None:
        self._document = document
        self._look = look
        self._part = package.part
        self._body = body
        styles = self._part.part_related_by(RT.STYLES).element  # type: ignore[attr-defined]
        self._numbering: Any = self._part.part_related_by(RT.NUMBERING).element  # type: ignore[attr-defined]
        self._ids = names_to_ids((style.name for style in stylesheet(look)), styles)
        self._lists = Lists(ListLookup(styles, self._numbering, self._ids))
        self._story = StoryWriter(self._ids)

    def write(self, page_of: Mapping[str, int], pages: int) -> bytes:
        """The body's part; fills the package with header, footer, and the lists that the body needs."""
        bookmarks = Bookmarks(self._body)
        drafting = Drafting(
            look=self._look,
            style_ids=self._ids,
            bookmarks=bookmarks,
            marks=Marks(bookmarks.numbers),
            lists=self._lists,
            page_of=page_of,
            pages=pages,
            section_title=self._first_heading(),
        )
        running = RunningLines(drafting, self._story, self._part, self._document.assets, self._body)
        walker = Walker(drafting, InlineReader(drafting, Pictures(self._part, self._document.assets)))
        place = Place("Body Text", self._look.sheet.text_width)
        blocks = settled(walker.flow(self._body, place), titled=running.shows_title)
        xml = self._story.body(blocks, running.section)
        self._add_lists()
        if self._document.carried:
            self._carry(self._document.carried, drafting.marks)
        refuse_forbidden(xml)
        return (DECLARATION + part("document", f"<w:body>{xml}</w:body>")).encode()

    def _carry(self, carried: Carried, marks: Marks) -> None:
        """What the file was made from; where fields are marked, the map of the body, but not of its contents."""
        printed = (p.content for p in marks.paragraphs if marks.fields and not p.style.startswith("TOC"))
        carry(self._part, carried.made_from, body_map(printed, marks.fields))

    def _add_lists(self) -> None:
        added = parse(part("numbering", "".join(self._lists.added)))
        self._numbering.extend(list(added))

    def _first_heading(self) -> str:
        heading = self._body.find(".//h1")
        words_of = [] if heading is None else "".join(map(str, heading.itertext())).split()
        return " ".join(words_of) or self._document.title
