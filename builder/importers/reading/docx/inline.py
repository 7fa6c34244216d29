"""The words of one paragraph: runs in the order they are read, each with its looks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml.etree import _Element

from builder.importers.reading.docx.drawings import is_rule, outermost_boxes
from builder.importers.reading.docx.markup import MATH, MC, W, chosen, switch, val, within
from builder.importers.reading.docx.styles import Style, Styles, with_letters
from builder.importers.reading.docx.symbols import readable, symbol
from builder.importers.reading.docx.tally import Tally
from builder.importers.reading.docx.wrappings import GONE

_SILENT = frozenset(
    {f"{W}{name}" for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "fldData", "delInstrText", "rubyPr")}
)  # fmt: skip
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
_PICTURES = frozenset({f"{W}{name}" for name in ("drawing", "pict")})
_NOTES = frozenset({"footnoteReference", "endnoteReference"})


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words that look alike."""

    text: str
    look: Style


@dataclass
class Paragraph:
    """The words of a paragraph, and what hangs on it."""

    pieces: list[Piece] = field(default_factory=list)
    boxes: list[_Element] = field(default_factory=list)
    """Contents of text boxes."""
    notes: list[tuple[str, str]] = field(default_factory=list)
    """Foot- and endnotes that it refers to: kind and id."""
    codes: list[str] = field(default_factory=list)
    """Words that stand where a field's code does, and were not shown."""
    aside: list[str] = field(default_factory=list)
    """Readings above characters, prompts of empty form fields: not shown among the words."""
    is_contents: bool = False
    """A line of a table of contents: it refers to a page."""

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


class InlineReader:
    """Reads paragraphs; what is worth telling goes into the tally."""

    def __init__(self, styles: Styles, tally: Tally) -> None:
        self._styles = styles
        self._tally = tally
        self._handlers: dict[str, Callable[[_Element, Style, Paragraph], None]] = {
            f"{W}r": self._run,
            f"{W}t": self._text,
            f"{W}sym": self._symbol,
            f"{W}ins": self._inserted,
            f"{W}moveTo": self._inserted,
            f"{W}sdt": self._control,
            f"{W}instrText": self._code,
            f"{W}fldChar": self._field,
            f"{MC}AlternateContent": self._alternatives,
            f"{MATH}f": self._fraction,
            f"{MATH}t": self._text,
            **dict.fromkeys(GONE, self._gone),
            **dict.fromkeys(_PICTURES, self._picture),
            f"{W}object": self._object,
            f"{W}rt": self._reading,
        }  # fmt: skip
        self._fields: list[bool] = []
        """Of each open field whether its code is over, outermost first."""

    def read(self, paragraph: _Element, style: Style, into: Paragraph) -> None:
        """Adds the words of a `w:p` whose style is given."""
        self._fields = []
        base = self.letters(style)
        self._children(paragraph, base, into)

    def letters(self, style: Style) -> Style:
        """How letters of that paragraph style look, defaults of the document filled in."""
        defaults = self._styles.letters
        return Style(
            bold=defaults.bold if style.bold is None else style.bold,
            hidden=defaults.hidden if style.hidden is None else style.hidden,
            size=style.size or defaults.size,
            font=style.font or defaults.font,
        )

    def _children(self, parent: _Element, look: Style, into: Paragraph) -> None:
        for child in parent:
            self._one(child, look, into)

    def _one(self, element: _Element, look: Style, into: Paragraph) -> None:
        tag = element.tag
        handler = self._handlers.get(tag)
        if handler is not None:
            handler(element, look, into)
        elif tag in _SILENT:
            return
        elif tag.startswith(W) and (name := tag.removeprefix(W)) in _SIGNS:
            self._add(_SIGNS[name], look, into)
        elif tag.startswith(W) and tag.removeprefix(W) in _NOTES:
            into.notes.append((tag.removeprefix(W).removesuffix("Reference"), val(element, "id") or ""))
        else:
            self._children(element, look, into)

    def _run(self, run: _Element, look: Style, into: Paragraph) -> None:
        properties = within(run, "rPr")
        named = self._styles.named(val(within(properties, "rStyle")))
        look = Style(
            bold=look.bold if named.bold is None else named.bold,
            hidden=look.hidden if named.hidden is None else named.hidden,
            size=named.size or look.size,
            font=named.font or look.font,
        )
        self._children(run, with_letters(look, properties), into)

    def _text(self, element: _Element, look: Style, into: Paragraph) -> None:
        text = element.text or ""
        if element.get("{http://www.w3.org/XML/1998/namespace}space") != "preserve":
            text = text.strip(" \t\r\n")
        self._add(readable(text.replace("\r", " ").replace("\n", " "), look.font), look, into)

    def _symbol(self, element: _Element, look: Style, into: Paragraph) -> None:
        self._add(symbol(val(element, "char"), val(element, "font")), look, into)

    def _add(self, text: str, look: Style, into: Paragraph) -> None:
        if not all(self._fields):
            into.codes.append(text)
            return
        if look.hidden:
            self._tally.hidden += len(text.strip())
        into.pieces.append(Piece(text, look))

    def _inserted(self, element: _Element, look: Style, into: Paragraph) -> None:
        self._tally.insertions += 1
        self._children(element, look, into)

    def _gone(self, element: _Element, look: Style, into: Paragraph) -> None:
        self._tally.deletions += 1

    def _control(self, element: _Element, look: Style, into: Paragraph) -> None:
        """A content control; the prompt of an empty one is none of the document's words."""
        content = within(element, "sdtContent")
        if content is None:
            return
        if switch(within(element, "sdtPr"), "showingPlcHdr"):
            prompt = Paragraph()
            self._children(content, look, prompt)
            into.aside.append(prompt.text)
        else:
            self._children(content, look, into)

    def _reading(self, element: _Element, look: Style, into: Paragraph) -> None:
        """How a character is pronounced, above it."""
        reading = Paragraph()
        self._children(element, look, reading)
        into.aside.append(reading.text)

    def _code(self, element: _Element, look: Style, into: Paragraph) -> None:
        into.is_contents = into.is_contents or "PAGEREF _Toc" in (element.text or "")

    def _field(self, element: _Element, look: Style, into: Paragraph) -> None:
        match val(element, "fldCharType"):
            case "begin":
                self._fields.append(False)
            case "separate" if self._fields:
                self._fields[-1] = True
            case "end" if self._fields:
                self._fields.pop()

    def _alternatives(self, element: _Element, look: Style, into: Paragraph) -> None:
        for child in chosen(element):
            self._one(child, look, into)

    def _picture(self, element: _Element, look: Style, into: Paragraph) -> None:
        boxes = list(outermost_boxes(element))
        into.boxes += boxes
        if not boxes and not is_rule(element):
            self._tally.pictures += 1

    def _object(self, element: _Element, look: Style, into: Paragraph) -> None:
        self._tally.embedded += 1

    def _fraction(self, element: _Element, look: Style, into: Paragraph) -> None:
        for i, child in enumerate(c for c in element if c.tag in (f"{MATH}num", f"{MATH}den")):
            if i:
                self._add("/", look, into)
            self._children(child, look, into)
