"""A question of a draft → its mapping in the bank."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from builder.content.source import Path_
from builder.importers.assembling.guides import guide_of
from builder.importers.assembling.sheet import Data, Sheet, added, half_up
from builder.importers.draft import Criterion, Question, Section
from builder.importers.understanding.amounts import amounts_in, halves
from builder.importers.understanding.flow import skeleton_of
from builder.importers.understanding.guessing import DEFAULT_TYPE, guessed_difficulty, guessed_type
from builder.words import words


def question_data(
    sheet: Sheet, path: Path_, question: Question, section: Section, competencies: Mapping[str, str]
) -> Data:
    """The question; `competencies` are ids by name, the placeholder's last."""
    ids = [competencies[name] for name in dict.fromkeys(question.competencies)] or [
        [*competencies.values()][-1]
    ]
    points = _points(sheet, path, question, section)
    data: Data = {
        "id": path_id(path, question),
        "title": sheet.line(question.title),
        "type": _type(sheet, path, question, section),
    }
    if question.is_cut_off:
        sheet.check((*path, "id"), words("the document seems to be cut off in this question"))
    for doubt in question.doubts:
        sheet.check((*path, "id"), doubt)
    if not question.competencies:
        sheet.check((*path, "competencies"), words("the document does not say what the question assesses"))
    data |= {"competencies": ids, "points": points, "think_minutes": halves(question.amounts.think_minutes)}
    data["answer_minutes"] = _answer_minutes(sheet, path, question, section, points)
    data["difficulty"] = guessed_difficulty(question.difficulty) if question.difficulty else None
    if question.difficulty and data["difficulty"] is None:
        sheet.unparsed.append(question.difficulty)
    if not question.stem:
        sheet.check((*path, "stem"), words("no words of this question were found"))
    data |= {
        "scenario": sheet.text(question.scenario),
        "stem": sheet.text(question.stem) or sheet.pending,
        "task": sheet.text(question.task),
        "probes": [sheet.line(probe) for probe in question.probes],
    }
    if guide := guide_of(sheet, (*path, "guide"), question):
        data["guide"] = guide
    data["rubric"] = [
        _criterion(sheet, path, i, c, question, points, _competency(c, question, competencies, ids[0]))
        for i, c in enumerate(levelled(question))
    ]
    if not data["rubric"]:
        here = (*path, "guide") if "guide" in data else (*path, "stem")
        sheet.check(here, words("no rubric with levels was found"))
    data["tags"] = [sheet.line(tag) for tag in question.tags] + _odd_type(question)
    return {key: value for key, value in data.items() if value not in (None, "", [])}


def path_id(path: Path_, question: Question) -> str:
    """Ids count through the bank; the caller numbers the questions in `place`."""
    return f"q-{question.place:02}"


def levelled(question: Question) -> list[Criterion]:
    """The criteria that raters can mark by."""
    return [criterion for criterion in question.rubric if criterion.is_levelled]


def _points(sheet: Sheet, path: Path_, question: Question, section: Section) -> Decimal:
    stated = question.amounts.points if question.amounts.points is not None else question.amounts.total
    alone = section.amounts.points if len(section.questions) == 1 else None
    for value in (stated, question.amounts.each, section.amounts.each, alone):
        if value is not None and halves(value) is not None:
            return value
    here = (*path, "points")
    count = section.amounts.count or len(section.questions)
    if section.amounts.total and halves(share := section.amounts.total / count) is not None:
        sheet.check(here, words("an equal share of the section's points"))
        return share
    if parts := amounts_of_parts(question.stem, question.task):
        sheet.check(here, words("the sum of the points in its words"))
        return parts
    found = added(c.points for c in question.rubric) or added(item.points for item in question.key_points)
    highest = [level.high for c in question.rubric for level in c.levels if level.high is not None]
    if not found and len(question.rubric) == 1 and highest:
        found = max(highest)
    if found and halves(found) is not None:
        sheet.check(here, words("the sum of what its scoring lines are worth"))
        return found
    sheet.check(here, words("the document gives no points"))
    return Decimal(0)


def amounts_of_parts(*texts: str) -> Decimal | None:
    """What the parts of a question are worth together, each in brackets behind its words; None below two parts."""
    notes = re.findall(r"\(([^()\n]{2,12})\)", skeleton_of("\n".join(texts)))
    points = [found.points for found, rest in map(amounts_in, notes) if found.points is not None and not rest]
    return halves(added(points)) if len(points) > 1 else None


def _answer_minutes(
    sheet: Sheet, path: Path_, question: Question, section: Section, points: Decimal
) -> Decimal:
    for value in (question.amounts.minutes, question.amounts.minutes_each, section.amounts.minutes_each):
        if value is not None and halves(value) is not None and value <= 600:
            return value
    sheet.check((*path, "answer_minutes"), words("a guess from the points; the document gives no time"))
    return min(max(half_up(points / 2), Decimal(2)), Decimal(10)) if points else Decimal(3)


def _type(sheet: Sheet, path: Path_, question: Question, section: Section) -> str:
    stated = guessed_type(question.type) if question.type else None
    if stated:
        return stated
    hints = (*question.tags, section.title, question.title)
    guessed = guessed_type(*hints, stem=question.stem)
    sheet.check((*path, "type"), words("the type is a guess"))
    return guessed or DEFAULT_TYPE


def _odd_type(question: Question) -> list[str]:
    return [question.type] if question.type else []


def _competency(
    criterion: Criterion, question: Question, competencies: Mapping[str, str], default: str
) -> str:
    """The competency that the criterion is called by, or else the question's first."""
    return competencies[criterion.title] if criterion.title in question.competencies else default


def _criterion(
    sheet: Sheet,
    path: Path_,
    i: int,
    criterion: Criterion,
    question: Question,
    points: Decimal,
    competency: str,
) -> Data:
    highest = max(level.high for level in criterion.levels if level.high is not None)
    title = criterion.title or question.rubric_title or sheet.said(words("Scoring"))
    # Where the question names none, the line above its competencies asks for them all.
    if len(question.competencies) > 1 and criterion.title not in question.competencies:
        sheet.check((*path, "rubric", i, "competency"), words("which of the competencies is a guess"))
    return {
        "id": f"c-{i + 1}",
        "title": sheet.line(title),
        "points": criterion.points if criterion.points is not None else halves(highest) or points,
        "competency": competency,
        "levels": [
            {
                "label": v.label,
                "min": v.low,
                "max": v.high,
                "descriptor": sheet.text(v.descriptor) or sheet.pending,
            }
            for v in criterion.levels
        ],
    }
