"""Blocks to the XML of a story: the body, a header or a footer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from builder.render.docx.blocks import Block, Contents, NewSection, Paragraph, Table
from builder.render.docx.oxml.controls import contents_control
from builder.render.docx.oxml.fields import CONTENTS, FIELD_END, field_start
from builder.render.docx.oxml.paragraphs import paragraph_xml
from builder.render.docx.oxml.tables import table_xml

GAP = "Table Gap"
SectionProperties = Callable[[NewSection], str]


class StoryWriter:
    """Writes blocks in the styles of one document; `style_ids` maps style names to its ids."""

    def __init__(self, style_ids: Mapping[str, str]) -> None:
        self._ids = style_ids

    def body(self, blocks: Sequence[Block], properties: SectionProperties) -> str:
        """The body's XML: a section's properties stand in its last paragraph, the last section's at the end."""
        section = NewSection()
        written: list[str] = []
        current: list[Block] = []
        for block in blocks:
            if not isinstance(block, NewSection):
                current.append(block)
                continue
            if current or written:
                written.append(self._section(current, properties(section)))
            section, current = block, []
        return "".join(written) + self._story(current) + properties(section)

    def blocks(self, blocks: Sequence[Block]) -> str:
        """The XML of a cell, header or footer: ends with a paragraph, as Word wants."""
        return self._story(blocks) or self._paragraph(Paragraph("Normal"))

    def _section(self, blocks: list[Block], properties: str) -> str:
        if not blocks or not isinstance(blocks[-1], Paragraph):
            blocks = [*blocks, Paragraph(GAP)]
        last = blocks[-1]
        assert isinstance(last, Paragraph)
        return self._run_of(blocks[:-1]) + self._paragraph(last, properties)

    def _story(self, blocks: Sequence[Block]) -> str:
        ending = self._paragraph(Paragraph(GAP)) if blocks and not isinstance(blocks[-1], Paragraph) else ""
        return self._run_of(blocks) + ending

    def _run_of(self, blocks: Sequence[Block]) -> str:
        return "".join(map(self._block, blocks))

    def _block(self, block: Block) -> str:
        if isinstance(block, Paragraph):
            return self._paragraph(block)
        if isinstance(block, Table):
            return table_xml(block, self._ids[block.style], self.blocks)
        assert isinstance(block, Contents)
        return self._contents(block)

    def _paragraph(self, paragraph: Paragraph, section: str = "") -> str:
        return paragraph_xml(paragraph, self._ids[paragraph.style], section)

    def _contents(self, contents: Contents) -> str:
        lines = contents.lines
        lines[0].content = field_start(CONTENTS) + lines[0].content
        # The field ends in its last line: a paragraph of its own would be an empty line to the reader.
        lines[-1].content += FIELD_END
        return contents_control(contents.number, self._run_of([*contents.title, *lines]))
