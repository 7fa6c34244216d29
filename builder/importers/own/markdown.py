"""Paragraphs of a page → Markdown that prints as they look; what nobody changed keeps the words of the bank."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from markdown_it.token import Token

from builder.content.markdown import parser
from builder.importers.own.page import Cell, Line, Run
from builder.render.docx.oxml.marks import one_line
from builder.verify.words.composed import squeezed

_SPECIAL = re.compile(r"([\\*_\[\]|!])")
_OPENING = re.compile(r"^(\s*)(?:([-+#>])|(\d{1,9})([.)]))(?=\s|$)")


@dataclass(frozen=True)
class Form:
    """What a paragraph looks like besides its letters."""

    strong: str
    emphasis: str
    listed: bool


def form_of(line: Line) -> Form:
    """The form of a paragraph on the page."""
    strong = "".join(run.text for run in line.runs if run.strong)
    emphasis = "".join(run.text for run in line.runs if run.emphasis and not run.strong)
    return Form(squeezed(strong), squeezed(emphasis), bool(line.item))


def printed(text: str, *, blocks: bool) -> list[tuple[Form, str]]:
    """Form and letters of each paragraph that a text of the bank prints: one, where it is not prose in `blocks`."""
    if not blocks:
        tokens = [
            t for piece in re.split(r"\n[ \t]*\n\s*", text.strip()) for t in parser().parseInline(piece)
        ]
        forms = [_form(token, False) for token in tokens]
        strong, emphasis = "".join(f.strong for f, _ in forms), "".join(f.emphasis for f, _ in forms)
        return [(Form(strong, emphasis, False), "\n".join(letters for _, letters in forms))]
    found, depth = [], 0
    for token in parser().parse(text):
        depth += token.nesting if token.type.startswith("list_item") else 0
        if token.type == "inline":
            found.append(_form(token, depth > 0))
    return found


def _form(token: Token, listed: bool) -> tuple[Form, str]:
    strong: list[str] = []
    emphasis: list[str] = []
    letters: list[str] = []
    bold = slanted = 0
    for child in token.children or ():
        bold += child.nesting if child.type.startswith("strong") else 0
        slanted += child.nesting if child.type.startswith("em_") else 0
        words = "\n" if child.type in ("softbreak", "hardbreak") else child.content
        if child.nesting == 0 and child.type != "image":
            letters.append(words)
            (strong if bold else emphasis if slanted else []).append(words)
    return Form(squeezed("".join(strong)), squeezed("".join(emphasis)), listed), "".join(letters)


def inline(line: Line, start: int = 0, end: int | None = None) -> str:
    """A stretch of a paragraph as Markdown of one paragraph; what looks like Markdown is escaped where it must."""
    runs = _stretch(line.runs, start, len(line.text) if end is None else end)
    wanted = one_line("".join(run.text for run in runs))
    for escape in (lambda text: text, _escaped):
        text = "".join(_dressed(run, escape(run.text)) for run in _joined(runs))
        text = re.sub(r"[ \t]*\n\s*", "\\\n", text.strip().replace("\t", " "))
        read = printed(text, blocks=True)
        if len(read) == 1 and squeezed(read[0][1]) == squeezed(wanted):
            return text
    return text


def blocks(lines: Sequence[Line]) -> str:
    """Paragraphs as Markdown: lists with their marks, tables, everything else apart."""
    done: list[str] = []
    counts: dict[int, int] = {}
    before: Line | None = None
    home = _home(lines)
    for table, group in groupby(lines, key=lambda line: line.cell[0] if line.cell not in (None, home) else 0):
        some = list(group)
        if table:
            done.append(("\n\n" if done else "") + _table(some))
            before = None
            continue
        for line in some:
            close = before is not None and before.item and line.item in ("-", "1.")
            done.append(("\n" if close else "\n\n") if done else "")
            done.append(_item(line, counts) if line.item else inline(line))
            if not line.item:
                counts.clear()
            before = line
    return "".join(done)


def _home(lines: Sequence[Line]) -> Cell | None:
    """The cell or box in which the text stands, as opposed to cells of tables that it holds."""
    cells = {line.cell for line in lines}
    if None in cells or not cells:
        return None
    outermost = min(cell[0] for cell in cells if cell)
    around = [cell for cell in cells if cell and cell[0] == outermost]
    return around[0] if len(around) == 1 else None


def _table(lines: Sequence[Line]) -> str:
    rows = [
        [" ".join(inline(line) for line in cell) for _, cell in groupby(row, key=lambda line: line.cell)]
        for _, row in groupby(lines, key=lambda line: line.cell and line.cell[:2])
    ]
    ruled = [rows[0], ["---"] * len(rows[0]), *rows[1:]]
    return "\n".join("| " + " | ".join(row) + " |" for row in ruled)


def _item(line: Line, counts: dict[int, int]) -> str:
    indent = "    " * (line.level - 1)
    if line.item == " ":
        return f"{indent}    {inline(line)}"
    for deeper in [level for level in counts if level > line.level]:
        del counts[deeper]
    counts[line.level] = counts.get(line.level, 0) + 1
    mark = "-" if line.item == "-" else f"{counts[line.level]}."
    return f"{indent}{mark} {inline(line)}"


def _stretch(runs: Sequence[Run], start: int, end: int) -> list[Run]:
    found, at = [], 0
    for run in runs:
        text = run.text[max(0, start - at) : max(0, end - at)]
        at += len(run.text)
        if text:
            found.append(replace(run, text=text))
    return found


def _joined(runs: Sequence[Run]) -> list[Run]:
    """Neighbours of one emphasis as one; emphasis begins and ends at letters, not at white space."""
    done: list[Run] = []
    for run in runs:
        plain = not run.text.strip()
        if done and (plain or (run.strong, run.emphasis) == (done[-1].strong, done[-1].emphasis)):
            done[-1].text += run.text
        else:
            done.append(replace(run))
    return done


def _dressed(run: Run, text: str) -> str:
    mark = "**" if run.strong else "*" if run.emphasis else ""
    words = text.strip()
    if not mark or not words:
        return text
    lead = text[: len(text) - len(text.lstrip())]
    return f"{lead}{mark}{words}{mark}{text[len(text.rstrip()) :]}"


def _escaped(text: str) -> str:
    text = _SPECIAL.sub(r"\\\1", text)
    return _OPENING.sub(lambda m: f"{m[1]}\\{m[2]}" if m[2] else f"{m[1]}{m[3]}\\{m[4]}", text)
