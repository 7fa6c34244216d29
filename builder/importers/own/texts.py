"""Texts of the bank and what a page shows of them: alike, or the Markdown of what it shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from builder.compose.letters import settable
from builder.content.markdown import parser
from builder.importers.own.markdown import Form, blocks, form_of, inline, printed
from builder.importers.own.pieces import Piece, Printing
from builder.importers.own.places import kind_of
from builder.render.docx.oxml.marks import one_line
from builder.verify.words.composed import squeezed


def says_same(printing: Printing, held: Any) -> bool:
    """Whether a text of the bank prints the letters of the page; where it is none, the page has built-in words."""
    kind = kind_of(printing.path)
    if not isinstance(held, str) or kind == "script":
        return True
    letters = held if kind == "plain" else "".join(text for _, text in printed(held, blocks=kind == "prose"))
    return _alike(letters, printing.text)


def _alike(letters: str, shown: str) -> bool:
    """Whether a page that shows the one was made of the other."""
    return squeezed(settable(letters)) == squeezed(shown)


def looks_same(printing: Printing, held: Any) -> bool:
    """Whether the emphasis and the lists are those of the bank's text, whose letters are the same."""
    is_prose = kind_of(printing.path) == "prose"
    if not isinstance(held, str) or kind_of(printing.path) not in ("prose", "line"):
        return True
    there = [form_of(piece.line) if is_prose else _form_within(piece) for piece in printing.pieces]
    was = [form for form, _ in printed(held, blocks=is_prose)]
    return len(there) != len(was) or there == was


def _form_within(piece: Piece) -> Form:
    """The form of a stretch: bold labels around it are not its own."""
    at, strong, emphasis = 0, "", ""
    end = len(piece.line.text) if piece.end is None else piece.end
    for run in piece.line.runs:
        words = "".join(run.text[max(0, piece.start - at) : max(0, end - at)].split())
        at += len(run.text)
        strong += words if run.strong else ""
        emphasis += words if run.emphasis and not run.strong else ""
    return Form(strong, emphasis, False)


def line_value(pieces: Sequence[Piece], text: str, held: Any) -> str:
    """Markdown of one paragraph; the bank's own where it prints the same."""
    if isinstance(held, str) and all(map(_is_plain, pieces)):
        form, letters = printed(held, blocks=False)[0]
        if one_line(letters) == text and form == Form("", "", False):
            return held
    return "\n\n".join(filter(None, (inline(p.line, p.start, p.end) for p in pieces)))


def _is_plain(piece: Piece) -> bool:
    form = _form_within(piece)
    return not (form.strong or form.emphasis)


def prose_value(pieces: Sequence[Piece], held: str, slots: Sequence[int]) -> str:
    """Markdown in blocks; a block of the bank's that nobody touched stays as it was written."""
    parts: list[str] = []
    left = list(pieces)
    for source, was in _source_blocks(held, slots):
        here = [p for p in left if p.slot in was]
        if not here:
            continue
        first, until = left.index(here[0]), left.index(here[-1]) + 1
        while first > 0 and _is_new_item(left[first - 1]) and here[0].line.item:
            first -= 1
        while until < len(left) and _is_new_item(left[until]) and here[-1].line.item:
            until += 1
        before = left[:first]
        if before:
            parts.append(blocks([p.line for p in before]))
        inside = left[len(before) : until]
        whole = [p.slot for p in inside] == list(was) and all(_as_it_was(p, *was[p.slot]) for p in inside)
        parts.append(source if whole else blocks([p.line for p in inside]))
        left = left[until:]
    if left:
        parts.append(blocks([p.line for p in left]))
    return "\n\n".join(filter(None, parts))


def _is_new_item(piece: Piece) -> bool:
    """An item that somebody added: it goes into the list beside it."""
    return piece.slot is None and bool(piece.line.item)


def _as_it_was(piece: Piece, form: Form, letters: str) -> bool:
    return piece.same and form_of(piece.line) == form and _alike(letters, piece.text)


def _source_blocks(
    held: str, slots: Sequence[int]
) -> Iterator[tuple[str, dict[int | None, tuple[Form, str]]]]:
    """The blocks of the bank's text, each with the slots that it was printed in, their forms and letters.

    None where the numbers do not fit: then the page alone says what there is.
    """
    forms = printed(held, blocks=True) if held else []
    if not forms or len(forms) != len(slots):
        return
    lines, tokens = held.split("\n"), parser().parse(held)
    waiting = list(zip(slots, forms, strict=True))
    block: dict[int | None, tuple[Form, str]] = {}
    source = ""
    for token in tokens:
        if token.level == 0 and token.nesting == 1 and token.map:
            source = "\n".join(lines[slice(*token.map)]).rstrip()
        elif token.type == "inline":
            slot, form = waiting.pop(0)
            block[slot] = form
        elif token.level == 0 and token.nesting == -1:
            yield source, block
            block = {}
