"""HTML → blocks: headings, items, tables, bold words; what is beside the document, or unseen, is left out."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from builder.importers.blocks import Manuscript
from builder.importers.reading.copying import Copyist
from builder.importers.reading.decoding import decoded
from builder.importers.reading.grids import blocks_of
from builder.importers.reading.html.furniture import furniture
from builder.importers.reading.html.hiding import unseen
from builder.importers.reading.html.looks import Styles, is_block, is_bold
from builder.importers.reading.html.measuring import Measure, measured
from builder.importers.reading.html.numbering import Numbering
from builder.importers.reading.html.page import line_of, tree_of, unpacked
from builder.importers.reading.html.pen import Pen, Setting
from builder.importers.reading.html.tables import grid_of, holds_data
from builder.importers.reading.html.titles import write_title
from builder.words import Words


def read_html(name: str, data: bytes) -> Manuscript:
    """The blocks of a page in any encoding, alone or packed with its pictures (MHTML).

    Raises RequestError for what is no text, or too large or too deep for a page.
    """
    text, note = decoded(unpacked(data), name)
    root = tree_of(text, name)
    copyist = Copyist()
    if root is not None:
        write_title(root, copyist)
        _Walk(root, copyist).through(root)
    return copyist.manuscript(name, () if note is None else (note,))


class _Walk:
    """Goes through a page once, in its order."""

    def __init__(self, root: etree._Element, copyist: Copyist) -> None:
        self.copyist = copyist
        self.styles = Styles(root)
        self.measures = measured(root)
        self.whole = max((measure.text for measure in self.measures.values()), default=0)
        self.pen = Pen(copyist)
        self.settings = [Setting()]

    def through(self, root: etree._Element) -> None:
        """Writes all that stands in the element."""
        walker = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        passed: etree._Element | None = None
        for event, element in walker:
            if event == "start":
                if self._passes(element):
                    passed = element
                    walker.skip_subtree()
                else:
                    self._open(element)
                continue
            if event == "end" and element is not passed:
                self._close(element)
            if element is not root and element.tail:
                self.pen.add(element.tail, replace(self.settings[-1], place=line_of(element)))
        self.pen.end_line()

    def _passes(self, element: etree._Element) -> bool:
        """What is left out, and tables, which are written in one go, need no walk."""
        style, measure = self.styles.of(element), self.measures.get(element)
        reason = unseen(element, style, measure, self.whole)
        if reason is None and (measure is not None or element.tag in ("button", "select", "textarea")):
            reason = furniture(element, measure or Measure(), self.whole)
        if reason is not None:
            self._leave_out(element, reason)
            return True
        if element.tag == "table" and holds_data(element):
            self.pen.end_line()
            self._write_table(element)
            return True
        return False

    def _leave_out(self, element: etree._Element, reason: Words) -> None:
        if element.tag in ("script", "style", "template", "noscript", "svg", "head"):
            return
        if is_block(str(element.tag), ""):
            self.pen.end_line()
        text = " ".join("".join(_shown(element)).split())
        self.copyist.leave_out(text, reason, line_of(element))

    def _write_table(self, table: etree._Element) -> None:
        for caption in table.iterchildren("caption"):
            self.through(caption)
        grid = grid_of(table, self._cell)
        for block in blocks_of(grid, [line_of(table)] * len(grid)):
            self.copyist.write(block)

    def _cell(self, cell: etree._Element) -> str:
        """The lines of a cell."""
        inner = Copyist()
        outer, self.copyist, self.pen = self.copyist, inner, Pen(inner)
        self.through(cell)
        self.copyist, self.pen = outer, Pen(outer)
        for piece in inner.left_out:
            outer.leave_out(piece.text, piece.reason, piece.place)
        return "\n".join(f"{b.marker} {b.text}".strip() for b in inner.blocks)

    def _open(self, element: etree._Element) -> None:
        tag, around = str(element.tag), self.settings[-1]
        style = self.styles.of(element)
        setting = replace(
            around,
            bold=is_bold(tag, style, around.bold),
            pre=around.pre or tag in ("pre", "xmp", "listing"),
            block=is_block(tag, style),
            place=line_of(element),
        )
        if setting.block:
            self.pen.end_line()
        if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            setting = replace(setting, heading=int(tag[1]))
        elif tag in ("ol", "ul", "menu", "dir"):
            numbering = Numbering(element, style, around.depth + 1)
            setting = replace(setting, numbering=numbering, depth=around.depth + 1)
        elif tag == "li":
            marker = around.numbering.marker(element) if around.numbering else "-"
            self.pen.begin_item(marker, around.depth or 1)
        elif tag == "br":
            self.pen.break_line(around)
        self.settings.append(setting)
        self.pen.add(element.text, setting)

    def _close(self, element: etree._Element) -> None:
        if self.settings.pop().block:
            self.pen.end_line()


def _shown(element: etree._Element) -> list[str]:
    """The texts in an element, but for scripts and the like."""
    texts = [element.text or ""]
    walker = etree.iterwalk(element, events=("start", "end", "comment", "pi"))
    for event, inner in walker:
        if event == "start":
            if inner.tag in ("script", "style", "template"):
                walker.skip_subtree()
            elif inner is not element:
                texts.append(" " * is_block(str(inner.tag), "") + (inner.text or ""))
        elif inner is not element:
            texts.append(inner.tail or "")
    return texts
