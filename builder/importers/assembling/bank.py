"""Drafts → one bank: its data in the order of the schema, its comments."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from decimal import ROUND_CEILING, Decimal

from builder.content.source import Path_
from builder.content.timing import OVERHEAD
from builder.importers.assembling.questions import question_data
from builder.importers.assembling.sheet import Data, Sheet, added
from builder.importers.draft import Draft, Question, Section
from builder.importers.understanding.amounts import halves
from builder.importers.understanding.guessing import guessed_locale, guessed_position
from builder.words import words

FREE = Decimal("0.9")
"""The part of a section's time that its questions fill, as the check wants it."""


def assembled(bank_id: str, drafts: Sequence[Draft]) -> tuple[Data, dict[Path_, list[str]]]:
    """The data of the bank and the comments above its lines; every value that is a guess has one."""
    sheet = Sheet(_locale(drafts))
    number = itertools.count(1)
    sections = [section for draft in drafts for section in draft.sections]
    for section in sections:
        for question in section.questions:
            question.place = next(number)
    title = next((draft.title for draft in drafts if draft.title), "")
    ids = _competency_ids(sections)
    data: Data = {
        "id": bank_id,
        "title": sheet.line(title) or sheet.pending,
        "locale": sheet.locale,
        "version": "0.1",
        "position": _position(sheet, drafts, title),
        "competencies": _competencies(sheet, ids),
    }
    total = next((halves(d.amounts.total or d.amounts.points) for d in drafts if d.amounts), None)
    if total is not None and len(drafts) == 1:
        data["points"] = total
    if notes := [sheet.line(note) for draft in drafts for note in draft.notes]:
        sheet.check(
            ("handout",), words("only notes for candidates were found; say what the role and the format are")
        )
        data["handout"] = {"role": sheet.pending, "format": sheet.pending, "notes": notes}
    data["sections"] = [_section(sheet, i, section, ids) for i, section in enumerate(sections)] or _nothing(
        sheet
    )
    _check_count(sheet, drafts)
    for draft in drafts:
        for text in draft.unparsed:
            sheet.unparsed.append(sheet.text(text))
    if sheet.unparsed:
        sheet.check(
            ("unparsed",), words("text that belongs nowhere yet: move each to its place, or delete it")
        )
        data["unparsed"] = sheet.unparsed
    return data, sheet.comments


def _check_count(sheet: Sheet, drafts: Sequence[Draft]) -> None:
    """Whether there are as many questions as the title says."""
    for draft in drafts:
        count, found = draft.amounts.count, len(draft.questions)
        if count is not None and found and count != found:
            sheet.check(
                ("sections",),
                words(
                    "the document says {count} questions, {found} were found", count=f"{count:f}", found=found
                ),
            )


def _locale(drafts: Sequence[Draft]) -> str:
    said = [t for d in drafts for q in d.questions for t in (q.stem, q.scenario, q.answer)]
    return guessed_locale("".join(said) or "".join(t for d in drafts for t in (d.title, *d.unparsed)))


def _position(sheet: Sheet, drafts: Sequence[Draft], title: str) -> Data:
    stated = next((draft.position for draft in drafts if draft.position), "")
    guessed = stated or guessed_position(title)
    if not stated:
        said = (
            words("a guess from the title") if guessed else words("the document does not name the position")
        )
        sheet.check(("position", "title"), said)
    sheet.check(("position", "key_tasks"), words("the document does not list the main duties"))
    return {"title": guessed or sheet.pending, "key_tasks": [sheet.pending]}


def _competency_ids(sections: Sequence[Section]) -> dict[str, str]:
    """Name → id of all that the document names; one without a name where some question names none."""
    names = list(dict.fromkeys(n for s in sections for q in s.questions for n in q.competencies))
    ids: dict[str, str] = {}
    for i, name in enumerate(names, 1):
        slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") if name.isascii() else ""
        ids[name] = slug[:60] if slug and slug[:60] not in ids.values() else f"competency-{i}"
    if not names or any(not q.competencies for s in sections for q in s.questions):
        ids[""] = "to-be-decided"
    return ids


def _competencies(sheet: Sheet, ids: dict[str, str]) -> list[Data]:
    shares = [Decimal(100 // len(ids) + (i < 100 % len(ids))) for i in range(len(ids))]
    if set(ids) == {""}:
        sheet.check(
            ("competencies",),
            words("the document names no competencies: decide which these questions assess"),
        )
    else:
        sheet.check(
            ("competencies",),
            words("names are the document's; definitions, indicators and weights are to be decided"),
        )
    return [
        {
            "id": key,
            "name": sheet.line(name) or sheet.pending,
            "definition": sheet.pending,
            "indicators": [sheet.pending],
            "weight": share,
        }
        for (name, key), share in zip(ids.items(), shares, strict=True)
    ]


def _section(sheet: Sheet, i: int, section: Section, ids: dict[str, str]) -> Data:
    path: Path_ = ("sections", i)
    questions = [
        question_data(sheet, (*path, "questions", j), question, section, ids)
        for j, question in enumerate(section.questions)
    ]
    if not section.title:
        sheet.check((*path, "title"), words("the document does not name this section"))
    for j, (before, after) in enumerate(itertools.pairwise(section.questions), 1):
        _check_numbers(sheet, (*path, "questions", j, "id"), before, after)
    count = section.amounts.count
    if count is not None and count != len(questions):
        sheet.check(
            (*path, "questions"),
            words(
                "the heading says {count} questions, {found} were found",
                count=f"{count:f}",
                found=len(questions),
            ),
        )
    return {
        "id": f"s-{i + 1}",
        "title": sheet.line(section.title) or sheet.said(words("Questions")),
        "points": _points(section, questions),
        "minutes": _minutes(sheet, path, section, questions),
        "questions": questions,
    }


def _check_numbers(sheet: Sheet, path: Path_, before: Question, after: Question) -> None:
    """Where the document's numbers skip or repeat, a question may be missing."""
    if before.number is None or after.number is None or after.number in (1, before.number + 1):
        return
    sheet.check(
        path,
        words(
            "question {after} follows question {before} in the document: see whether one is missing",
            before=before.number,
            after=after.number,
        ),
    )


def _points(section: Section, questions: Sequence[Data]) -> Decimal:
    """What the heading says; what its questions are worth where it says nothing."""
    stated = section.amounts.total if section.amounts.total is not None else section.amounts.points
    if stated is None and section.amounts.each is not None and section.amounts.count is not None:
        stated = section.amounts.each * section.amounts.count
    known = halves(stated)
    return known if known is not None else min(added(q["points"] for q in questions), Decimal(1000))


def _minutes(sheet: Sheet, path: Path_, section: Section, questions: Sequence[Data]) -> Decimal:
    stated = halves(section.amounts.minutes)
    if stated is not None and stated <= 600:
        return stated
    sheet.check((*path, "minutes"), words("what the questions take, and a tenth more"))
    taken = added(q["answer_minutes"] + q.get("think_minutes", Decimal(0)) + OVERHEAD for q in questions)
    return min((taken / FREE).to_integral_value(ROUND_CEILING), Decimal(600))


def _nothing(sheet: Sheet) -> list[Data]:
    sheet.check(("sections",), words("no question was found: write them here, from the text below"))
    return []
