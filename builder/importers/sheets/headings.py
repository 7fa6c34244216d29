"""Rows of headings: one, or two of which the second stands under the first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from builder.importers.blocks import Block
from builder.importers.sheets.columns import Column, Heading, Names, cell, filled, lettered
from builder.importers.sheets.fields import UNKNOWN, contained_field_of, field_of, likely_field_of, plain
from builder.importers.understanding.cues import asks
from builder.importers.understanding.flow import skeleton_of
from builder.importers.understanding.levels import level_head
from builder.tabular.grid import letters

LONGEST_HEADING = 30
SCORED = frozenset(
    {"answer", "key_points", "rubric", "points", "number", "probes", "section", "competencies", "level"}
)
_STAMP = re.compile(
    "timestamp|时间戳记?|提交时间|提交答卷时间|submit(?:ted)?(?: at| date| time)?|start time|开始时间|completion time"
)
"""What heads the first column of a survey's answers, whose other headings ask."""
_HINT = re.compile(r"[(\[][^()\[\]]*[)\]]")


def heading_at(rows: Sequence[Block], i: int, names: Names, *, key: bool = False) -> Heading | None:
    """The headings that begin in a row, or None where it is an ordinary one; `key`: of answers by number."""
    row = rows[i]
    texts = [text for text in row.cells if text.strip()]
    if not (texts and (_is_survey(row.cells) or all(map(may_head, texts)))):
        return None
    fields = _fields(row.cells, names)
    below = rows[i + 1] if i + 1 < len(rows) else None
    if not (_heads_key(fields) if key else _heads(row, fields, below)):
        return None
    texts, count = list(row.cells), 1
    if below is not None and (second := _second(row, fields, below)):
        texts, count = second, 2
        fields = _fields([text.rpartition("\n")[2] if "\n" in text else text for text in texts], names)
        fields = [_under(text, field) for text, field in zip(texts, fields, strict=True)]
    fields = _likely(texts, fields)
    columns = [
        Column(index, names.get(letters(index), field), _name(text, field))
        for index, (text, field) in enumerate(zip(texts, fields, strict=True))
        if text.strip()
    ]
    width = max(len(row.cells) for row in rows) if names else 0
    return Heading((*columns, *lettered(names, width, {c.index for c in columns})), count)


def _name(text: str, field: str) -> str:
    """The heading in one line; of a level alone, without what spans it."""
    return " ".join((text.rpartition(" \n")[2] if field == "level" else text).split()).strip(" :：*")


def _is_survey(texts: Sequence[str]) -> bool:
    return bool(texts) and len(texts[0]) < LONGEST_HEADING and _STAMP.fullmatch(plain(texts[0])) is not None


def _fields(texts: Sequence[str], names: Names) -> list[str]:
    survey = _is_survey(texts)
    fields = [
        names.get(plain(text)) or field_of(text) or (contained_field_of(text) if survey else UNKNOWN)
        if text.strip()
        else UNKNOWN
        for text in texts
    ]
    heads = {i: head for i, text in enumerate(texts) if text.strip() and (head := level_head(text))}
    banded = [i for i, head in heads.items() if head.low is not None]
    surely = [i for i in heads if fields[i] in (UNKNOWN, "level") or len(texts[i].strip()) == 1]
    if len(banded) >= 2 or len(surely) >= 2 or len(heads) >= 3:
        for i in heads:
            fields[i] = "level"
    elif len(surely) == 1:
        fields[surely[0]] = UNKNOWN if fields[surely[0]] == "level" and banded else fields[surely[0]]
    return fields


def _heads(row: Block, fields: Sequence[str], below: Block | None) -> bool:
    texts = [row.cells[i] for i in filled(row)]
    known = [field for field in fields if field]
    asked = {"stem", "scenario", "task"} & set(known)
    if {"weak_stem", "title"} & set(known) and SCORED & set(known):
        asked.add("stem")
    if not asked and len(set(known)) >= 2 and any(likely_field_of(text) == "stem" for text in texts):
        asked.add("stem")
    if not asked:
        return False
    if len(set(known)) >= 2:
        return len(known) * 3 >= len(texts)
    if any(text.rstrip().endswith((":", "：")) for text in texts) or below is None:
        return False
    stem = fields.index(known[0])
    labelled = known[0] != "stem" or bool(field_of(cell(below, stem)))
    longer = len(cell(below, stem)) > len(cell(row, stem))
    return not labelled and longer and (len(texts) > 1 or filled(below) == [stem])


def _heads_key(fields: Sequence[str]) -> bool:
    return "number" in fields and bool({"answer", "key_points"} & set(fields))


def may_head(text: str) -> bool:
    """It is short, and no sentence."""
    words = _HINT.sub("", skeleton_of(text)).strip()
    ends = words.endswith(("。", "!", ";")) or ("?" in words and asks(words))
    return len(words) <= LONGEST_HEADING * (1 + words.isascii()) and not ends


def _second(row: Block, fields: Sequence[str], below: Block) -> list[str] | None:
    """The headings of two rows as one: those of the second, with what spans them before a line feed."""
    under = filled(below)
    texts = list(row.cells) + [""] * (max(under, default=0) + 1 - len(row.cells))
    known = 0
    for i in under:
        spans = not texts[i].strip() or (i + 1 in under and not cell(row, i + 1).strip())
        if not spans or not may_head(below.cells[i]) or (i < len(fields) and fields[i] == "number"):
            return None
        known += bool(field_of(below.cells[i]) or level_head(below.cells[i]))
    if (
        not under
        or known * 2 < len(under)
        or (under[0] and not any(t.strip() for t in texts[: under[0] + 1]))
    ):
        return None
    span = ""
    for i, text in enumerate(texts):
        span = text if text.strip() else span
        if i in under:
            texts[i] = f"{span} \n{below.cells[i].replace(chr(10), ' ')}"
    return texts


def _under(text: str, field: str) -> str:
    """What a heading holds that stands under another: the points of a criterion are not the question's."""
    span, parted, _ = text.partition(" \n")
    if not parted:
        return field
    over = field_of(span)
    if over in ("rubric", "criterion"):
        changed = {
            "points": "criterion_points",
            "stem": "criterion",
            "weak_stem": "level_words",
            "title": "criterion",
        }
        return changed.get(field, field or over)
    return field or over


def _likely(texts: Sequence[str], fields: Sequence[str]) -> list[str]:
    """Columns that are headed by what only ends like a known heading; of two that might ask, the sure one."""
    found = list(fields)
    for i, text in enumerate(texts):
        likely = likely_field_of(text) if text.strip() and not found[i] else UNKNOWN
        if likely and not (likely in ("stem", "number") and likely in fields):
            found[i] = likely
    return found
