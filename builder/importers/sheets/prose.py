"""Rows that are no table of questions, read as the lines they would be in running text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.importers.blocks import Block, Kind, Manuscript
from builder.importers.draft import Draft
from builder.importers.sheets.fields import NUMBER, field_of
from builder.importers.understanding.amounts import Amounts, amounts_in
from builder.importers.understanding.cues import heads_notes
from builder.importers.understanding.flow import UNACCOUNTED, Flow, skeleton_of
from builder.importers.understanding.landscape import Landscape
from builder.importers.understanding.preamble import read_notes, read_preamble
from builder.importers.understanding.understanding import understand


def as_lines(name: str, rows: Sequence[Block]) -> list[Block]:
    """A line a row, a row of labels and values a line a pair; `name` heads them."""
    numbered = NUMBER.fullmatch(skeleton_of(name).strip())
    lines = [Block(name) if numbered else Block(name, Kind.HEADING, 1)] if name else []
    return lines + [Block(text, place=row.place) for row in rows for text in _lines(row)]


def _lines(row: Block) -> Iterator[str]:
    texts = [text for text in row.cells if text.strip()]
    if len(texts) > 1 and skeleton_of(texts[0]).strip().rstrip(".、").isdigit():
        yield f"{skeleton_of(texts[0]).strip().rstrip('.、')}. {texts[1]}"
        yield from texts[2:]
        return
    i = 0
    while i < len(texts):
        field = field_of(texts[i])
        if i + 1 < len(texts) and (field or skeleton_of(texts[i]).rstrip().endswith(":")):
            number = field == "number" and NUMBER.fullmatch(skeleton_of(texts[i + 1]).strip())
            yield f"第{texts[i + 1].strip()}题" if number else f"{texts[i].strip(' :：')}：{texts[i + 1]}"
            i += 2
        else:
            yield texts[i]
            i += 1


def read_preface(draft: Draft, lines: Sequence[Block]) -> str:
    """Reads what stands above a table into the draft; returns the title that it has."""
    told = [_amounts(line.text) for line in lines]
    land = Landscape(Flow([line for line, amounts in zip(lines, told, strict=True) if not amounts]))
    for amounts in told:
        draft.amounts.fill(amounts)
    if not land.flow.text:
        return ""
    own = Draft(draft.name)
    read_preamble(land, own, len(land.flow))
    draft.title = draft.title or own.title
    draft.position = draft.position or own.position
    draft.amounts.fill(own.amounts)
    draft.notes += own.notes
    draft.unparsed += [land.flow.text[a:b] for a, b in land.flow.spans_of(UNACCOUNTED)]
    return own.title


def _amounts(text: str) -> Amounts:
    """What a line says that notes points and minutes and nothing else."""
    found, rest = amounts_in(skeleton_of(text))
    return found if not rest else Amounts()


def understood_lines(draft: Draft, name: str, rows: Sequence[Block], remarks: Sequence[Block]) -> None:
    """Reads a sheet without a table of questions beside others that have one: it asks nothing."""
    lines = as_lines(name, rows)
    if name and heads_notes(skeleton_of(name)):
        land = Landscape(Flow(lines))
        read_notes(land, draft, 0, len(land.flow))
        draft.unparsed += [land.flow.text[a:b] for a, b in land.flow.spans_of(UNACCOUNTED)]
    else:
        texts = [" | ".join(text for text in row.cells if text.strip()) for row in rows]
        draft.unparsed += [f"{name}: {text}" if name else text for text in texts]
    draft.unparsed += [f"{b.marker}: {b.text}" for b in remarks]


def read_as_document(draft: Draft, sheets: Sequence[tuple[str, Sequence[Block]]]) -> None:
    """Reads sheets of which none has a table of questions, by name and rows, as one running text."""
    lines = [line for name, rows in sheets for line in as_lines(name, rows)]
    found = understand(Manuscript(draft.name, "", tuple(lines)))
    draft.title = draft.title or found.title
    draft.position = draft.position or found.position
    draft.amounts.fill(found.amounts)
    draft.notes += found.notes
    draft.sections += found.sections
    draft.unparsed += found.unparsed
    draft.signs += found.signs
