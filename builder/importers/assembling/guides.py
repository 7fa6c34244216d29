"""The answer guide of a question, with everything about scoring that is no criterion with levels."""

from __future__ import annotations

from builder.content.source import Path_
from builder.importers.assembling.sheet import LONGEST_LINE, Data, Sheet
from builder.importers.draft import Criterion, Question
from builder.words import words


def guide_of(sheet: Sheet, path: Path_, question: Question) -> Data:
    """The guide, or nothing where the document has nothing for interviewers.

    Lines of a rubric that carry points but no levels become key points, which carry points too; where the question
    has key points of its own, they stand in the analysis, so that no point counts twice.
    """
    loose = [c for c in question.rubric if not c.is_levelled]
    as_points = (
        bool(loose)
        and not question.key_points
        and all(_is_plain(c) for c in loose)
        and len(loose) == len(question.rubric)
    )
    points: list[Data] = [
        {"text": sheet.line(item.text), "points": item.points} for item in question.key_points
    ]
    analysis = list(question.analysis)
    if as_points:
        points = [{"text": _worded(c, sheet.locale), "points": c.points} for c in loose]
        sheet.check(
            (*path, "key_points"), words("these are the rubric's lines, which have points but no levels")
        )
    else:
        analysis += [_listed(c, sheet.locale, question.rubric_title) for c in loose]
    analysis += [_worded(c, sheet.locale) for c in question.rubric if c.is_levelled and c.detail]
    data: Data = {
        "key_points": [{k: v for k, v in point.items() if v is not None} for point in points],
        "model_answer": sheet.text(question.answer),
        "analysis": sheet.text("\n\n".join(filter(None, analysis))),
        "common_errors": [sheet.line(text) for text in question.common_errors],
        "red_flags": [
            {"behaviour": sheet.line(text), "effect": sheet.pending} for text in question.red_flags
        ],
    }
    data = {key: value for key, value in data.items() if value}
    if not data and not question.intent:
        return {}
    if question.answer_is_guess and question.answer:
        sheet.check(
            (*path, "model_answer"), words("no label announces this answer: see where the question ends")
        )
    if question.answer_is_analysis:
        sheet.check(
            (*path, "model_answer"), words("the document calls this an analysis; it gives no other answer")
        )
    if not question.intent:
        sheet.check((*path, "intent"), words("the document does not say what the question is after"))
    return {"intent": sheet.text(question.intent) or sheet.pending, **data}


def _is_plain(criterion: Criterion) -> bool:
    """A title, its points, perhaps a sentence: it fits into a key point."""
    return (
        not criterion.levels
        and bool(criterion.title)
        and len(criterion.title + criterion.detail) < LONGEST_LINE - 4
    )


def _worded(criterion: Criterion, locale: str) -> str:
    colon = "：" if locale == "zh-CN" else ": "
    return (
        " ".join(f"{criterion.title}{colon}{criterion.detail}".split())
        if criterion.detail
        else criterion.title
    )


def _listed(criterion: Criterion, locale: str, heading: str) -> str:
    """A criterion in words: its title and points, and its levels as a list."""
    zh = locale == "zh-CN"
    worth = (
        ""
        if criterion.points is None
        else f"（{criterion.points}分）"
        if zh
        else f" ({criterion.points} points)"
    )
    colon = "：" if zh else ": "
    detail = f"{colon}{criterion.detail}" if criterion.detail else ""
    lines = [f"{criterion.title or heading}{worth}{detail}"]
    for level in criterion.levels:
        band = (
            ""
            if level.low is None
            else f"{level.low}"
            if level.low == level.high
            else f"{level.low}–{level.high}"
        )
        shown = f"（{band}）" if band and zh else f" ({band})" if band else ""
        lines.append(f"- {level.label}{shown}{colon}{level.descriptor}")
    return "\n".join(lines).replace("\n-", "\n\n-", 1)
