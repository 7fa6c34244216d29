"""Running headers and footers: left, centre and right on the style's tab stops."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from builder.render.docx.blocks import NewSection, Paragraph
from builder.render.docx.drafting import Drafting
from builder.render.docx.inline import InlineReader, Piece
from builder.render.docx.oxml.markup import parse, part
from builder.render.docx.oxml.runs import tab
from builder.render.docx.oxml.sections import section_properties
from builder.render.docx.oxml.story import StoryWriter
from builder.render.docx.pictures import Pictures
from builder.render.docx.vocabulary import Element, classes_of

_PLACES = ("left", "centre", "right")


class RunningLines:
    """The headers and the footer of one document, taken out of its body.

    The header is one part, unless it shows the section's title: then each title has a part of its own, whose
    field already holds that title.
    """

    def __init__(
        self, drafting: Drafting, story: StoryWriter, main: Any, assets: Mapping[str, bytes], body: Element
    ) -> None:
        self._drafting = drafting
        self._story = story
        self._main = main
        self._assets = assets
        self._nodes = {kind: body.find(kind) for kind in ("header", "footer")}
        for node in self._nodes.values():
            if node is not None:
                body.remove(node)
        self._headers: dict[str, str] = {}
        self._shown = ""

    @property
    def shows_title(self) -> bool:
        """Whether the header shows the title of the section it stands over."""
        node = self._nodes["header"]
        return node is not None and node.find(".//span[@class='section-title']") is not None

    def section(self, section: NewSection) -> str:
        """Properties of one section after another: what a section does not name, it has from the one before."""
        footer = "" if self._headers else self._part("footer", "ftr", self._main.add_footer_part)
        before, self._shown = self._shown, section.title or self._shown or self._drafting.section_title
        header = self._header(self._shown) if self._shown != before else ""
        return section_properties(self._drafting.look.sheet, section, header, footer)

    def _header(self, title: str) -> str:
        if title not in self._headers:
            self._drafting.section_title = title
            self._headers[title] = self._part("header", "hdr", self._main.add_header_part)
        return self._headers[title]

    def _part(self, kind: str, tag: str, add: Callable[[], tuple[Any, str]]) -> str:
        """The relationship of a new header or footer part; empty where the document has none."""
        node = self._nodes[kind]
        if node is None:
            return ""
        new, relationship = add()
        inline = InlineReader(self._drafting, Pictures(new, self._assets))
        lines = running_lines(self._drafting, inline, node)
        new._element = parse(part(tag, self._story.blocks(lines)))
        return relationship


def running_lines(drafting: Drafting, inline: InlineReader, node: Element) -> list[Paragraph]:
    """The lines of a header or footer (`node`), in the style of that name."""
    style = str(node.tag).capitalize()
    width = drafting.look.sheet.text_width
    return [Paragraph(style, _line(inline, line, width)) for line in node.iterfind("p")]


def _line(inline: InlineReader, line: Element, width: int) -> str:
    parts: dict[str, list[Piece]] = {place: [] for place in _PLACES}
    parts["left"].append(Piece("text", line.text or ""))
    for child in line:
        place = next((p for p in _PLACES if p in classes_of(child)), "left")
        parts[place] += inline.pieces(child, width)
        parts[place].append(Piece("text", child.tail or ""))
    contents = [inline.runs(parts[place]) for place in _PLACES]
    while contents and not contents[-1]:
        contents.pop()
    return tab().join(contents)
