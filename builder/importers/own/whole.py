"""The views of several files of one bank → the bank that they were made of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from builder.content.views.aside import Aside
from builder.content.views.calibration import CalibrationView
from builder.content.views.candidate import KeptHandout
from builder.content.views.interviewer import InterviewerView
from builder.importers.own.carried import OwnFile

Data = dict[str, Any]
PACK = "interviewer-pack"
_LEVELS = ("low", "mid", "high")
_NEVER = {"ignore", "unparsed"}


def of_document(files: Sequence[OwnFile], document: str) -> OwnFile | None:
    """The first file of that document."""
    return next((file for file in files if file.document == document), None)


def bank_of_pack(files: Sequence[OwnFile], pack: OwnFile) -> Data:
    """The bank as plain data: what the interviewer pack carries, with the handout and the samples of other files."""
    view = pack.view
    assert isinstance(view, InterviewerView)
    data = view.model_dump(exclude={"points", *_NEVER})
    data["points"] = pack.aside.points if pack.aside else None
    for section in data["sections"]:
        del section["number"]
        for question in section["questions"]:
            del question["number"]
    handout, sheet = (_view(files, name) for name in ("candidate-handout", "calibration-sheet"))
    if isinstance(handout, KeptHandout):
        noted = zip(data["competencies"], handout.competencies, strict=False)
        notes = {mine["id"]: theirs.note for mine, theirs in noted if theirs.noted}
        data["handout"] = {**handout.handout.model_dump(), "competency_notes": notes}
        if pack.aside is not None:
            _add_practice(data, pack.aside, handout)
    if isinstance(sheet, CalibrationView):
        add_samples(data, sheet)
    return data


def _view(files: Sequence[OwnFile], document: str) -> object:
    file = of_document(files, document)
    return file.view if file else None


def _add_practice(data: Data, aside: Aside, handout: KeptHandout) -> None:
    for section in aside.sections:
        data["sections"].insert(section.place, {**section.section, "questions": []})
    for item, words in zip(aside.practice, handout.practice, strict=False):
        section_data = next((s for s in data["sections"] if s["id"] == item.section), None)
        if section_data is not None:
            question = {**item.question, **words.model_dump(exclude={"number"})}
            section_data["questions"].insert(item.place, question)
    data["sections"] = [section for section in data["sections"] if section["questions"]]


def add_samples(data: Data, sheet: CalibrationView) -> None:
    """Gives the questions the samples of the calibration sheet, worst first."""
    samples = {question.id: question.samples for question in sheet.questions}
    for section in data["sections"]:
        for question in section["questions"]:
            given = sorted(samples.get(question["id"], []), key=lambda s: _LEVELS.index(s.level))
            question["calibration"] = [sample.model_dump() for sample in given]
