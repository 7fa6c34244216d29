"""Other people's document → the questions of it that a bank does not have yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from builder.checks.likeness import Terms, near, plain, terms
from builder.content.source import Path_
from builder.exchange.merging.finishing import in_order, undecided_competency
from builder.exchange.merging.new_rows import following_id
from builder.exchange.merging.outcome import Addition, Outcome
from builder.exchange.sheets.layout import questions_of
from builder.exchange.sheets.lexicon import lexicon_of
from builder.importers.assembling.bank import assembled
from builder.importers.draft import Draft
from builder.words import Words, words

Comments = Mapping[Path_, Sequence[str]]
EXCERPT = 40


def merge_drafts(drafts: Sequence[Draft], outcome: Outcome) -> None:
    """Adds the new questions, as drafts, to the section of the same title or to a new one.

    A question that the bank has, or nearly, is noted and not added; text of no question goes under `unparsed`.
    """
    data, comments = assembled(outcome.data["id"], drafts)
    _Merger(data, comments, outcome).merge()


class _Merger:
    def __init__(self, data: dict[str, Any], comments: Comments, outcome: Outcome) -> None:
        self._data = data
        self._comments = comments
        self._outcome = outcome
        self._names = {c["id"]: c["name"] for c in data["competencies"]}
        self._known = [(q["id"], *_asked(q)) for _, _, q in questions_of(outcome.data)]
        self._present = 0

    def merge(self) -> None:
        for i, section in enumerate(self._data["sections"]):
            for j, question in enumerate(section["questions"]):
                if self._is_new(question):
                    self._add(question, section, ("sections", i, "questions", j))
        if self._present:
            self._outcome.notes.append(
                words("{count} questions are in the bank already, word for word", count=self._present)
            )
        self._keep_unparsed()

    def _is_new(self, question: Mapping[str, Any]) -> bool:
        exact, whole = _asked(question)
        for known, theirs, their_whole in self._known:
            if exact == theirs:
                self._present += 1
                return False
            if near(whole, their_whole):
                self._outcome.notes.append(
                    words(
                        "“{text}” is nearly the question “{id}” and was not added",
                        text=_short(question["stem"]),
                        id=known,
                    )
                )
                return False
        return True

    def _add(self, question: dict[str, Any], section: Mapping[str, Any], source: Path_) -> None:
        home = self._home(section)
        sections = self._outcome.data["sections"]
        questions = sections[home]["questions"]
        taken = [q["id"] for _, _, q in questions_of(self._outcome.data)]
        name = following_id(questions[-1]["id"] if questions else "q-01", taken)
        path: Path_ = ("sections", home, "questions", len(questions))
        moved = {**question, "id": name, "competencies": self._competencies(question["competencies"], path)}
        if "rubric" in moved:
            moved["rubric"] = [self._criterion(criterion, path) for criterion in moved["rubric"]]
        moved["status"] = "draft"
        questions.append(in_order(moved, self._outcome))
        for at, lines in self._comments.items():
            if at[: len(source)] == source:
                self._outcome.comments.setdefault((*path, *at[len(source) :]), []).extend(lines)
        self._outcome.additions.append(Addition(words("new question"), name, moved["stem"], path, True))
        self._known.append((name, *_asked(moved)))

    def _home(self, section: Mapping[str, Any]) -> int:
        """Number of the section of that title; a new one is worth nothing until its questions are live."""
        sections = self._outcome.data["sections"]
        for i, candidate in enumerate(sections):
            if plain(candidate["title"]) == plain(section["title"]):
                return i
        taken = [candidate["id"] for candidate in sections]
        path: Path_ = ("sections", len(sections))
        said = words(
            "its questions are drafts; once they are live it is worth {points} points and takes {minutes} minutes",
            points=f"{section['points']:f}",
            minutes=f"{section['minutes']:f}",
        )
        self._outcome.comments[(*path, "points")] = [f"check: {self._said(said)}"]
        sections.append(
            {
                "id": following_id("s-1", taken),
                "title": section["title"],
                "points": Decimal(0),
                "minutes": Decimal(0),
                "questions": [],
            }
        )
        self._outcome.additions.append(
            Addition(words("new section"), sections[-1]["id"], section["title"], path)
        )
        return len(sections) - 1

    def _competencies(self, ids: Sequence[str], path: Path_) -> list[str]:
        found = dict.fromkeys(self._competency(name, (*path, "competencies")) for name in ids)
        return list(found)

    def _criterion(self, criterion: Mapping[str, Any], path: Path_) -> dict[str, Any]:
        return {**criterion, "competency": self._competency(criterion["competency"], None)}

    def _competency(self, draft_id: str, path: Path_ | None) -> str:
        """The bank's competency of the name; the undecided one where it has none."""
        name = self._names[draft_id]
        found = lexicon_of(self._outcome.data).competency(name)
        if found is not None:
            return found
        if path is not None and draft_id != "to-be-decided":
            said = self._said(words("the document says “{name}”, which this bank does not assess", name=name))
            self._outcome.comments.setdefault(path, []).append(f"check: {said}")
        return undecided_competency(self._outcome)

    def _keep_unparsed(self) -> None:
        texts = [*self._data.get("unparsed", ()), *self._data.get("handout", {}).get("notes", ())]
        known = list(self._outcome.data.get("unparsed", ()))
        new = [text for text in texts if text not in known]
        if not new:
            return
        if not known:
            said = self._said(words("text that belongs nowhere yet: move each to its place, or delete it"))
            self._outcome.comments["unparsed",] = [f"check: {said}"]
        self._outcome.data["unparsed"] = known + new
        self._outcome.additions.append(
            Addition(words("text without a place"), "unparsed", f"{len(new)}", ("unparsed",))
        )

    def _said(self, sentence: Words) -> str:
        return sentence.in_language("zh" if self._outcome.data["locale"] == "zh-CN" else "en")


def _asked(question: Mapping[str, Any]) -> tuple[tuple[str, str], Terms]:
    """What makes two questions the same, and what makes them nearly so."""
    stem, scenario = question["stem"], question.get("scenario", "")
    return (plain(stem), plain(scenario)), terms(f"{scenario}\n{stem}")


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= EXCERPT else f"{line[: EXCERPT - 1]}…"
