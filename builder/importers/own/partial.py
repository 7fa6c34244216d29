"""What can be made of a bank without its interviewer pack: the handout, the questions of the calibration sheet."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from builder.checks.unfinished import PLACEHOLDERS
from builder.content.source import Path_
from builder.content.views.calibration import CalibrationView
from builder.content.views.candidate import KeptHandout
from builder.importers.own.carried import OwnFile
from builder.importers.own.whole import Data, add_samples, of_document
from builder.words import Words, words

_MISSING = words("the interviewer pack was not among the files: what stands nowhere else is to be filled in")


def bank_of_others(files: Sequence[OwnFile]) -> tuple[Data, dict[Path_, list[str]]]:
    """The bank as plain data with placeholders, and the comments above its lines."""
    handout, sheet = (of_document(files, name) for name in ("candidate-handout", "calibration-sheet"))
    views = [file.view for file in (handout, sheet) if file is not None]
    first: Any = views[0]
    pending = PLACEHOLDERS[first.locale]
    data: Data = {
        "id": first.id,
        "title": pending,
        "locale": first.locale,
        "version": first.version,
        "position": {"title": pending, "grade": None, "key_tasks": [pending]},
        "competencies": [],
        "panel_size": first.panel_size,
        "handout": None,
        "sections": [],
    }
    if handout is not None and isinstance(handout.view, KeptHandout):
        _add_handout(data, handout.view, pending)
    ids = [c["id"] for c in data["competencies"]] or ["to-be-decided"]
    if sheet is not None and isinstance(sheet.view, CalibrationView):
        _add_questions(data, sheet.view, ids[0])
        add_samples(data, sheet.view)
        if handout is None:
            data["position"]["title"] = sheet.view.position
    if not data["competencies"]:
        used = {c["competency"] for s in data["sections"] for q in s["questions"] for c in q["rubric"]}
        names = dict.fromkeys(sorted(used) or ids, pending)
        data["competencies"] = _competencies(names, pending)
    language = "zh" if first.locale == "zh-CN" else "en"
    return data, {("title",): [_check(_MISSING, language)]}


def _check(sentence: Words, language: str) -> str:
    return f"check: {sentence.in_language(language)}"


def _competencies(names: dict[str, str], pending: str) -> list[Data]:
    shares = [Decimal(100 // len(names) + (i < 100 % len(names))) for i in range(len(names))]
    return [
        {"id": key, "name": name, "definition": pending, "indicators": [pending], "weight": share}
        for (key, name), share in zip(names.items(), shares, strict=True)
    ]


def _add_handout(data: Data, view: KeptHandout, pending: str) -> None:
    data["position"] = {"title": view.title, "grade": None, "key_tasks": view.key_tasks}
    ids = [f"competency-{i}" for i in range(1, len(view.competencies) + 1)]
    notes = {key: c.note for key, c in zip(ids, view.competencies, strict=True) if c.noted}
    data["handout"] = {**view.handout.model_dump(), "competency_notes": notes}
    names = {key: c.name for key, c in zip(ids, view.competencies, strict=True)}
    data["competencies"] = _competencies(names, pending)
    questions = [
        {
            "id": f"p-{practice.number:02}",
            "type": "open",
            "competencies": [next(iter(names))],
            "points": Decimal(0),
            "status": "live",
            "practice": True,
            **practice.model_dump(exclude={"number"}),
        }
        for practice in view.practice
    ]
    if questions:
        section = {"id": "practice", "title": pending, "points": Decimal(0), "minutes": Decimal(0)}
        data["sections"].append({**section, "questions": questions})


def _add_questions(data: Data, view: CalibrationView, competency: str) -> None:
    titles = list(dict.fromkeys(question.section for question in view.questions))
    for i, title in enumerate(titles, 1):
        questions = [_question(q.model_dump(), competency) for q in view.questions if q.section == title]
        points = sum((q["points"] for q in questions), Decimal(0))
        minutes = sum((q["answer_minutes"] for q in questions), Decimal(0))
        head = {"id": f"s-{i}", "title": title, "points": points, "minutes": minutes}
        data["sections"].append({**head, "questions": questions})


def _question(given: Data, competency: str) -> Data:
    for name in ("number", "section", "bands", "samples"):
        del given[name]
    used = list(dict.fromkeys(c["competency"] for c in given["rubric"]))[:2] or [competency]
    more = {"competencies": used, "answer_minutes": Decimal(3), "status": "live", "practice": False}
    return {**given, **more, "calibration": []}
