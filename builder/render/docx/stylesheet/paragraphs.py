"""Paragraph styles of the text; spacing in pt."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from builder.render.docx.look import Look
from builder.render.docx.oxml.formats import Border, ParagraphFormat
from builder.render.docx.oxml.styles import Style
from builder.render.docx.stylesheet.letters import heading_letters, letters

NOTE_LINE_MM = 8
"""Distance of the rules to write on."""
SIGN_SIZE = 96
"""Type size of a table's sign in pt, read from across a room."""
_BAR = 200
"""Indent of text beside a bar, in twips."""


def paragraph_styles(look: Look) -> list[Style]:
    """Normal, body text, titles, headings, what is read aloud, notes."""
    return [
        *_text(look),
        *_titles(look),
        *_headings(look),
        *_read_aloud(look),
        *_small(look),
        *_to_fill_in(look),
    ]


def justified(look: Look) -> str:
    """Chinese text fills the line; Latin text is set ragged."""
    return "both" if look.chinese else "left"


def line(look: Look, size: float) -> float:
    """Distance of lines: a least height, so that it is the same whatever font is there."""
    return size * look.line_height


def _text(look: Look) -> Iterator[Style]:
    size = look.size("body")
    yield Style(
        name="Normal",
        default=True,
        priority=0,
        paragraph=ParagraphFormat(typography=True, before=0, after=0, line=line(look, size)),
        run=letters(look, size=size, colour=look.colours.text),
    )
    body = ParagraphFormat(after=size * 0.4, align=justified(look))
    yield Style(name="Body Text", based_on="Normal", priority=1, paragraph=body, run=letters(look))
    lead = letters(look, size=look.size("h3"))
    paragraph = ParagraphFormat(after=6, line=line(look, lead.size), align=justified(look))
    yield Style(name="Lead", based_on="Normal", priority=12, paragraph=paragraph, run=lead)
    for name in ("Callout Text", "Alert Text"):
        box = ParagraphFormat(after=size * 0.3, align=justified(look))
        yield Style(name=name, based_on="Normal", priority=12, paragraph=box, run=letters(look))


def _titles(look: Look) -> Iterator[Style]:
    colours, h2 = look.colours, look.size("h2")
    title = heading_letters(look, size=look.size("title"), colour=colours.accent)
    quiet = letters(look, heading=True, size=h2, colour=colours.muted)
    secret = letters(look, heading=True, size=look.size("h3"), colour=colours.alert)
    sheet = heading_letters(look, size=h2)
    for name, after, align, run in (
        ("Marking", 120, "right", secret),
        ("Organisation", 17, "center", quiet),
        ("Title", 12, "center", title),
        ("Subtitle", 9, "center", quiet),
        ("Cover Subtitle", 108, "center", quiet),
        ("Sheet Title", 6, "center", sheet),
    ):
        paragraph = ParagraphFormat(keep_next=True, after=after, line=run.size * 1.3, align=align)
        yield Style(name=name, based_on="Normal", next="Body Text", priority=10, paragraph=paragraph, run=run)
    large = ParagraphFormat(before=119, after=22, line=SIGN_SIZE * 1.2, align="center")
    run = heading_letters(look, size=SIGN_SIZE)
    yield Style(name="Sign", based_on="Normal", priority=10, paragraph=large, run=run)


def _headings(look: Look) -> Iterator[Style]:
    # A first-level heading begins a page, but for one-sheet documents, which have no room for that.
    first = (6, 8) if look.sheet.mirrored else (17, 6)
    for level, (before, after) in enumerate((first, (10, 4), (8, 4), (5, 1.5)), start=1):
        size = look.size(f"h{level}")
        yield Style(
            name=f"Heading {level}",
            based_on="Normal",
            next="Body Text",
            priority=9,
            paragraph=ParagraphFormat(
                keep_next=True,
                keep_lines=True,
                before=before,
                after=after,
                line=size * 1.35,
                align="left",
                outline=level - 1,
            ),
            run=heading_letters(look, size=size, colour=look.colours.accent),
        )
    yield from _like_headings(look)
    yield from _box_titles(look)


def _like_headings(look: Look) -> Iterator[Style]:
    """Small heads that are no headings: they have no place in the contents or among the bookmarks."""
    for name, level, before, after in (("Subheading", "h3", 8, 4), ("Label", "h4", 5, 1.5)):
        size = look.size(level)
        paragraph = ParagraphFormat(
            keep_next=True, keep_lines=True, before=before, after=after, line=size * 1.35, align="left"
        )
        run = heading_letters(look, size=size, colour=look.colours.accent)
        yield Style(name=name, based_on="Normal", next="Body Text", priority=11, paragraph=paragraph, run=run)


def _box_titles(look: Look) -> Iterator[Style]:
    size = look.size("h4")
    for name, colour in (("Box Title", look.colours.accent), ("Alert Title", look.colours.alert)):
        paragraph = ParagraphFormat(keep_next=True, after=3, line=size * 1.35, align="left")
        run = heading_letters(look, size=size, colour=colour)
        yield Style(name=name, based_on="Normal", next="Body Text", priority=12, paragraph=paragraph, run=run)


def _read_aloud(look: Look) -> Iterator[Style]:
    size = look.size("read_aloud")
    aloud = ParagraphFormat(after=size * 0.4, line=line(look, size), align=justified(look))
    run = letters(look, size=size)
    yield Style(name="Read Aloud", based_on="Normal", priority=12, paragraph=aloud, run=run)
    bar: Border = ("single", 20, look.colours.accent, 8)
    barred = ParagraphFormat(borders=(("left", bar),), left=_BAR)
    for name in ("Stem", "Script"):
        yield Style(name=name, based_on="Read Aloud", priority=12, paragraph=barred, run=run)


def _small(look: Look) -> Iterator[Style]:
    size, muted = look.size("small"), look.colours.muted
    small: dict[str, Any] = {"size": size, "colour": muted}
    meta = ParagraphFormat(keep_next=True, after=size, line=size * 1.5)
    note = ParagraphFormat(after=size * 0.5, line=size * 1.5)
    caption = ParagraphFormat(keep_lines=True, before=size * 0.7, after=size * 0.4, line=size * 1.5)
    centred = ParagraphFormat(after=size * 0.5, line=size * 1.5, align="center")
    for name, paragraph, run in (
        ("Cover Note", centred, letters(look, **small)),
        ("Question Meta", meta, letters(look, heading=True, **small)),
        ("Small Note", note, letters(look, **small)),
        ("Caption", caption, heading_letters(look, **small)),
    ):
        yield Style(name=name, based_on="Normal", priority=13, paragraph=paragraph, run=run)


def _to_fill_in(look: Look) -> Iterator[Style]:
    signature = ParagraphFormat(keep_lines=True, before=25, after=6, align="right")
    yield Style(name="Signature Line", based_on="Normal", priority=14, paragraph=signature, run=letters(look))
    rule: Border = ("single", 4, look.colours.rule, 0)
    # Neighbours with the same borders merge into one frame: only "between" rules the lines inside it.
    ruled = ParagraphFormat(
        borders=(("bottom", rule), ("between", rule)),
        line=NOTE_LINE_MM * 72 / 25.4,
        line_rule="exact",
        before=0,
        after=0,
    )
    yield Style(
        name="Note Line",
        based_on="Normal",
        next="Note Line",
        priority=14,
        paragraph=ruled,
        run=letters(look),
    )
