"""Lines below a heading that say in a few words what a question is and is worth: 行为 · 10分 · 5分钟."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence

from builder.importers.blocks import Block, Kind
from builder.importers.understanding.amounts import amounts_in
from builder.importers.understanding.flow import skeleton_of
from builder.importers.understanding.guessing import guessed_type

LONGEST, LONGEST_NAME = 140, 60
_PARTED = re.compile(r"\s*[·•|｜]\s*")
_DIFFICULTY = re.compile(
    r"(?:偏|较|很)?(?:难|易|中|高|低|中等|简单|容易|困难)|easy|medium|moderate|hard|difficult|advanced|basic",
    re.IGNORECASE,
)
_LABELS = {
    "type": ("题型", "Type"),
    "competencies": ("考察要素", "Competencies"),
    "difficulty": ("难度", "Difficulty"),
    "points": ("分值", "Points"),
    "minutes": ("用时", "Time"),
    "think_minutes": ("思考时间", "Preparation time"),
}


def explicit(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, such a line as labels with their values; one that only notes amounts heads nothing, however it looks."""
    for block in blocks:
        if (
            block.kind is not Kind.PARAGRAPH
            or not block.text
            or len(block.text) > LONGEST
            or "\n" in block.text
        ):
            yield block
        elif labelled := _labelled(block.text):
            yield from (dataclasses.replace(block, text=text, bold_lead="") for text in labelled)
        elif block.bold_lead and _is_noted(block.text):
            yield dataclasses.replace(block, bold_lead="")
        else:
            yield block


def _labelled(text: str) -> list[str]:
    """A label and a value for each piece of the line; empty where it is another kind of line."""
    pieces = [piece.strip() for piece in _PARTED.split(text) if piece.strip()]
    read = [_amount(piece) or _named(piece) for piece in pieces]
    found = [pair for pair in read if pair is not None]
    if len(pieces) < 2 or not any(map(_is_amount, pieces)) or len(found) < len(pieces) or _counts(text):
        return []
    english = int(text.isascii() or not re.search("[一-龥]", text))
    lines, known = [], set()
    for part, value in found:
        part = "competencies" if part == "type" and "type" in known else part
        known.add(part)
        label = _LABELS[part][english] if part in _LABELS else ""
        lines.append(f"{label}{': ' if english else '：'}{value}" if label else value)
    return lines


def _amount(piece: str) -> tuple[str, str] | None:
    """Which of points and minutes it notes, and how many; None for other words."""
    found, rest = amounts_in(skeleton_of(piece))
    for part in ("think_minutes", "minutes", "points"):
        value = getattr(found, part)
        if value is not None and not re.sub(r"\bto\b", "", rest).strip():
            return part, f"{value.normalize():f}"
    return None


def _named(piece: str) -> tuple[str, str] | None:
    """A few words that say the type, how difficult it is or what is assessed, or have a label; None for others."""
    if len(piece) > LONGEST_NAME or re.search(r"[。？?！!；;]", piece):
        return None
    if re.match(r"[^：:]{2,12}[：:]", piece):
        return "labelled", piece
    if _DIFFICULTY.fullmatch(piece):
        return "difficulty", piece
    return ("type" if guessed_type(piece) is not None else "competencies"), piece


def _counts(text: str) -> bool:
    """It says how many questions follow, and so stands below the heading of a section."""
    return amounts_in(skeleton_of(text))[0].count is not None


def _is_amount(piece: str) -> bool:
    return _amount(piece) is not None or _is_noted(piece)


def _is_noted(text: str) -> bool:
    found, rest = amounts_in(skeleton_of(text))
    return bool(found) and not rest
